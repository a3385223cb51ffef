"""Hồ sơ, why a rate changed: the screen says what docs/drivers.md works out by hand."""

from pathlib import Path

import pytest

from tests import tiny
from tests.drivers_example import FEBRUARY, MARCH, lines
from tests.graphics.reading import reads
from tests.ui.app import shown

WORKED = (Path(__file__).parents[2] / "docs" / "drivers.md").read_text()


@pytest.fixture
def text(sqlite_province, reader):
    for month in (FEBRUARY, MARCH):
        tiny.put(sqlite_province, lines(month))
    return lambda **params: reads(shown(reader(sqlite_province).open("dossiers", tu="2025-03", **params)))


def test_the_title_is_the_finding(text):
    assert (
        "Giải quyết đúng và trước hạn giảm 3,50 điểm %: do tỷ lệ của từng nhóm −3,06, do cơ cấu hồ sơ −0,44"
        in text()
    )


def test_the_table_is_the_one_worked_by_hand(text):
    shown = text()
    assert "Xã Hòa Bình 45/60 75,00 % 35/50 70,00 % −3,06 −0,17 −3,23" in shown
    assert "Xã An Bình 36/40 90,00 % 27/30 90,00 % 0,00 −0,27 −0,27" in shown
    for worked in ("−3,0625", "−0,26875", "−0,16875", "−3,23 of −3,5"):
        assert worked in WORKED


def test_the_sentence_names_who_pulls(text):
    assert (
        "T2/25 → T3/25: 81,00 % (81/100) → 77,50 % (62/80), cùng tập 2/6 đơn vị. "
        "Kéo xuống nhiều nhất: Xã Hòa Bình −3,23 ; Xã An Bình −0,27 ." in text()
    )


def test_counts_and_one_sector_say_why_there_is_nothing_to_split(text):
    assert "Chỉ tỷ lệ mới tách được" in text(chi_so="tiep-nhan")
    assert "Đang lọc một lĩnh vực" in text(linh_vuc="L1")


def test_a_split_stands_in_the_address(text):
    assert "Cấp xã 81/100 81,00 % 62/80 77,50 % −3,50 0,00 −3,50" in text(tach="cap")
