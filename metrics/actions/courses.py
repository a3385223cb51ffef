"""Each agency's month beside the months before it: what a judgement of the agency rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from sqlalchemy import Connection

from data_access.tables import SumOfSlice, SumReported
from data_access.units import Unit
from metrics import limits
from metrics.coverage import Coverage
from metrics.dossier_sums import Sums, added, dossier_sums
from metrics.indicators import Indicator
from metrics.limits import FEWEST, Limits
from metrics.ranking import SMALL
from metrics.scope import Scope
from metrics.sources import data_months
from metrics.statements import LONGEST
from metrics.stored_sums import added_by, asked_of
from metrics.unusual import POINTS


@dataclass(frozen=True, eq=False)
class Course:
    """An agency's sums of a month; and where it may have got worse, of the months before that it has stated,
    oldest first, and of all of these together (`usual`)."""

    unit: Unit
    month: date
    now: Sums
    usual: Sums | None
    before: Sequence[Sums]
    synthetic: bool

    def sums(self, indicator: Indicator) -> tuple[int, int]:
        """Part and whole of the month."""
        return indicator.parts(self.now)

    def worsened(self, indicator: Indicator) -> Limits | None:
        """The limits that the month breaks on the worse side, by two points or more."""
        if not self.before or not _is_off(indicator, self.now, self.usual):
            return None
        part, whole = self.sums(indicator)
        bounds = limits.of_rates(list(map(indicator.parts, self.before)), whole)
        if bounds is None or bounds.hold(rate := 100 * part / whole):
            return None
        return bounds if _worse_by(indicator, rate, bounds.centre) >= POINTS else None


def courses(
    connection: Connection, month: date, cover: Coverage, indicators: Sequence[Indicator]
) -> Iterator[Course]:
    """The agencies that are complete in a month, by key, with what these rates are made of.

    Earlier months are read only where there are enough of them for limits, and only of agencies that are
    two points worse than all of these months together and further than chance explains: no other can break
    them.
    """
    names = tuple({name: None for one in indicators for name in one.measures})
    sums = dossier_sums(connection, Scope(month, month), cover.complete, "agency", names)
    nothing = dict.fromkeys(names, 0)  # a declared nil
    now = {agency: sums.get(agency, nothing) for agency in sorted(cover.complete)}
    earlier = [one for one in data_months(connection) if one < month][-LONGEST:]
    usual: Mapping[str, Sums] = {}
    before: Mapping[str, list[Sums]] = {}
    if len(earlier) >= FEWEST:
        usual = _added(connection, earlier, names)
        off = [
            key
            for key in now
            if key in usual and any(_is_off(one, now[key], usual[key]) for one in indicators)
        ]
        before = _of_each_month(connection, earlier, off, names)
    for agency, stated in now.items():
        history = usual.get(agency), before.get(agency, ())
        yield Course(cover.units[agency], month, stated, *history, cover.synthetic)


def _is_off(one: Indicator, now: Sums, usual: Sums) -> bool:
    """Whether a rate may be beyond its limits: it is one of SMALL or more, and worse than usual by POINTS and
    by more than chance."""
    (part, whole), (usual_part, usual_whole) = one.parts(now), one.parts(usual)
    if whole < SMALL or not usual_whole:
        return False
    # Nearly POINTS, since they round otherwise; what counts is decided by the limits.
    if _worse_by(one, 100 * part / whole, 100 * usual_part / usual_whole) <= 0.99 * POINTS:
        return False
    return not limits.chance_explains(part, whole, (usual_part, usual_whole))


def _worse_by(indicator: Indicator, rate: float, usual: float) -> float:
    return rate - usual if indicator.higher_is_better is False else usual - rate


def _added(connection: Connection, months: Sequence[date], names: tuple[str, ...]) -> dict[str, Sums]:
    """Agency → what it stated in all of the months together, added up in the store."""
    found: dict[str, Sums] = {}
    for (agency,), sums in _stated(connection, months, names, ("agency",)):
        found[agency] = added([found[agency], sums], names) if agency in found else sums
    return found


def _of_each_month(
    connection: Connection, months: Sequence[date], agencies: Sequence[str], names: tuple[str, ...]
) -> dict[str, list[Sums]]:
    """Agency → its sums of each of the months that it has stated, oldest first."""
    rows = _stated(connection, months, names, ("month", "agency"), agencies) if agencies else ()
    found: dict[str, list[Sums]] = {}
    for (_, agency), sums in sorted(rows, key=itemgetter(0)):
        found.setdefault(agency, []).append(sums)
    return found


def _stated(
    connection: Connection,
    months: Sequence[date],
    names: tuple[str, ...],
    by: tuple[str, ...],
    agencies: Sequence[str] | None = None,
) -> Iterator[tuple[tuple, Sums]]:
    """(Labels, sums) of dossiers, then of reports; of one slice there is only one of the two."""
    asked = {**asked_of(months[0], months[-1]), **({} if agencies is None else {"agencies": agencies})}
    for table in (SumOfSlice, SumReported):
        statement = added_by(table, by, names, frozenset(asked))
        for row in connection.execute(statement, asked).all():
            yield row[: len(by)], dict(zip(names, row[len(by) :], strict=True))
