"""Hồ sơ: what came in and stands open, by month, level, agency and sector."""

import pytest

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown

FEBRUARY = tiny.extract(
    tiny.line("D8", agency="X1", channel=2, received="10/02/2025", finished="12/02/2025", due="20/02/2025"),
    tiny.line("D9", agency="X1", channel=1, received="11/02/2025", finished="27/02/2025", due="20/02/2025"),
    month="02/2025",
)


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("dossiers", **params)))


def test_the_head_gives_each_figure_with_its_fraction_and_who_has_sent(province, reader):
    text = text_of(reader, province)
    assert "Hồ sơ tiếp nhận 4 hồ sơ trong đó 3 hồ sơ nộp trực tuyến ! 2/6 đơn vị" in text
    assert "Hồ sơ nộp trực tuyến 75,00 % 3/4 hồ sơ tiếp nhận ! 2/6 đơn vị" in text
    assert "Hồ sơ đang giải quyết 4 hồ sơ 4 đã quá hạn (100,00 %)" in text


def test_nothing_finished_is_no_rate_and_not_nought(province, reader):
    text = text_of(reader, province)
    assert "Giải quyết đúng và trước hạn — Không phát sinh" in text and " 0,00 %" not in text


def test_a_change_stands_on_the_agencies_of_both_months(province, reader):
    tiny.put(province, FEBRUARY)
    text = text_of(reader, province)
    # X1 had 2 in February and 2 in March; X2, which sent March alone, is left out of both.
    assert "T3/25 so với T2/25: 0 , cùng tập 1/6 đơn vị" in text


def test_a_period_of_one_month_is_compared_with_the_month_before_it(province, reader):
    tiny.put(province, FEBRUARY)
    assert "T3/25 so với T2/25" in text_of(reader, province, tu="2025-03")
    assert "Chưa có kỳ trước để so sánh" in text_of(reader, province, tu="2025-02", den="2025-02")


def test_agencies_that_have_not_sent_are_counted_apart_and_never_as_nought(province, reader):
    text = text_of(reader, province, chi_so="truc-tuyen")
    assert "Hồ sơ nộp trực tuyến: thấp nhất Xã An Bình* (50,00 %) Vẽ 2 trên 6 dòng" in text
    assert "4 chưa có số liệu." in text
    assert "Xã An Bình 1 2 50,00 % mẫu số dưới 30 Xã Hòa Bình 2 2 100,00 % mẫu số dưới 30" in text
    assert "Sở Một — — — Chưa có số liệu" in text


def test_a_sector_that_cannot_be_told_by_channel_says_so_on_the_panel(province, reader):
    text = text_of(reader, province, linh_vuc="L1")
    assert text.count("Bảng này không tách được theo một lĩnh vực.") == 2
    assert "Hồ sơ nộp trực tuyến 75,00 % 3/4" in text


def test_another_indicator_is_written_into_the_address_and_ranks_anew(province, reader):
    at = reader(province).open("dossiers")
    assert "Giải quyết đúng và trước hạn: chưa có con số nào để so sánh" in reads(shown(at))
    at.selectbox(key="choice_chi_so").select("tiep-nhan").run()
    assert not at.exception
    assert at.query_params["chi_so"] == "tiep-nhan"
    assert "Hồ sơ tiếp nhận: cả 2 dòng đều 2" in reads(shown(at))


def test_a_month_more_is_a_line_more(province, reader):
    read = reader(province)
    assert "02/2025" not in reads(shown(read.open("dossiers")))
    tiny.put(province, FEBRUARY)
    text = reads(shown(read.open("dossiers")))
    assert "02/2025 2 — — 2 1/6 — — — — 03/2025 4 — — 4 2/6 — — — —" in text
    assert "Chưa đủ đơn vị, mỗi tháng cộng các đơn vị đã gửi: T2/25 1/6 ; T3/25 2/6 ." in text
    assert "Giải quyết đúng và trước hạn 50,00 % 1/2 hồ sơ đã giải quyết; 1 quá hạn" in text


@pytest.mark.parametrize("params", [{}, {"cap": "xa"}, {"linh_vuc": "L2"}, {"chi_so": "hai-long"}])
def test_a_store_of_agencies_alone_draws_the_page_without_a_figure(sqlite_store, reader, params):
    tiny.put(sqlite_store, tiny.AGENCIES, kind="agencies")
    tiny.put(sqlite_store, tiny.SECTORS, kind="sectors")
    text = text_of(reader, sqlite_store, **params)
    assert "Chưa có số liệu" in text and " 0,00 %" not in text


def test_english(province, reader):
    text = text_of(reader, province, lang="en")
    assert "Dossiers filed online 75.00 % 3/4 dossiers received ! 2/6 agencies" in text


def test_a_level_that_has_ended_is_not_missing_data(province, reader):
    """H1 ends on 30-6-2025: of July no district owes anything."""
    tiny.put(province, tiny.extract(tiny.line("D8", agency="H1", received="10/06/2025"), month="06/2025"))
    tiny.put(province, tiny.extract(tiny.line("D9", agency="X2", received="10/07/2025"), month="07/2025"))
    text = text_of(reader, province, cap="huyen", tu="2025-06")
    assert "Hồ sơ tiếp nhận 1 hồ sơ" in text
    assert "Hồ sơ đang giải quyết — Không còn đơn vị nào phải gửi số liệu của tháng cuối kỳ" in text
