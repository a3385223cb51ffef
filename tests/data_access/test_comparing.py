"""Comparing and rehearsing: what an apply will do, seen before anything is done."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import StoreMoved
from data_access.fingerprint import fingerprint
from data_access.store import Store
from tests import tiny
from tests.data_access.statements import staged
from tests.tiny import extract, line


def test_dossiers_open_last_month_and_not_mentioned_are_counted_as_unseen(province):
    tiny.put(province, extract(line("D1"), line("D2", finished="12/03/2025")))
    april = staged(province, extract(line("D5", received="02/04/2025"), month="04/2025"))
    assert ingest.compare(province, april).unseen == 1


def test_a_comparison_is_made_again_when_the_store_has_moved_on(province):
    batch = staged(province, extract(line("D1")))
    seen = ingest.compare(province, batch)
    tiny.put(province, extract(line("D7", agency="X2")))
    ingest.compare(province, batch)
    ingest.apply(province, batch, by="Bob", seen=seen)  # another agency: the outcome is the same

    other = staged(province, extract(line("D1")))
    seen = ingest.compare(province, other)
    ingest.undo(province, batch, by="Carol")
    with pytest.raises(StoreMoved):
        ingest.apply(province, other, by="Bob", seen=seen)


def test_a_rehearsal_shows_both_sides_and_leaves_nothing(province):
    tiny.put(province, extract(line("D1")))
    batch = staged(province, extract(line("D1"), line("D2")))
    before, revision = fingerprint(province), province.revision()

    def read(connection):
        return {"received": connection.scalar(text("SELECT SUM(received) FROM sum_by_channel"))}

    assert ingest.rehearse(province, batch, read) == ({"received": 1}, {"received": 2})
    assert (fingerprint(province), province.revision()) == (before, revision)


def test_of_a_whole_file_into_months_that_nobody_stated_every_line_is_new(province):
    twice = line("D1")
    batch = staged(province, extract(twice, twice, line("D2"), line("D2", agency="X2")))
    assert counted_as(province, batch) == (3, 0, 0, 0)  # the repeated line is one


def test_a_supplement_that_waits_takes_no_line_from_a_whole_file_before_or_after_it(province):
    older = staged(province, extract(line("D1"), line("D9")), mode="supplement")
    whole = staged(province, extract(line("D1"), line("D2")))
    newer = staged(province, extract(line("D2"), line("D3")), mode="supplement")
    assert counted_as(province, whole) == (2, 0, 0, 0)

    ingest.apply(province, older, by="Bob")  # before the statement: it counts for nothing
    assert counted_as(province, whole) == (2, 0, 0, 0)
    ingest.apply(province, newer, by="Bob")  # after it: D3 counts as well, once there is a statement
    assert counted_as(province, whole) == (3, 0, 0, 0)


def test_an_agency_that_declared_nothing_has_no_line_that_would_be_withdrawn(province):
    nothing = ingest.declare_nothing(province, date(2025, 3, 1), ["X1"], by="Alice")
    assert counted_as(province, nothing) == (0, 0, 0, 0)
    ingest.apply(province, nothing, by="Alice")
    assert counted_as(province, staged(province, extract(line("D1"), line("D1", agency="X2")))) == (
        2,
        0,
        0,
        0,
    )


def counted_as(store: Store, batch: int) -> tuple[int, int, int, int]:
    """New, changed, unchanged and withdrawn lines of a staged batch."""
    seen = ingest.compare(store, batch)
    return seen.new, seen.changed, seen.unchanged, seen.withdrawn
