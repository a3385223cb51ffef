"""Dates are read day first, and it is said when a whole column could be meant month first."""

from datetime import date, timedelta

import polars as pl
import pytest

from data_access.ingest.dates import could_be_swapped, date_slowly
from tests.data_access.checks import check, problems
from tests.tiny import extract, line


def test_a_column_in_which_every_date_could_be_swapped_is_said(known):
    days = [f"{day:02}/{month:02}/2025" for day in (1, 4, 7, 11) for month in (2, 3)]
    lines = [line(f"D{i}", received=day, due="") for i, day in enumerate(days)]
    checked = check(known, extract(*lines))
    assert problems(checked) == [
        (None, "Ngày nộp", "date.swappable"),
        (None, "Ngày tiếp nhận", "date.swappable"),
    ]
    assert len(checked.lines) == 8
    beyond = check(known, extract(*lines, line("D9", received="13/03/2025", due="")))
    assert problems(beyond) == []


@pytest.mark.parametrize(
    ("days", "swappable"),
    [
        ([date(2025, month, day) for month in (1, 2, 3) for day in (4, 5, 6)], True),
        ([date(2025, month, day) for month in (1, 2, 3) for day in (4, 5, 13)], False),
        ([date(2025, 3, day) for day in range(1, 13)], False),  # one month: nobody's dates when exchanged
        ([date(2025, month, 1) for month in range(1, 13)], False),  # firsts of months, as periods begin
        ([date(2025, day, day) for day in range(1, 13)], False),  # the same either way
        ([date(2025, 3, 4), date(2025, 4, 3)], False),  # too few to wonder
        ([], False),
    ],
)
def test_only_what_could_be_read_both_ways_and_tells_apart_is_suspected(days, swappable):
    assert could_be_swapped(pl.Series(days, dtype=pl.Date)) is swappable


def test_serials_are_those_of_this_half_century():
    serials = pl.DataFrame({"cell": ["36526", "45627", "45747", "55153", "36525", "55154"]})
    read = serials.select(date_slowly(pl.col("cell"))).to_series().to_list()
    assert read == [date(2000, 1, 1), date(2024, 12, 1), date(2025, 3, 31), date(2050, 12, 31), None, None]


def test_every_day_of_three_years_reads_back_in_every_form():
    days = [date(2024, 1, 1) + timedelta(n) for n in range(1096)]
    for form in ("%d/%m/%Y", "%d-%m-%y", "%Y-%m-%dT%H:%M:%S", "%Y%m%d%H%M%S", "%d.%m.%Y %H:%M", "%d-%b-%Y"):
        cells = pl.DataFrame({"cell": [day.strftime(form) for day in days]})
        assert cells.select(date_slowly(pl.col("cell"))).to_series().to_list() == days
