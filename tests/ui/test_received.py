"""Số liệu đã nhận: the board, who is to be reminded, what the lists hold, how good the data are."""

import pytest

from data_access import ingest
from data_access.ingest import Known
from tests import tiny
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown


@pytest.fixture
def page(province, reader):
    """After the province (X1 and X2 have sent March): S1 waits, H1 was turned away whole, X3 is late."""
    stage(province, line("D8", agency="S1"), line("D9", agency="H1", received="99/03/2025"))
    return lambda **params: reader(province).open("received", **params)


def stage(store, *lines) -> int:
    checked = ingest.check(Known.of(store), extract(*lines).encode(), "cho.csv")
    return ingest.stage(store, checked, by="Hoa")


def test_every_state_is_counted_by_month_and_adds_up_to_who_is_due(page):
    text = reads(shown(page()))
    assert "Tháng Đã nhận Phải gửi Tỷ lệ Còn dòng lỗi Chờ áp dụng Bị từ chối Chưa gửi" in text
    assert "03/2025 2 6 33,33 % 0 1 1 2" in text


def test_the_page_s_strip_prints_the_same_fraction(page):
    text = reads(shown(page()))
    assert "2/6 đơn vị" in text


def test_agencies_with_something_to_do_come_first_and_a_search_narrows_them(page):
    text = reads(shown(page()))
    assert text.index("Huyện Một") < text.index("Xã An Bình")
    narrowed = reads(shown(page(tim="hòa bình")))
    assert "1 đơn vị theo tháng" in narrowed
    assert "Không có đơn vị nào như vậy" in reads(shown(page(tim="không có")))


def test_only_what_is_missing_can_be_shown(page):
    assert "4 đơn vị theo tháng" in reads(shown(page(hien="con-thieu")))


def test_a_newer_file_that_waits_is_a_link_beside_what_counts(page, province):
    batch = stage(province, line("D1", agency="X1"))
    html = shown(page())
    assert "Có tệp mới hơn đang chờ áp dụng" in html
    assert f"lo={batch}" in html


def test_a_reminder_for_each_agency_and_for_the_chosen_one(page):
    everyone = page().code[0].value
    assert everyone.count("Kính gửi") == 3  # S2 and X3 have sent nothing, H1's lines were all turned away
    assert everyone.count("chưa nhận được số liệu hồ sơ tháng 03/2025") == 3
    one = page(nhac="X3@2024-12-01").code
    assert [block.value.count("Kính gửi Phường Ba (X3)") for block in one] == [1]


def test_who_has_only_a_few_bad_lines_is_asked_for_those_lines_only(page, province):
    lines = line("D1", agency="S2"), line("D6", agency="S2", received="99/03/2025")
    tiny.put(province, extract(*lines))
    (text,) = [block.value for block in page(nhac="S2@2024-12-01").code]
    assert "tháng 03/2025 còn 1 dòng lỗi" in text
    assert "chưa nhận được" not in text


def test_every_month_that_is_owed_has_a_reminder_of_its_own(page, province):
    april = line("D7", agency="X1", received="02/04/2025", due="")
    tiny.put(province, extract(april, month="04/2025"))
    blocks = [block.value for block in page(nhac="X3@2024-12-01", den="2025-04").code]
    assert len(blocks) == 3
    assert "tháng 03/2025, 04/2025" in blocks[0]


def test_the_lists_say_what_they_hold_and_which_were_never_received(page):
    text = reads(shown(page()))
    assert "Danh mục và bản ghi khác" in text
    assert "Lĩnh vực" in text and "do Alice áp dụng ngày" in text


def test_quality_names_the_agencies_and_the_kinds_of_problem(page, province):
    again = (line("D1"), line("D2"), line("D2"))
    tiny.put(province, extract(*again))
    text = reads(shown(page(chat_luong="repeated")))
    assert "Dòng lặp lại" in text
    assert "Xã An Bình 1" in text
    assert "1 đơn vị khác không có" in text
    assert "Lỗi, cảnh báo nhiều nhất: " in text


def test_the_same_code_in_two_agencies_is_looked_for_when_asked(page, province):
    tiny.put(province, extract(line("D1", agency="X3")))
    text = reads(shown(page(chat_luong="shared")))
    assert "Phường Ba 1" in text and "Xã An Bình 1" in text


def test_a_file_of_a_unit_that_has_ended_since_does_not_wait_on_the_board(province, reader):
    header = tiny.AGENCIES.splitlines()[0]
    tiny.put(province, f"{header}\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n", kind="agencies")
    late = line("D1", agency="X4", received="10/07/2025", due="")
    july = extract(late, line("D2", agency="X2"), month="07/2025")
    checked = ingest.check(Known.of(province), july.encode(), "thang-7.csv")
    ingest.stage(province, checked, by="Hoa")
    tiny.put(province, extract(line("D3", agency="X2"), month="07/2025"))

    def board() -> str:
        return reads(shown(reader(province).open("received", tu="2025-07", den="2025-07")))

    assert "07/2025 1 6 16,67 % 0 1 0 4" in board()
    tiny.put(province, f"{header}\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,30/06/2025,1\n", kind="agencies")
    assert "07/2025 1 5 20,00 % 0 0 0 4" in board()


def test_the_strip_says_how_many_of_the_agencies_of_a_period_have_ended(province, reader):
    tiny.put(province, extract(line("D3", agency="X2"), month="07/2025"))
    words = reads(shown(reader(province).open("received", tu="2025-03", den="2025-07")))
    assert "đơn vị phải gửi trong kỳ, trong đó 2 đơn vị đã kết thúc" in words
    assert "đã kết thúc" not in reads(shown(reader(province).open("received", tu="2025-07", den="2025-07")))
