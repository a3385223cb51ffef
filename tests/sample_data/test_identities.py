"""Form II.06a on the sample: every agency, month and sector obeys it, the totals do, and so do the months.

The totals (3), (5), (7) and (11) are counted on the lines by plain SQL; the other columns are the sums that
the pages read. Each slice of the sample has one batch, so its lines are what counts.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import Connection, text

from data_access.agencies import agencies
from data_access.units import Unit
from metrics.dossier_sums import added, dossier_sums
from metrics.indicators import FINISHED, INDICATORS, OPEN
from metrics.read import by, figures
from metrics.scope import Scope
from sample_data.agencies import TWO_TIERS
from tests.form_06a import broken, columns
from tests.sample_data.extracts import CATALOGUES, FIRST_MONTHS, LATER_MONTHS

MONTHS = FIRST_MONTHS + LATER_MONTHS
JUNE, JULY = date(2025, 6, 1), TWO_TIERS
OLD_COMMUNES = CATALOGUES.parent / "reference" / "old_communes_91.csv"
EACH_MONTH = pytest.mark.parametrize("month", MONTHS, ids=lambda month: f"{month:%Y-%m}")

_TOTALS = text("""
    SELECT d.agency, p.sector, COUNT(*) AS stood,
           SUM(d.received_on >= d.month AND d.channel <> 2) AS direct,
           SUM(d.finished_on IS NOT NULL AND d.finished_on <= date(d.month, '+1 month', '-1 day')) AS finished
    FROM dossier d JOIN procedure p ON p.code = d.procedure
    WHERE d.month = :month AND d.received_on IS NOT NULL
    GROUP BY d.agency, p.sector""")
_OPEN = text("SELECT code FROM dossier WHERE month = :month AND agency = :agency AND received_on IS NOT NULL"
             " AND finished_on IS NULL")  # fmt: skip
_CARRIED = text("SELECT code FROM dossier WHERE month = :month AND agency = :agency AND received_on < :month")


@pytest.fixture(scope="module")
def connection(ten_months) -> Iterator[Connection]:
    with ten_months.read() as opened:
        yield opened


@pytest.fixture(scope="module")
def form(connection) -> dict[date, dict[tuple[str, str], dict[int, int]]]:
    """Month → (agency, sector) → the row of the form."""
    return {month: _rows(connection, month) for month in MONTHS}


def _rows(connection: Connection, month: date) -> dict[tuple[str, str], dict[int, int]]:
    counted = {(row.agency, row.sector): row for row in connection.execute(_TOTALS, {"month": f"{month}"})}
    found = {}
    for unit in _in_force(connection, month):
        kept = dossier_sums(connection, Scope(month, month), [unit.key], "sector")
        for sector, sums in kept.items():
            row = counted.pop((unit.key, sector), None)
            totals = {3: 0, 5: 0, 7: 0, 11: 0}
            if row:
                totals = {3: row.stood, 5: row.direct, 7: row.finished, 11: row.stood - row.finished}
            found[unit.key, sector] = columns(sums, totals)
    assert counted == {}, "lines of which no sum says anything"
    return found


def _in_force(connection: Connection, month: date) -> list[Unit]:
    scope = Scope(month, month)
    return [unit for unit in agencies(connection) if unit.reports and unit.in_force(scope.end, scope.end)]


@EACH_MONTH
def test_every_agency_and_sector_obeys_the_identities(form, month):
    assert len({agency for agency, _ in form[month]}) == (115 if month < JULY else 51)
    assert {key: wrong for key, row in form[month].items() if (wrong := broken(row))} == {}


@EACH_MONTH
def test_levels_and_the_province_are_the_sums_of_their_agencies(connection, form, month):
    """Read by channel, sector and service level: three tables, the same columns."""
    scope, units = Scope(month, month), _in_force(connection, month)
    for level in ("province", "district", "commune", None):
        keys = {unit.key for unit in units if level in (None, unit.level)}
        total = _total(row for (agency, _), row in form[month].items() if agency in keys)
        assert broken(total) == []
        for dimension in (None, "channel", "sector", "service_level"):
            sums = dossier_sums(connection, scope, keys, dimension)
            assert columns(added(list(sums.values())), {n: total[n] for n in (3, 5, 7, 11)}) == total


@EACH_MONTH
def test_the_pages_figures_are_these_columns(connection, form, month):
    """What Hồ sơ prints of a month, as a whole and by level, against the form."""
    keys = ("dossiers_received", "dossiers_online", "dossiers_finished", "dossiers_open", "overdue_open")
    units, scope = _in_force(connection, month), Scope(month, month)
    levels = {key: by(connection, key, scope, "level") for key in keys}
    shown = {None: figures(connection, keys, scope)}
    shown |= {level: {key: levels[key][level] for key in keys} for level in levels["dossiers_open"]}
    for level, found in shown.items():
        mine = {unit.key for unit in units if level in (None, unit.level)}
        row = _total(row for (agency, _), row in form[month].items() if agency in mine)
        assert found["dossiers_received"].part == found["dossiers_online"].whole == row[4] + row[5]
        assert found["dossiers_online"].part == row[4]
        assert found["dossiers_finished"].part == row[7]
        assert found["dossiers_open"].part == found["overdue_open"].whole == row[11]
        assert found["overdue_open"].part == row[13]
    assert INDICATORS["dossiers_finished"].part == FINISHED and INDICATORS["dossiers_open"].part == OPEN


@pytest.mark.parametrize(("before", "after"), [pair for pair in pairwise(MONTHS) if pair[1] != JULY],
                         ids=lambda month: f"{month:%Y-%m}")  # fmt: skip
def test_what_an_agency_carries_over_it_had_open_before(form, before, after):
    """(6) of a month is (11) of the month before, agency by agency and sector by sector."""
    carried = {key: row[6] for key, row in form[after].items() if row[6]}
    assert carried == {key: row[11] for key, row in form[before].items() if row[11]}


def test_the_province_loses_nothing_when_the_districts_end(form):
    """Across 1-7-2025 by sector: what 100 units had open is what 51 carry over."""
    for before, after in ((JUNE, JULY), (JULY, date(2025, 8, 1))):
        left, carried = Counter(), Counter()
        for (_, sector), row in form[before].items():
            left[sector] += row[11]
        for (_, sector), row in form[after].items():
            carried[sector] += row[6]
        assert carried == left


def test_a_new_commune_made_of_whole_old_ones_carries_over_what_these_had_open(connection):
    """The twelve of which history is exact; beside it only what the districts, without successor, gave."""
    communes = _whole_successors()
    assert len(communes) == 12
    districts = [unit.key for unit in _in_force(connection, JUNE) if unit.level == "district"]
    of_districts = set().union(*(_codes(connection, _OPEN, JUNE, key) for key in districts))
    for new, olds in communes.items():
        carried = _codes(connection, _CARRIED, JULY, f"{new}@{JULY}")
        left = set().union(*(_codes(connection, _OPEN, JUNE, f"{old}@2024-12-01") for old in olds))
        assert left and carried - of_districts == left


def test_a_department_carries_over_its_own_and_what_the_districts_gave(connection):
    units = _in_force(connection, JUNE)
    of_districts = set().union(
        *(_codes(connection, _OPEN, JUNE, unit.key) for unit in units if unit.level == "district")
    )
    for unit in units:
        if unit.level == "province":
            carried = _codes(connection, _CARRIED, JULY, unit.key)
            assert carried - of_districts == _codes(connection, _OPEN, JUNE, unit.key)


def _codes(connection: Connection, statement, month: date, agency: str) -> set[str]:
    return set(connection.scalars(statement, {"month": f"{month}", "agency": agency}))


def _whole_successors() -> dict[str, list[str]]:
    """New commune → its old ones, where none of these was split."""
    with OLD_COMMUNES.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    split = {row["ma_xa_moi"] for row in rows if row["kieu"] == "một phần"}
    found: dict[str, list[str]] = {}
    for row in rows:
        if row["ma_xa_moi"] not in split:
            found.setdefault(row["ma_xa_moi"], []).append(row["ma_xa_cu"])
    return found


def _total(rows) -> dict[int, int]:
    total: Counter = Counter(dict.fromkeys(range(3, 14), 0))
    for row in rows:
        total.update(row)
    return dict(total)
