"""Slices that a snapshot has read already are added up to what the store would have answered."""

from datetime import date

import pytest

from metrics import read
from metrics.dossier_sums import dossier_sums, read_ahead
from metrics.indicators import INDICATORS
from metrics.scope import Scope
from tests import tiny
from tests.tiny import extract, line

SPRING = Scope(date(2025, 1, 1), date(2025, 3, 1))
RECEIVED = INDICATORS["dossiers_online"].measures
ALL = ("X1@2024-12-01", "X2@2024-12-01", "S1@2024-12-01")


@pytest.fixture
def stated(province):
    """Each agency has received another number of dossiers in each month."""
    for month in (1, 2, 3):
        lines = [
            line(f"{agency}-{n}", agency=agency, channel=1 + n % 2, received=f"03/{month:02}/2025")
            for many, agency in enumerate(("X1", "X2", "S1"), 1)
            for n in range(many * month)
        ]
        tiny.put(province, extract(*lines, month=f"{month:02}/2025"))
    return province


@pytest.mark.parametrize("agencies", [ALL, ALL[:2]])
@pytest.mark.parametrize("by", ["agency", "level", "month", None])
def test_what_was_read_ahead_adds_up_to_the_same(stated, by, agencies):
    with stated.read() as fresh:
        asked = dossier_sums(fresh, SPRING, agencies, by, RECEIVED)
    with stated.read() as connection:
        read_ahead(connection, SPRING, RECEIVED)
        assert dossier_sums(connection, SPRING, agencies, by, RECEIVED) == asked
    assert sum(sums["received"] for sums in asked.values()) == 6 * sum(range(1, len(agencies) + 1))


def test_an_agency_of_which_one_month_is_simulated_says_so(province):
    tiny.put(province, "DỮ LIỆU MÔ PHỎNG\n" + extract(line("A", received="03/02/2025"), month="02/2025"))
    tiny.put(province, extract(line("B")))
    for first, simulated in ((date(2025, 2, 1), True), (date(2025, 3, 1), False)):
        with province.read() as connection:
            found = read.by(connection, "dossiers_received", Scope(first, date(2025, 3, 1)), "agency")
        assert found["X1@2024-12-01"].synthetic is simulated
