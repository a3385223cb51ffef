"""The board: in, partial, nil, waiting, late, not due – six different things."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.ingest import Known
from metrics.completeness import IN, board
from metrics.coverage import coverage, default_scope
from metrics.read import figure
from metrics.scope import Scope
from metrics.sources import data_months
from tests import tiny
from tests.tiny import extract, line

UNITS = f"{tiny.AGENCIES.splitlines()[0]}\n"
JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)


@pytest.fixture
def province(province):
    june = [
        line(f"D{n}", agency=key, received="10/06/2025", due="") for n, key in enumerate(("S1", "X1", "X2"))
    ]
    first = [*june, line("D9", agency="X2", received="99/06/2025")]
    checked = ingest.check(Known.of(province), extract(*first, month="06/2025").encode(), "x.csv")
    batch = ingest.stage(province, checked, by="Alice", nil=((JUNE, "X3@2024-12-01"),))
    ingest.apply(province, batch, by="Alice")
    waiting = extract(line("D5", agency="S2", received="10/06/2025", due=""), month="06/2025")
    ingest.stage(province, ingest.check(Known.of(province), waiting.encode(), "x.csv"), by="Bob")
    return province


def test_each_state_is_told_from_the_others(province):
    with province.read() as connection:
        found = board(connection, Scope(JUNE, JULY))
    states = {unit.key: [cell.state for cell in cells] for unit, cells in found.rows}
    assert states == {
        "S1@2024-12-01": ["received", "late"],
        "S2@2024-12-01": ["waiting", "late"],
        "H1@2024-12-01": ["late", "not_due"],
        "X1@2024-12-01": ["received", "not_due"],
        "X1@2025-07-01": ["not_due", "late"],
        "X2@2024-12-01": ["partial", "late"],
        "X3@2024-12-01": ["nil", "late"],
    }


def test_the_board_and_the_fraction_on_every_tile_agree(province):
    with province.read() as connection:
        found = board(connection, Scope(JUNE, JUNE))
        cover = coverage(connection, Scope(JUNE, JUNE))
    received = sum(found.count(state, JUNE) for state in IN)
    assert (received, found.due(JUNE)) == (len(cover.complete), len(cover.members)) == (4, 6)
    assert found.received(JUNE) == 4


def test_every_figure_prints_the_n_and_m_of_the_board(province):
    """Of every level and month: the strip of a page and each figure have them from the same function."""
    with province.read() as connection:
        for month in (JUNE, JULY):
            for level in (None, "province", "district", "commune"):
                scope = Scope(month, month, level)
                found, cover = board(connection, scope), coverage(connection, scope)
                pair = found.received(month), found.due(month)
                assert pair == (sum(found.count(state, month) for state in IN),
                                len(found.rows) - found.count("not_due", month))  # fmt: skip
                assert pair == (len(cover.complete), len(cover.members))
                shown = figure(connection, "dossiers_received", scope)
                assert (shown.received, shown.due) == pair


def state_of(store, key: str, month=JUNE):
    with store.read() as connection:
        rows = {unit.key: cells for unit, cells in board(connection, Scope(month, month)).rows}
    return rows[key][0]


def stage(store, *lines, month="06/2025", **how) -> int:
    checked = ingest.check(Known.of(store), extract(*lines, month=month).encode(), "x.csv")
    return ingest.stage(store, checked, by="Bob", **how)


def test_a_supplement_that_brings_the_rejected_lines_makes_the_month_whole(province):
    partial = state_of(province, "X2@2024-12-01")
    assert (partial.state, partial.rejected) == ("partial", 1)
    corrected = extract(line("D9", agency="X2", received="09/06/2025", due=""), month="06/2025")
    checked = ingest.check(Known.of(province), f"Mã lô: {partial.batch_id}\n{corrected}".encode(), "x.csv")
    ingest.apply(province, ingest.stage(province, checked, by="Bob"), by="Bob")
    assert state_of(province, "X2@2024-12-01").state == "received"


def test_a_supplement_makes_whole_what_counts_and_its_copies_and_nothing_newer(province):
    """Undone and applied again as a copy, the month lacks the line: the supplement before it does not count
    on it. Sent again, naming the first batch as its file does, it does."""
    base = state_of(province, "X2@2024-12-01").batch_id
    corrected = extract(line("D9", agency="X2", received="09/06/2025", due=""), month="06/2025")
    file = f"Mã lô: {base}\n{corrected}".encode()

    def sent() -> None:
        checked = ingest.check(Known.of(province), file, "x.csv")
        ingest.apply(province, ingest.stage(province, checked, by="Bob"), by="Bob")

    sent()
    ingest.undo(province, base, by="Bob")
    ingest.apply(province, ingest.restage(province, base, by="Bob"), by="Bob")
    again = state_of(province, "X2@2024-12-01")
    assert (again.state, again.rejected) == ("partial", 1)
    sent()
    assert state_of(province, "X2@2024-12-01").state == "received"


def test_a_newer_file_that_waits_is_shown_beside_what_counts(province):
    batch = stage(province, line("D1", agency="X1", received="10/06/2025", due=""))
    cell = state_of(province, "X1@2024-12-01")
    assert (cell.state, cell.waiting) == ("received", batch)


def test_a_supplement_that_waits_is_shown_beside_what_counts_and_is_no_month_of_its_own(province):
    of = [line(f"D{key}", agency=key, received="10/06/2025", due="") for key in ("X2", "H1")]
    batch = stage(province, *of, mode="supplement")
    assert state_of(province, "X2@2024-12-01").waiting == batch
    assert state_of(province, "H1@2024-12-01").state == "late"


def test_no_file_waits_for_a_unit_that_its_code_does_not_mean_any_more_in_the_month(province):
    """X4 ended in the middle of July, which a list said after its file was checked."""
    tiny.put(province, f"{UNITS}X4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n", kind="agencies")
    of_july = line("D1", agency="X4", received="10/07/2025")
    stage(province, of_july, month="07/2025")
    applied = stage(province, of_july, month="07/2025")
    ingest.apply(province, applied, by="Bob")
    newer = stage(province, of_july, month="07/2025")
    assert state_of(province, "X4@2024-12-01", JULY).waiting == newer

    ended = "X4,Xã Bốn,xã,phường xã,H1,01/12/2024,14/07/2025,1\nX4,Phường Bốn,xã,phường xã,,15/07/2025,,1\n"
    tiny.put(province, UNITS + ended, kind="agencies")
    assert state_of(province, "X4@2024-12-01", JULY).waiting is None
    ingest.undo(province, applied, by="Bob")
    with province.read() as connection:
        rows = board(connection, Scope(JULY, JULY)).rows
    assert [cells[0].state for unit, cells in rows if unit.code == "X4"] == ["late"]


def test_a_month_of_which_every_line_was_turned_away_is_rejected_and_not_late(province):
    batch = stage(province, line("D7", agency="H1", received="99/06/2025"),
                  line("D8", agency="S1", received="10/06/2025", due=""))  # fmt: skip
    cell = state_of(province, "H1@2024-12-01")
    assert (cell.state, cell.batch_id, cell.rejected) == ("rejected", batch, 1)
    ingest.discard(province, batch, by="Bob")
    assert state_of(province, "H1@2024-12-01").state == "rejected"


def test_a_file_that_was_undone_leaves_its_month_late(province):
    batch = stage(province, line("D7", agency="H1", received="10/06/2025", due=""))
    ingest.apply(province, batch, by="Bob")
    assert state_of(province, "H1@2024-12-01").state == "received"
    ingest.undo(province, batch, by="Bob")
    assert state_of(province, "H1@2024-12-01").state == "late"


def test_a_month_that_few_have_sent_is_not_yet_the_usual_period(province):
    with province.read() as connection:
        assert default_scope(connection) == Scope(JUNE, JUNE)  # 4 of 6: the only month there is
    everyone = [line(f"E{key}", agency=key, received="05/05/2025", due="") for key in
                ("S1", "S2", "H1", "X1", "X2", "X3")]  # fmt: skip
    tiny.put(province, extract(*everyone, month="05/2025"))
    with province.read() as connection:
        assert default_scope(connection) == Scope(date(2025, 5, 1), date(2025, 5, 1))


def test_the_usual_period_begins_after_a_month_of_which_nobody_has_stated_anything(province):
    """Else all who are still there would be out of every figure, and those that have ended would be it."""
    everyone = [line(f"E{key}", agency=key, received="05/04/2025", due="") for key in
                ("S1", "S2", "H1", "X1", "X2", "X3")]  # fmt: skip
    tiny.put(province, extract(*everyone, month="04/2025"))  # nothing of May
    with province.read() as connection:
        assert JUNE in data_months(connection)
        assert default_scope(connection) == Scope(date(2025, 4, 1), date(2025, 4, 1))
    late = [line(f"J{key}", agency=key, received="05/06/2025", due="") for key in
            ("S1", "S2", "H1", "X1", "X2", "X3")]  # fmt: skip
    tiny.put(province, extract(*late, month="06/2025"))
    with province.read() as connection:
        assert default_scope(connection) == Scope(JUNE, JUNE)


def test_a_stock_speaks_of_the_last_day_that_its_records_reach(province):
    with province.read() as connection:
        found = figure(connection, "procedures_full", Scope(JUNE, JUNE))
    assert found.as_of == JUNE.replace(day=30)  # the tiny province's states are as of the day of loading
    batches = "UPDATE batch SET as_of = '2025-03-31' WHERE kind = 'procedure_states'"
    with province.write() as connection:
        connection.execute(text(batches))
    with province.read() as connection:
        assert figure(connection, "procedures_full", Scope(JUNE, JUNE)).as_of == date(2025, 3, 31)
        assert figure(connection, "dossiers_received", Scope(JUNE, JUNE)).as_of == date(2025, 6, 30)


def test_a_supplement_adds_to_the_lines_that_the_board_counts(province):
    more = extract(line("D7", agency="X2", received="11/06/2025", due=""), month="06/2025")
    checked = ingest.check(Known.of(province), more.encode(), "x.csv")
    ingest.apply(province, ingest.stage(province, checked, by="Bob", mode="supplement"), by="Bob")
    with province.read() as connection:
        cells = {unit.key: cells[0] for unit, cells in board(connection, Scope(JUNE, JUNE)).rows}
    assert (cells["X2@2024-12-01"].lines, cells["S1@2024-12-01"].lines) == (2, 1)
