"""A table comes with its two files, a chart with its words."""

import pytest
from streamlit.testing.v1 import AppTest

from graphics.markup import tag
from reports.exports import Column
from ui.html import html
from ui.parts import alt


def page():
    from datetime import date
    from decimal import Decimal

    from reports.exports import Meta
    from ui import parts

    meta = Meta("Theo cơ quan", date(2024, 12, 1), date(2025, 3, 31), synthetic=True)
    columns = [parts.Column("Cơ quan"), parts.Column("Tỷ lệ", "percent")]
    rows = [("Sở <Y>", Decimal("45.45"))]
    parts.table_with_downloads("Sở nào xa nhất?", rows, columns, "so", meta=meta)
    parts.no_rows()


def test_a_table_has_two_downloads_and_an_empty_place_a_sentence():
    at = AppTest.from_function(page, default_timeout=20).run()
    assert not at.exception
    shown = "".join(element.value for element in at.get("html"))
    assert "<summary>Xem bảng số liệu</summary>" in shown and "Sở &lt;Y&gt;" in shown
    assert "Không có số liệu nào" in shown
    assert [button.label for button in at.get("download_button")] == ["Tải CSV", "Tải Excel"]


def test_the_chart_in_words_is_its_finding_and_its_first_and_last_line_with_what_they_count():
    columns = [Column("Thứ tự", "count"), Column("Cơ quan"), Column("Hồ sơ", "count"), Column("Ghi chú")]
    rows = [(1, "A", 1200, "mới"), (2, "B", 900, ""), (3, "C", 7, "")]
    assert alt("A nhiều nhất: 1.200", rows, columns) == (
        "A nhiều nhất: 1.200. Dòng đầu – A: Thứ tự 1, Hồ sơ 1.200; dòng cuối – C: Thứ tự 3, Hồ sơ 7."
    )
    assert alt("Chỉ có A", [("A", None)], [columns[1], columns[2]]) == "Chỉ có A. A: Chưa có số liệu."


def test_only_our_own_markup_is_drawn():
    with pytest.raises(TypeError, match=r"graphics\.markup\.tag"):
        html("<p>Sở</p>")
    html(tag("p", "Sở"))
