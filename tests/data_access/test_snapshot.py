"""One snapshot is asked each thing once; what writes is asked anew."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access.agencies import agencies
from data_access.snapshot import each_month_once

JANUARY, MARCH = date(2025, 1, 1), date(2025, 3, 1)


@pytest.fixture
def province(sqlite_province):
    """What is remembered of a snapshot does not depend on the database."""
    return sqlite_province


def test_a_snapshot_answers_from_memory_and_the_next_one_asks_anew(province):
    rename = text("UPDATE agency SET name = 'Sở Khác' WHERE key = 'S1@2024-12-01'")
    with province.read() as connection:
        before = agencies(connection)
        with province.write() as writing:
            writing.execute(rename)
        assert agencies(connection) is before
    with province.read() as connection:
        assert "Sở Khác" in {unit.name for unit in agencies(connection)}


def test_what_writes_sees_its_own_changes(province):
    with province.rehearsal() as connection:
        assert len(agencies(connection)) == 8
        connection.execute(text("DELETE FROM agency WHERE key = 'V1@2024-12-01'"))
        assert len(agencies(connection)) == 7


def test_of_months_only_those_are_asked_for_that_were_not(province):
    asked = []

    @each_month_once
    def lengths(connection, months, unit):
        asked.append((months, unit))
        return {month: f"{month:%m} {unit}" for month in months}

    with province.read() as connection:
        lengths(connection, [JANUARY], "a")
        assert lengths(connection, [JANUARY, MARCH], "a") == {JANUARY: "01 a", MARCH: "03 a"}
        lengths(connection, [JANUARY, MARCH], "a")
        lengths(connection, [MARCH], "b")
    assert asked == [((JANUARY,), "a"), ((MARCH,), "a"), ((MARCH,), "b")]
