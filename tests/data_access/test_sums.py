"""The sums that pages read say what the records and lines say that they are made of."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update

from data_access import ingest, sums
from data_access.store import Store
from data_access.tables import Agency, Move, OpenCounters, Opening, Procedure, ProcedureState, Standing
from data_access.terms import ASPECTS, COUNTED
from data_access.units import APART
from tests import tiny
from tests.tiny import extract, line

FIRST = date(2025, 3, 1)
CODES = ("1.000001", "1.000002", "1.000003", "1.000004", "1.000009")
INTERNAL = "1.000009"
DAYS = st.integers(0, 12).map(lambda days: FIRST + timedelta(days))
NAMED = [(aspect, value) for aspect, values in ASPECTS.items() for value in values]
STATES = st.sets(st.tuples(st.sampled_from(CODES), st.sampled_from(NAMED), DAYS), max_size=14)
OPENINGS = st.dictionaries(
    st.tuples(st.sampled_from(CODES), st.sampled_from(["X1", "X2", "X3", "H1"]), DAYS),
    st.none() | DAYS,
    max_size=12,
)
RANDOM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def province(store: Store) -> Store:
    """The tiny province, with one internal procedure."""
    tiny.load(store)
    tiny.put(store, f"{tiny.PROCEDURES.splitlines()[0]}\n{INTERNAL},Nội bộ,L1,tỉnh,S1,1\n", kind="procedures")
    return store


@RANDOM
@given(STATES)
def test_on_any_day_a_procedure_stands_as_its_newest_states_say(province, states):
    with province.rehearsal() as connection:
        connection.execute(delete(ProcedureState))
        rows = [{"procedure": p, "aspect": a, "value": v, "since": on} for p, (a, v), on in states]
        if rows:
            connection.execute(insert(ProcedureState), rows)
        sums.refresh_of_records(connection, "procedure_states")
        of = {row.code: row for row in connection.execute(select(Procedure))}
        standings = connection.execute(select(Standing)).all()
        moves = connection.execute(select(Move)).all()
    for day in [FIRST - timedelta(1), *(FIRST + timedelta(days) for days in range(13)), date(2030, 1, 1)]:
        said = {code: _said(states, code, day) for code in CODES if code != INTERNAL}
        there = [row for row in standings if row.since <= day < row.until]
        assert sorted((row.procedure, tuple(row)[3:]) for row in there) == sorted(said.items())
        for level in ("commune", "district", "province"):
            counted = Counter()
            for code, (service, *steps) in said.items():
                if of[code].level == level:
                    counted["procedures"] += 1
                    counted[service if service in ("full", "partial") else "offline"] += 1
                    counted.update(step for step, reached in zip(COUNTED[4:], steps, strict=True) if reached)
            moved = [row for row in moves if row.level == level and row.on <= day]
            assert {name: sum(getattr(row, name) for row in moved) for name in COUNTED} == {
                name: counted[name] for name in COUNTED
            }


def _said(states, code: str, day: date) -> tuple:
    """(service level, listed, built, live) read from the states themselves."""
    mine = [
        (on, aspect, value) for procedure, (aspect, value), on in states if procedure == code and on <= day
    ]
    levels = [(on, value) for on, aspect, value in mine if aspect == "service_level"]
    newest = [value for on, value in levels if on == max(levels)[0]]
    level = next((value for value in ("full", "partial", "information") if value in newest), None)
    reached = {value for _, aspect, value in mine if aspect == "cross_boundary"}
    return level, bool(reached), bool(reached & {"built", "live"}), "live" in reached


@RANDOM
@given(OPENINGS, st.none() | DAYS)
def test_on_any_day_a_procedure_is_open_where_an_opening_says_so_and_a_counter_is_in_force(
    province, openings, ended
):
    """X3 has no counter; X2 and its counter may end."""
    rows = [
        {"procedure": code, "counter": counter, "opened_on": opened, "closed_on": closed}
        for (code, counter, opened), closed in openings.items()
        if closed is None or closed > opened
    ]
    with province.rehearsal() as connection:
        if rows:
            connection.execute(insert(Opening), rows)
        connection.execute(update(Agency).where(Agency.c.code == "X2").values(valid_to=ended))
        sums.refresh_of_records(connection, "openings")
        found = connection.execute(select(OpenCounters)).all()
    for day in (FIRST + timedelta(days) for days in range(-1, 14)):
        said = {
            (row["procedure"], row["counter"])
            for row in rows
            if row["opened_on"] <= day and (row["closed_on"] is None or row["closed_on"] > day)
            if row["counter"] != "X3" and (row["counter"] != "X2" or ended is None or day <= ended)
        }
        there = [row for row in found if row.since <= day < row.until]
        assert len({row.procedure for row in there}) == len(there)
        assert {(row.procedure, code) for row in there for code in row.counters.split(APART)} == said


TOTALS = {
    "month_by_channel": "SELECT month, channel, {sums} FROM sum_by_channel GROUP BY month, channel",
    "month_by_sector": "SELECT month, sector, {sums} FROM sum_by_sector GROUP BY month, sector",
    "month_by_service": "SELECT month, service_level, {sums} FROM sum_by_service"
    " GROUP BY month, service_level",
    "sum_of_slice": "SELECT month, agency, {sums} FROM sum_by_channel GROUP BY month, agency",
    "demand": "SELECT procedure, month, SUM(received) FROM sum_by_procedure GROUP BY month, procedure",
    "handed_in": "SELECT month, counter, SUM(received),"
    " SUM(CASE WHEN counter <> agency THEN received ELSE 0 END) FROM sum_by_counter GROUP BY month, counter",
    "month_flow": "SELECT month, home, place, SUM(received) FROM flow GROUP BY month, home, place",
}


def test_sums_of_months_and_slices_follow_those_they_are_made_of(province):
    tiny.put(province, extract(line("A"), line("B", agency="X2", counter="X1"), line("C", agency="S1")))
    _agree(province)
    more = tiny.put(province, extract(line("A", agency="X2"), line("D", agency="X2", procedure="1.000003")))
    _agree(province)
    april = extract(line("E", received="02/04/2025", submitted="02/04/2025"), month="04/2025")
    tiny.put(province, april)
    _agree(province)
    ingest.undo(province, more, by="Alice")
    _agree(province)


def _agree(store: Store) -> None:
    names = ", ".join(f"SUM({name})" for name in sums.slices.MEASURES)
    with store.read() as connection:
        for table, made_of in TOTALS.items():
            found = connection.execute(text(f"SELECT * FROM {table}")).all()
            source = connection.execute(text(made_of.format(sums=names))).all()
            assert found, table
            assert sorted(map(str, found)) == sorted(map(str, source)), table
