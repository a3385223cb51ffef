"""Names stand in the order a Vietnamese reader looks them up in."""

import random

from hypothesis import given
from hypothesis import strategies as st

from language.sorting import vi_key


def test_every_letter_has_its_own_place_and_d_with_a_stroke_follows_d():
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    shuffled = random.Random(7).sample(letters, len(letters))
    assert sorted(shuffled, key=vi_key) == letters


def test_tones_only_break_ties():
    assert sorted(["mạ", "mã", "má", "mả", "mà", "ma"], key=vi_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["Phước Hòa", "Phú Lợi", "Phú An"], key=vi_key) == ["Phú An", "Phú Lợi", "Phước Hòa"]


def test_districts_stand_as_in_the_yearbook():
    names = ["Thuận An", "Dĩ An", "Dầu Tiếng", "Tân Uyên", "Bến Cát", "Bàu Bàng", "Đất Cuốc", "An Lập"]
    assert sorted(names, key=vi_key) == [
        "An Lập", "Bàu Bàng", "Bến Cát", "Dầu Tiếng", "Dĩ An", "Đất Cuốc", "Tân Uyên", "Thuận An",
    ]  # fmt: skip


def test_numbers_stand_by_value():
    assert sorted(["Khu phố 10", "Khu phố 2"], key=vi_key) == ["Khu phố 2", "Khu phố 10"]


@given(st.text())
def test_any_text_has_a_key(text):
    assert vi_key(text) == vi_key(text)
    assert (vi_key(text) < vi_key(text + "x")) or text == ""
