"""Không phát sinh is declared on the upload page, looked at, and applied like any batch."""

import pytest

from data_access import ingest
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown


def test_an_agency_that_has_not_sent_is_declared_and_looked_at_first(province, reader):
    at = reader(province).open("upload")
    names = [widget.label for widget in at.multiselect]
    assert names == ["Đơn vị chưa gửi số liệu tháng này"]
    assert at.selectbox(key="nothing-month").label == "Tháng không phát sinh hồ sơ"
    at.selectbox(key="nothing-month").select_index(1).run()
    declare = at.multiselect(key="nothing-agencies-2025-03")
    assert set(declare.options) == {"Sở Một", "Sở Hai", "Huyện Một", "Phường Ba"}
    declare.select("S2").run()
    next(button for button in at.button if button.label == "Xem trước").click().run()
    assert not at.exception
    text = reads(shown(at))
    assert "khong-phat-sinh-2025-03" in text and "Sở Hai" in text
    assert "Không dòng nào thay đổi: các đơn vị được ghi là không phát sinh" in text
    assert any(button.label.startswith("Áp dụng") for button in at.button)


@pytest.mark.parametrize(
    ("content", "said"),
    {
        extract(line("S1", agency="X3"), title="Mã lô: 1, tháng"): "tháng này chưa có tệp toàn bộ",
        extract(line("S1", agency="Z9")): "Không dòng nào được nhận",
        extract(line("E1", agency="S1"), line("E2", agency="S1")): "2 dòng mới",
    }.items(),
)  # fmt: skip
def test_what_changes_no_line_says_why(province, reader, content, said):
    checked = ingest.check(ingest.Known.of(province), content.encode(), "tep.csv")
    batch = ingest.stage(province, checked, by="Lan")
    text = reads(shown(reader(province).open("upload", lo=str(batch))))
    assert said in text
    assert "đang có hiệu lực rồi" not in text
