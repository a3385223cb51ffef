"""Hồ sơ: whether rates with a target will reach it; whose target, on which agencies."""

import pytest

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown

TARGETS = """Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn
digitised_input,,80,%,mục tiêu,31/12/2025,,,Báo
digitised_input,X2,60,%,mục tiêu,,,,Báo
"""
DIGITISED = {"01": 10, "02": 11, "03": 13, "04": 14}  # of 20 dossiers each


def statement(month, number):
    lines = [
        tiny.line(f"{agency}{month}-{n}", agency=agency, received=f"10/{month}/2025", due=f"20/{month}/2025",
                  rest=f"{int(n < number)},,0,0,")
        for agency in ("S1", "S2", "H1", "X1", "X2", "X3")
        for n in range(20)
    ]  # fmt: skip
    return tiny.extract(*lines, month=f"{month}/2025")


@pytest.fixture
def text(sqlite_province, reader):
    tiny.put(sqlite_province, TARGETS, kind="targets")
    for month, number in DIGITISED.items():
        tiny.put(sqlite_province, statement(month, number))
    return lambda **params: reads(shown(reader(sqlite_province).open("dossiers", **params)))


def test_the_last_month_the_pace_and_the_pace_needed(text):
    # 50, 55, 65, 70 %: 6,67 points a month; 10 more in eight months are 1,25 a month.
    # 120 dossiers a month scatter by 6,3 points of themselves: the interval reaches beyond December.
    found = text()
    assert "1 mục tiêu về hồ sơ: 1 chưa chắc " in found
    assert "Số hóa hồ sơ đầu vào 70,00 % 80,00 % 31/12/2025 6,67 1,25 06/2025" in found


def test_an_agency_is_held_against_its_own_target_alone(text):
    found = text(don_vi="X2@2024-12-01")
    assert "Số hóa hồ sơ đầu vào 70,00 % 60,00 % — 6,67 — Đã đạt mốc 60 %. 1/1" in found
    assert "mục tiêu về hồ sơ" not in text(don_vi="X3@2024-12-01")


def test_a_level_or_a_sector_has_no_target(text):
    assert "mục tiêu về hồ sơ" not in text(cap="xa") and "mục tiêu về hồ sơ" not in text(linh_vuc="L1")


def test_three_months_are_too_few_and_it_says_what_is_there(text):
    assert "số liệu mới có 2 tháng biến động (+5,00; +10,00), cần ít nhất 3" in text(den="2025-03")
