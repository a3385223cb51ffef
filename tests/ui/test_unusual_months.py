"""Hồ sơ: an unusual month is marked on its line, listed with its limits, and written into the table."""

import pytest

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown

COUNTS = {"01": 40, "02": 42, "03": 120, "04": 41, "05": 39}


def statement(month, number):
    lines = [
        tiny.line(f"{agency}{month}-{n}", agency=agency, received=f"10/{month}/2025", due=f"20/{month}/2025")
        for agency in ("X1", "X2", "X3")
        for n in range(number)
    ]
    return tiny.extract(*lines, month=f"{month}/2025")


@pytest.fixture
def text(sqlite_province, reader):
    for month, number in COUNTS.items():
        tiny.put(sqlite_province, statement(month, number))
    return lambda **params: reads(shown(reader(sqlite_province).open("dossiers", cap="xa", **params)))


def test_it_is_listed_with_its_value_its_limits_and_the_months_behind_them(text):
    # The others: 120, 126, 123, 117; mean 121,5, never narrower than three times its root: 33,1.
    assert "Tháng bất thường: T3/25 360 (thường 88 – 155, theo 4 tháng khác); cùng tập 3/3 đơn vị." in text()


def test_the_table_has_the_columns(text):
    assert "03/2025 360 360 3/3 360 88 155 4 toàn bộ" in text()
    assert "02/2025 126 126 3/3 126" in text()


def test_a_narrower_period_is_still_held_against_all_months_known_until_its_end(text):
    assert "T3/25 360 (thường 88 – 155, theo 4 tháng khác)" in text(tu="2025-03", den="2025-05")


def test_with_too_few_months_it_says_that_nothing_can_be_said(text):
    found = text(den="2025-04")
    assert "mới có 4 tháng trên cùng tập đơn vị, mỗi tháng cần ít nhất 4 tháng khác để so" in found
    assert "Tháng bất thường" not in found


def test_english(text):
    assert (
        "Unusual months: 3/25 360 (usually 88 – 155, by 4 other months); on the same 3/3 agencies."
        in text(lang="en")
    )
