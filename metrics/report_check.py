"""II.06a reports held against what counts in their months: where both exist, every difference is listed.

A report of a month is checked where dossiers count for it. One of several months never counts and is
always checked, once all its months are in.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access import reported
from data_access.counting import received_slices
from data_access.months import last_month
from data_access.reported import Stated
from data_access.statements import DOSSIERS, REPORTS
from data_access.tables import SumBySector, SumReported
from data_access.tables.sums import REPORTED
from metrics.indicators import OPEN
from metrics.scope import Scope

CARRIED = ("carried",)  # of a period: what its first month carried over; what its last month leaves open

Slice = tuple[date, str]
Period = tuple[str, date, int]  # agency, last month, how many months
Sums = dict[str, int]


@dataclass(frozen=True)
class Difference:
    """A measure of a sector of which a report (None: no such row) and what counts say different things.

    `month` is the last of the report's `months`.
    """

    batch_id: int
    agency: str
    month: date
    months: int
    sector: str
    measure: str
    report: int | None
    counted: int


def differences(connection: Connection, scope: Scope) -> list[Difference]:
    """The differences of all reports that end in the scope's months, narrowed to its agency."""
    stated = reported.that_count(connection, scope.first, scope.last)
    mine = [one for one in stated if scope.agency in (None, one.agency)]
    return _compared(connection, _comparable(connection, mine))


def differences_of(connection: Connection, batch_id: int) -> list[Difference] | None:
    """The differences of one report, applied or not, to what counts now; None if it cannot be compared."""
    reports = _comparable(connection, reported.of_batch(connection, batch_id))
    return _compared(connection, reports) if reports else None


def _comparable(connection: Connection, stated: Collection[Stated]) -> dict[Period, dict[str, Stated]]:
    """Rows by sector of each report of which every month is in: of dossiers, if it is a month's."""
    if not stated:
        return {}
    by_dossiers = set(received_slices(connection, DOSSIERS))
    received = by_dossiers | set(received_slices(connection, REPORTS))
    found: dict[Period, dict[str, Stated]] = {}
    for one in stated:
        period = (one.agency, one.month, one.months)
        if set(_slices(*period)) <= (by_dossiers if one.months == 1 else received):
            found.setdefault(period, {})[one.sector] = one
    return found


def _compared(connection: Connection, reports: dict[Period, dict[str, Stated]]) -> list[Difference]:
    counted = _counted(connection, {agency for agency, _, _ in reports}) if reports else {}
    return [
        difference
        for period, sectors in sorted(reports.items())
        for difference in _of_report(sectors, _slices(*period), counted)
    ]


def _slices(agency: str, month: date, months: int) -> list[Slice]:
    """The slices of a period, in order."""
    found = [(month, agency)]
    while len(found) < months:
        found.insert(0, (last_month(found[0][0]), agency))
    return found


def _of_report(
    sectors: dict[str, Stated], slices: list[Slice], counted: dict[Slice, dict[str, Sums]]
) -> Iterator[Difference]:
    of_months = [counted.get(one, {}) for one in slices]
    some = next(iter(sectors.values()))
    for sector in sorted({*sectors, *(sector for month in of_months for sector in month)}):
        ours = _over([month.get(sector, dict.fromkeys(REPORTED, 0)) for month in of_months])
        said = sectors.get(sector)
        for measure in REPORTED:
            report = said.measures[measure] if said else None
            if report != ours[measure] and (said or ours[measure]):
                where = (some.batch_id, some.agency, some.month, some.months, sector)
                yield Difference(*where, measure, report, ours[measure])


def _over(months: list[Sums]) -> Sums:
    """Sums of months as a report of all of them states them."""
    return {
        measure: months[0][measure] if measure in CARRIED
        else months[-1][measure] if measure in OPEN
        else sum(month[measure] for month in months)
        for measure in REPORTED
    }  # fmt: skip


def _counted(connection: Connection, agencies: Collection[str]) -> dict[Slice, dict[str, Sums]]:
    """Slice → sector → sums, of dossiers or, where they are not in, of reports."""
    found: dict[Slice, dict[str, Sums]] = {}
    for table in (SumBySector, SumReported):
        columns = [table.c[name] for name in ("month", "agency", "sector", *REPORTED)]
        rows = connection.execute(select(*columns).where(table.c.agency.in_(list(agencies)))).mappings()
        for row in rows:
            of_slice = found.setdefault((row["month"], row["agency"]), {})
            of_slice[row["sector"]] = {name: row[name] for name in REPORTED}
    return found
