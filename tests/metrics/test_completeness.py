"""The board: in, partial, nil, waiting, late, not due – six different things."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.ingest import Known
from metrics.completeness import board
from metrics.coverage import coverage, default_scope
from metrics.read import figure
from metrics.scope import Scope
from tests import tiny
from tests.tiny import extract, line

JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)


@pytest.fixture
def province(store):
    tiny.load(store)
    june = [
        line(f"D{n}", agency=key, received="10/06/2025", due="") for n, key in enumerate(("S1", "X1", "X2"))
    ]
    first = [*june, line("D9", agency="X2", received="99/06/2025")]
    checked = ingest.check(Known.of(store), extract(*first, month="06/2025").encode(), "x.csv")
    batch = ingest.stage(store, checked, by="Alice", nil=((JUNE, "X3@2024-12-01"),))
    ingest.apply(store, batch, by="Alice")
    waiting = extract(line("D5", agency="S2", received="10/06/2025", due=""), month="06/2025")
    ingest.stage(store, ingest.check(Known.of(store), waiting.encode(), "x.csv"), by="Bob")
    return store


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
    received = sum(found.count(state, JUNE) for state in ("received", "partial", "nil"))
    assert (received, found.due(JUNE)) == (len(cover.complete), len(cover.members)) == (4, 6)


def test_a_month_that_few_have_sent_is_not_yet_the_usual_period(province):
    with province.read() as connection:
        assert default_scope(connection) == Scope(JUNE, JUNE)  # 4 of 6: the only month there is
    everyone = [line(f"E{key}", agency=key, received="05/05/2025", due="") for key in
                ("S1", "S2", "H1", "X1", "X2", "X3")]  # fmt: skip
    tiny.put(province, extract(*everyone, month="05/2025"))
    with province.read() as connection:
        assert default_scope(connection) == Scope(date(2025, 5, 1), date(2025, 5, 1))


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
