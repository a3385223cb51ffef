"""The reorganisation of 1-7-2025, read from the official succession: exact, inseparable, ended."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from data_access import ingest
from data_access.ingest import Known
from metrics.read import figure
from metrics.scope import Scope
from metrics.structure import restated, structure
from tests import tiny

JUNE, JULY = date(2025, 6, 30), date(2025, 7, 1)
CATALOGUES = Path(__file__).parents[2] / "sample_data" / "catalogues"
NAMES = ("don-vi.csv", "don-vi-2025-07.csv", "ke-thua-2025-07.csv")


@pytest.fixture
def province(sqlite_store):
    for name in NAMES:
        checked = ingest.check(Known.of(sqlite_store), CATALOGUES / name)
        ingest.apply(sqlite_store, ingest.stage(sqlite_store, checked, by="Alice"), by="Alice")
    return sqlite_store


def communes(store, on):
    with store.read() as connection:
        return [group for group in structure(connection, on) if group.level == "commune"]


def test_before_the_day_every_unit_stands_for_itself(province):
    groups = communes(province, JUNE)
    assert len(groups) == 91 and not any(group.inseparable or group.ended for group in groups)


def test_of_36_new_units_12_are_exact_and_24_stand_in_10_groups(province):
    groups = communes(province, JULY)
    exact = [group for group in groups if len(group.now) == 1]
    tied = [group for group in groups if group.inseparable]
    assert (len(exact), len(tied), sum(len(group.now) for group in tied)) == (12, 10, 24)
    assert sum(len(group.members) - len(group.now) for group in groups) == 91


def test_the_groups_are_those_of_the_official_list(province):
    """Worked out anew, by another way: new units that share a split old one are walked together."""
    split = defaultdict(set)
    with (CATALOGUES / "ke-thua-2025-07.csv").open(encoding="utf-8-sig") as file:
        for row in list(csv.reader(file))[3:]:
            split[row[0]].add(row[2])
    apart = {frozenset({new}) for news in split.values() for new in news}
    for news in split.values():
        touched = {group for group in apart if group & news}
        apart = (apart - touched) | {frozenset().union(*touched)}
    found = {frozenset(unit.code for unit in group.now) for group in communes(province, JULY)}
    assert found == apart


def test_districts_end_without_a_successor(province):
    with province.read() as connection:
        districts = [group for group in structure(connection, JULY) if group.level == "district"]
    assert len(districts) == 9 and all(group.ended for group in districts)


def test_a_code_means_another_unit_after_the_day(province):
    named = {
        on: {unit.name for group in communes(province, on) for unit in group.now if unit.code == "25747"}
        for on in (JUNE, JULY)
    }
    assert named == {JUNE: {"Phường Phú Cường"}, JULY: {"Phường Thủ Dầu Một"}}


def test_the_province_is_the_same_in_both_structures(store):
    tiny.load(store)
    tiny.put(store, tiny.extract(tiny.line("A", agency="X1"), tiny.line("B", agency="X2", channel=1)))
    later = {"received": "03/07/2025", "due": "20/07/2025"}
    tiny.put(store, tiny.extract(tiny.line("C", agency="X1", **later), month="07/2025"))
    scope = Scope(date(2025, 3, 1), date(2025, 7, 1))
    with store.read() as connection:
        whole = figure(connection, "dossiers_received", scope)
        groups = restated(connection, "dossiers_received", scope)
    assert sum(one.part or 0 for one in groups.values()) == whole.part
    assert sum(one.due for one in groups.values()) == whole.due
