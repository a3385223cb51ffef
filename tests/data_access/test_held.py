"""Agencies that rejected lines hold back keep what they have: no number of what a file would do is theirs."""

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.fingerprint import fingerprint
from tests import tiny
from tests.data_access.statements import staged
from tests.tiny import extract, line

X1, X2 = "X1@2024-12-01", "X2@2024-12-01"
BAD = line("D9", received="99/03/2025")


def received(connection) -> dict:
    rows = connection.execute(text("SELECT agency, SUM(received) FROM sum_by_channel GROUP BY agency"))
    return dict(tuple(row) for row in rows)


@pytest.fixture
def stated(province):
    """X1 has three dossiers in March and X2 has one."""
    tiny.put(province, extract(line("D1"), line("D2"), line("D9"), line("D3", agency="X2")))
    return province


def test_of_a_file_that_is_partly_held_the_numbers_are_those_of_the_rest(stated):
    batch = staged(stated, extract(line("D1"), BAD, line("D3", agency="X2"), line("D4", agency="X2")))
    seen = ingest.compare(stated, batch)
    assert (seen.held, seen.others, seen.all_held) == ((X1,), 1, False)
    assert (seen.new, seen.changed, seen.unchanged, seen.withdrawn, seen.rejected) == (1, 0, 1, 0, 1)


def test_a_file_of_which_everybody_is_held_would_change_nothing(stated):
    seen = ingest.compare(stated, staged(stated, extract(line("D1"), BAD)))
    assert (seen.held, seen.others, seen.all_held) == ((X1,), 0, True)
    assert seen.changes_nothing and not seen.unchanged


def test_dossiers_of_a_held_agency_are_not_missed(stated):
    april = extract(line("D7", received="02/04/2025"), month="04/2025")
    tiny.put(stated, april)
    lines = line("D7", received="99/04/2025"), line("D8", agency="X2", received="02/04/2025")
    batch = staged(stated, extract(*lines, line("D6", received="02/04/2025"), month="04/2025"))
    assert ingest.compare(stated, batch).unseen == 1
    assert ingest.unseen_dossiers(stated, batch) == [(X2, "D3")]


def test_a_rehearsal_leaves_held_agencies_what_they_have_and_the_batch_as_it_was(stated):
    batch = staged(stated, extract(line("D1"), BAD, line("D3", agency="X2"), line("D4", agency="X2")))
    print_before = fingerprint(stated)
    before, after = ingest.rehearse(stated, batch, received)
    assert (before, after) == ({X1: 3, X2: 1}, {X1: 3, X2: 2})
    assert fingerprint(stated) == print_before

    rest = ingest.restage(stated, batch, by="Bob", without=(X1,))
    assert ingest.rehearse(stated, rest, received) == (before, after), "what the rest does was foretold"


def test_a_rehearsal_of_a_file_of_which_everybody_is_held_moves_nothing(stated):
    batch = staged(stated, extract(line("D1"), BAD))
    before, after = ingest.rehearse(stated, batch, received)
    assert before == after == {X1: 3, X2: 1}
