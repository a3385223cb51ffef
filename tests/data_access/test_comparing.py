"""Comparing and rehearsing: what an apply will do, seen before anything is done."""

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import StoreMoved
from data_access.fingerprint import fingerprint
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
