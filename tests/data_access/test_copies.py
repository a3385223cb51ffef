"""Undo is final: to apply again is to stage a copy. And when the same file is the same again."""

from hashlib import sha256

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import NotStaged
from data_access.fingerprint import fingerprint
from data_access.history import same_file_applied
from tests import tiny
from tests.data_access.statements import staged
from tests.tiny import extract, line


def test_undo_is_final_and_applying_again_needs_a_copy(province):
    batch = tiny.put(province, extract(line("D1")))
    after = fingerprint(province)
    ingest.undo(province, batch, by="Bob")
    with pytest.raises(NotStaged):
        ingest.apply(province, batch, by="Bob")
    copy = ingest.restage(province, batch, by="Bob")
    assert copy > batch
    ingest.apply(province, copy, by="Bob")
    assert fingerprint(province) == after


def test_a_copy_is_the_whole_batch_with_every_problem_and_every_rejected_line(province):
    faulty = extract(
        line("D1"), line("D1"), line("D2", agency="X2"), line("D9", agency="Z9"), line("D8", received="x")
    )
    batch = tiny.put(province, faulty)
    ingest.undo(province, batch, by="Bob")
    copy = ingest.restage(province, batch, by="Bob")
    first, second = _numbers(province, batch), _numbers(province, copy)
    assert first == second == (5, 2, 2, 1, 4, 2)

    catalogue = tiny.put(province, tiny.SECTORS + "L3,\n", kind="sectors")
    assert _numbers(province, ingest.restage(province, catalogue, by="Bob")) == _numbers(province, catalogue)


def _numbers(store, batch_id):
    """total, accepted, rejected, repeated, issues, rejected lines kept"""
    with store.read() as connection:
        names = "total, accepted, rejected, repeated"
        counts = connection.execute(text(f"SELECT {names} FROM batch WHERE id = {batch_id}")).one()
        kept = (
            connection.scalar(text(f"SELECT COUNT(*) FROM {table} WHERE batch_id = {batch_id}"))
            for table in ("issue", "rejected_line")
        )
        return (*counts, *kept)


def test_a_copy_of_nothing_is_refused_with_a_sentence(province):
    with pytest.raises(NotStaged):
        ingest.restage(province, 999, by="Bob")


def test_the_same_file_is_not_the_same_again_when_agencies_were_left_out(province):
    first = tiny.put(province, extract(line("D1")))
    faulty = extract(line("D2"), line("D9", received="x"), line("D3", agency="X2"))
    rest = ingest.restage(province, staged(province, faulty), by="Bob", without=("X1@2024-12-01",))
    ingest.apply(province, rest, by="Bob")
    ingest.undo(province, first, by="Bob")
    assert _again(province, faulty) is None


def test_the_same_file_is_not_the_same_again_when_it_was_only_added_or_lost_lines(province):
    tiny.put(province, extract(line("D1")))
    added = extract(line("D2"))
    ingest.apply(province, staged(province, added, mode="supplement"), by="Bob")
    assert _again(province, added) is None

    partly = extract(line("D1", agency="X2"), line("D2", agency="X2", procedure="1.000009"))
    tiny.put(province, partly)
    assert _again(province, partly) is None  # the procedure may have come since

    whole = extract(line("D1", agency="X3"))
    batch = tiny.put(province, whole)
    assert _again(province, whole) == batch
    ingest.undo(province, batch, by="Bob")
    copy = ingest.restage(province, batch, by="Bob")
    ingest.apply(province, copy, by="Bob")
    assert _again(province, whole) == copy


def _again(store, content) -> int | None:
    with store.read() as connection:
        return same_file_applied(connection, sha256(content.encode()).hexdigest())
