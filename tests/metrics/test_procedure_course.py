"""Stocks of procedures through time: what each procedure's states say, and their course."""

from datetime import date

import pytest

from data_access.store import Store
from data_access.terms import COUNTED
from metrics.procedure_course import course
from metrics.procedure_sums import counted, procedure_sums, standings
from tests import demo, tiny
from tests.brute_force import Oracle

MARCH = date(2025, 3, 31)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Store:
    store = Store.open(f"sqlite:///{demo.copied(tmp_path_factory.mktemp('course') / 'store.sqlite')}")
    yield store
    store.close()


def test_the_stock_of_a_day_is_what_the_states_of_each_procedure_say(sample, oracle):
    days = [date(2024, 11, 30), date(2024, 12, 31), date(2025, 2, 28), date(2025, 3, 16), MARCH]
    with sample.read() as connection:
        found = {day: procedure_sums(connection, day) for day in days}
        listed = {day: counted(standings(connection, day)) for day in days}
    assert found == listed == {day: _said(oracle, day) for day in days}


def test_the_samples_stock_of_full_service_moved_by_25_23_and_33(sample):
    with sample.read() as connection:
        found = course(connection, "procedures_full", MARCH)
    assert (found.now, found.moves, found.chance, found.whole) == (826, (25, 23, 33), 27, 1877)


def test_a_day_within_a_month_ends_no_month(sample):
    with sample.read() as connection:
        found = course(connection, "procedures_full", date(2025, 3, 16))
    assert (found.now, found.moves) == (807, (25, 23))


def test_cross_boundary_procedures_did_not_move(sample):
    with sample.read() as connection:
        found = course(connection, "cross_boundary_live_count", MARCH)
    assert (found.now, found.moves, found.whole) == (275, (0, 0, 0), 570)


def test_a_higher_level_of_the_same_day_counts_and_a_last_step_brings_those_before(sqlite_province):
    states = """Mã TTHC,Nội dung,Trạng thái,Từ ngày
1.000003,mức độ DVC,toàn trình,05/03/2025
1.000003,mức độ DVC,một phần,05/03/2025
1.000004,phi địa giới,đang thực hiện,05/03/2025
"""
    tiny.put(sqlite_province, states, kind="procedure_states")
    days = [date(2025, 3, 4), date(2025, 3, 5)]
    with sqlite_province.read() as connection:
        found = {day: procedure_sums(connection, day) for day in days}
    oracle = Oracle(sqlite_province)
    assert found == {day: _said(oracle, day) for day in days}
    assert (found[days[1]]["full"], found[days[1]]["listed"], found[days[1]]["live"]) == (3, 3, 2)


def test_without_records_there_is_no_course(sqlite_store):
    with sqlite_store.read() as connection:
        found = course(connection, "procedures_full", MARCH)
    assert (found.now, found.moves, found.whole) == (0, (), 0)


def _said(oracle: Oracle, day: date) -> dict[str, int]:
    counts = oracle.procedure_counts(day)
    return {name: counts[name] for name in COUNTED}
