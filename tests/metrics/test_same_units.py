"""Periods on two sides of 1-7-2025 are compared over the whole province, units with those they followed."""

from datetime import date
from decimal import Decimal

import pytest

from metrics.changes import change
from metrics.drivers import drivers, points
from metrics.monthly import monthly
from metrics.scope import Scope
from metrics.structure import structure
from tests import tiny

JUNE, JULY = (Scope(date(2025, month, 1), date(2025, month, 1)) for month in (6, 7))


def put(store, month: int, agency: str, many: int, late: int = 0) -> None:
    """`many` dossiers of an agency received and finished in a month, some of them late."""
    day = {"received": f"02/{month:02}/2025", "due": f"10/{month:02}/2025"}
    lines = [
        tiny.line(
            f"{agency}-{month}-{n}",
            agency=agency,
            counter=agency,
            finished=f"{11 if n < late else 9:02}/{month:02}/2025",
            **day,
        )
        for n in range(many)
    ]
    tiny.put(store, tiny.extract(*lines, month=f"{month:02}/2025"))


@pytest.fixture
def across(sqlite_province):
    """June of the old units and July of those that followed them; X3 comes later."""
    for agency, many, late in (("S1", 10, 0), ("S2", 10, 0), ("H1", 20, 5), ("X1", 30, 3), ("X2", 10, 0)):
        put(sqlite_province, 6, agency, many, late)
    for agency, many, late in (("S1", 12, 0), ("S2", 10, 0), ("X1", 34, 17), ("X2", 25, 0)):
        put(sqlite_province, 7, agency, many, late)
    return sqlite_province


def test_the_whole_province_is_compared_with_the_whole_province(across):
    put(across, 6, "X3", 5)
    put(across, 7, "X3", 5)
    with across.read() as connection:
        found = change(connection, "dossiers_received", JUNE, JULY)
    assert (found.before.part, found.after.part, found.difference) == (85, 86, 1)
    assert (found.agencies, found.due) == (5, 5)


def test_who_lacks_a_period_is_left_out_of_both_with_those_it_followed(across):
    """X3 has stated July alone."""
    put(across, 7, "X3", 5)
    with across.read() as connection:
        found = change(connection, "dossiers_received", JUNE, JULY)
    assert (found.before.part, found.after.part, found.agencies, found.due) == (80, 81, 4, 5)


def test_drivers_hold_a_unit_against_those_it_followed(across):
    with across.read() as connection:
        found = drivers(connection, "timeliness", JUNE, JULY)
        whole = change(connection, "timeliness", JUNE, JULY)
    sides = {group.label.split("@")[0]: (group.before, group.after) for group in found.groups}
    assert sides["X1"] == ((27, 30), (17, 34))
    assert sides["X2"] == ((25, 30), (25, 25))  # of the district that X2 followed as well
    assert (found.agencies, found.due) == (whole.agencies, whole.due) == (4, 5)
    assert abs(points(found.change) - whole.difference) < Decimal("1e-9")


def test_months_before_a_unit_began_are_not_noughts(across):
    """Its trend begins with it: noughts would make every month of its own unusual."""
    with across.read() as connection:
        found = monthly(connection, "dossiers_received", JULY.only(agency="X1@2025-07-01"))
    assert (found.months, found.sums) == ((JULY.first,), ((34, 0),))


def test_nobody_has_followed_a_unit_that_is_still_there(across):
    """The district missing, X2 is compared in May and June all the same: it takes over in July."""
    may = Scope(date(2025, 5, 1), date(2025, 5, 1))
    put(across, 5, "X2", 9)
    with across.read() as connection:
        found = change(connection, "dossiers_received", may, JUNE)
    assert (found.before.part, found.after.part, found.agencies) == (9, 10, 1)


def test_who_owes_nothing_and_has_stated_one_side_alone_is_on_neither(across):
    """60 late dossiers of an agency that need not report are no fall in everybody's timeliness."""
    put(across, 7, "V1", 60, late=60)
    with across.read() as connection:
        found = change(connection, "timeliness", JUNE, JULY)
        groups = {group.label for group in drivers(connection, "timeliness", JUNE, JULY).groups}
        months = monthly(connection, "timeliness", JULY.only(first=JUNE.first))
    assert (found.before.whole, found.after.whole) == (80, 81)
    assert "V1@2024-12-01" not in groups
    assert [whole for _, whole in months.sums] == [80, 81]


def test_a_unit_that_handed_over_a_part_and_went_on_stays_tied_when_its_end_is_known(sqlite_province):
    """Whether somebody has already written down when it will end changes nothing of what it gave away."""
    header = tiny.AGENCIES.splitlines()[0]
    units = "A1,Xã A,xã,phường xã,H1,01/12/2024,{},1\nB1,Xã B,xã,phường xã,H1,01/03/2025,,1\n"
    ties = f"{tiny.SUCCESSIONS.splitlines()[0]}\nA1,01/12/2024,B1,01/03/2025,một phần\n"
    for end in ("", "31/12/2025"):
        tiny.put(sqlite_province, f"{header}\n{units.format(end)}", kind="agencies")
        tiny.put(sqlite_province, ties, kind="successions")
        with sqlite_province.read() as connection:
            groups = structure(connection, JUNE.end)
        together = next(group for group in groups if group.key.startswith("A1@"))
        assert {unit.code for unit in together.members} == {"A1", "B1"} and together.inseparable
