"""The page of a file that rejected lines hold back: what it would do without these agencies, or nothing."""

import pytest

from data_access import ingest
from tests import tiny
from tests.data_access.statements import staged
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown

BAD = line("D9", received="99/03/2025")


@pytest.fixture
def stated(sqlite_province):
    """X1 has three dossiers in March and X2 has one."""
    tiny.put(sqlite_province, extract(line("D1"), line("D2"), line("D9"), line("D3", agency="X2")))
    return sqlite_province


def tile(words: str, name: str) -> str:
    """What stands after the name of a number, within the card of what would change."""
    return words.split("Áp dụng sẽ thay đổi gì")[1].split(name)[1].split()[0]


def test_of_a_file_that_is_partly_held_the_page_counts_the_rest_and_says_so(stated, reader):
    batch = staged(stated, extract(line("D1"), BAD, line("D3", agency="X2"), line("D4", agency="X2")))
    at = reader(stated).open("upload", lo=str(batch))
    words = reads(shown(at))
    assert (tile(words, "Mới"), tile(words, "Rút khỏi tháng")) == ("1", "0")
    assert "chỉ tính 1 đơn vị còn lại" in words
    assert "giữ số liệu đang có" in words and "Xã An Bình" in words
    assert any(button.label.startswith("Để lại các đơn vị này") for button in at.button)


@pytest.mark.parametrize("stem", ["upload", "history"])
def test_where_nobody_is_left_the_page_offers_no_rest_but_says_what_to_do(stated, reader, stem):
    batch = staged(stated, extract(line("D1"), BAD))
    at = reader(stated).open(stem, lo=str(batch))
    words = reads(shown(at))
    assert "Chưa thay được số liệu của đơn vị nào" in words and "Xã An Bình" in words
    assert "sửa các dòng bị từ chối ngay trong tệp gốc rồi chọn lại cả tệp" in words
    assert "Chỉ số trước → sau" not in words
    labels = [button.label for button in at.button]
    assert "Chọn lại tệp" in labels and "Bỏ tệp này" in labels
    assert not any(label.startswith(("Để lại", "Áp dụng")) for label in labels)


def test_who_was_left_out_is_named_where_the_rest_went_on_and_where_only_its_lines_come_back(stated, reader):
    """Of X1 the file had a good line beside the rejected one: with the corrected line alone it stays away."""
    first = staged(stated, extract(line("D1"), BAD, line("D3", agency="X2")))
    rest = ingest.restage(stated, first, by="Lan", without=("X1@2024-12-01",))
    ingest.discard(stated, first, by="Lan")
    back = staged(stated, f"Mã lô: {first}\n{extract(line('D9'))}")
    page = reader(stated)
    for batch in (rest, back):
        words = reads(shown(page.open("upload", lo=str(batch))))
        assert f"1 dòng hợp lệ của Xã An Bình trong lô {first} không được nạp" in words
        assert "nạp lại cả tháng" in words
    other = staged(stated, f"Mã lô: {first}\n{extract(line('D3', agency='X2'))}")
    assert "không được nạp" not in reads(shown(page.open("upload", lo=str(other))))
