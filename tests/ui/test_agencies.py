"""Cơ quan: side by side with ranks, and one agency's own page."""

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("agencies", **params)))


def test_agencies_stand_side_by_side_by_level_the_last_one_named(province, reader):
    text = text_of(reader, province, chi_so="truc-tuyen")
    assert "Cấp xã: 3 cơ quan; Xã An Bình xếp cuối về “Hồ sơ nộp trực tuyến” (50,00 %)" in text
    assert "Xã An Bình X1 50,00 %* hạng 2/2 −25,00 điểm %" in text, "3 of 4 of both together: 75 %"
    assert "Xã Hòa Bình X2 100,00 %* hạng 1/2 +25,00 điểm %" in text
    assert "* mẫu số dưới 30 hồ sơ" in text


def test_the_chosen_indicator_stands_first_whichever_it_is(province, reader):
    text = text_of(reader, province, chi_so="hai-long")
    assert "Cơ quan Hài lòng So với cả nhóm Đúng hạn Trực tuyến" in text


def test_index_766_is_offered_from_the_first_view_and_not_called_official(province, reader):
    html = shown(reader(province).open("agencies", cap="xa"))
    assert "Xếp theo Chỉ số 766: điểm đo được, không phải điểm chính thức" in reads(html)
    assert 'href="?cap=xa&amp;chi_so=766"' in html


def test_who_has_not_sent_has_a_dash_and_no_rank(province, reader):
    text = text_of(reader, province, cap="tinh")
    assert "Cấp tỉnh: 2 cơ quan" in text and "xếp cuối" not in text
    assert "Sở Một S1 — — — — — — — —" in text


def test_of_who_has_not_sent_the_month_nobody_says_that_there_is_nothing_to_do(province, reader):
    text = text_of(reader, province, don_vi="S1@2024-12-01")
    assert "Số liệu tháng 03/2025: chưa gửi, nên chưa biết đơn vị này có việc nào cần chỉ đạo." in text
    assert "Số liệu không nêu việc nào" not in text


def test_an_agency_stands_beside_its_peers_sums(province, reader):
    text = text_of(reader, province, don_vi="X1@2024-12-01")
    assert "Trong kỳ tiếp nhận 2 hồ sơ, cuối kỳ còn 2 hồ sơ đang giải quyết" in text
    # 1 of 2 here, 3 of 4 with X2: the peers' rate is taken from sums.
    assert "Hồ sơ nộp trực tuyến 50,00 %* 1/2 75,00 % −25,00 điểm % 2/2" in text
    assert "Giải quyết đúng và trước hạn — Không phát sinh" in text
    assert "Chuyển vào: Phường Mới (X1)" in text


def test_a_unit_that_has_ended_says_so_and_its_code_means_another_later(province, reader):
    tiny.put(
        province, tiny.extract(tiny.line("N1", received="03/07/2025", due="20/07/2025"), month="07/2025")
    )
    read = reader(province)
    ended = reads(shown(read.open("agencies", don_vi="X1@2024-12-01", den="2025-03")))
    assert "mã X1 , hiệu lực 01/12/2024 – 30/06/2025: đã kết thúc" in ended
    now = reads(shown(read.open("agencies", don_vi="X1@2025-07-01", tu="2025-07")))
    assert "Phường Mới" in now and "Tiếp nhận từ: Xã An Bình (X1)" in now


def test_history_reads_in_the_structure_of_today(province, reader):
    tiny.put(
        province, tiny.extract(tiny.line("N1", received="03/07/2025", due="20/07/2025"), month="07/2025")
    )
    june = {"received": "03/06/2025", "due": "20/06/2025"}
    lines = (tiny.line("J1", channel=2, **june), tiny.line("J2", channel=1, **june))
    tiny.put(province, tiny.extract(*lines, month="06/2025"))
    across = {"tu": "2025-06", "den": "2025-07", "chi_so": "truc-tuyen", "cap": "xa"}
    then = text_of(reader, province, **across)
    assert "Xã An Bình (đến 30/06/2025) X1 " in then and "Phường Mới X1 " in then
    today = text_of(reader, province, **across, co_cau="hien-nay")
    # 1 of 2 in June as Xã An Bình, 1 of 1 in July as Phường Mới: 2 of 3, from sums.
    assert "Phường Mới X1 · gồm 1 đơn vị cũ" in today and "66,67 %*" in today
    assert "Xã An Bình X1" not in today


def test_units_that_cannot_be_told_apart_are_counted_one_by_one(province, reader):
    """X2 took over a part of the district; with X3 taking the rest, two units of today are one line."""
    ties = f"{tiny.SUCCESSIONS.splitlines()[0]}\nH1,01/12/2024,X3,01/12/2024,một phần\n"
    tiny.put(province, ties, kind="successions")
    tiny.put(
        province, tiny.extract(tiny.line("N1", received="03/07/2025", due="20/07/2025"), month="07/2025")
    )
    across = {"tu": "2025-03", "den": "2025-07", "chi_so": "truc-tuyen", "cap": "xa"}
    assert "Cấp xã: 3 cơ quan trong 2 dòng" in text_of(reader, province, **across, co_cau="hien-nay")


def test_without_a_reorganisation_in_the_period_there_is_nothing_to_switch(province, reader):
    assert "Cơ cấu" not in text_of(reader, province)
