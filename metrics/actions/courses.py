"""Each agency's month beside the months before it: what a judgement of the agency rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.units import Unit
from metrics import limits
from metrics.coverage import Coverage, coverage, data_months
from metrics.dossier_sums import Sums, dossier_sums
from metrics.indicators import Indicator
from metrics.limits import FEWEST, Limits
from metrics.ranking import SMALL
from metrics.scope import Scope
from metrics.statements import LONGEST
from metrics.unusual import POINTS


@dataclass(frozen=True, eq=False)
class Course:
    """An agency's sums of a month, and of those before that it has stated, oldest first."""

    unit: Unit
    month: date
    now: Sums
    before: tuple[Sums, ...]
    synthetic: bool

    def sums(self, indicator: Indicator) -> tuple[int, int]:
        """Part and whole of the month."""
        return _sums(indicator, self.now)

    def worsened(self, indicator: Indicator) -> Limits | None:
        """The limits that the month breaks on the worse side, by two points or more."""
        part, whole = self.sums(indicator)
        bounds = limits.of_rates([_sums(indicator, sums) for sums in self.before], whole)
        if bounds is None or whole < SMALL or bounds.hold(rate := 100 * part / whole):
            return None
        off = rate - bounds.centre if indicator.higher_is_better is False else bounds.centre - rate
        return bounds if off >= POINTS else None


def courses(connection: Connection, month: date, cover: Coverage, names: Sequence[str]) -> Iterator[Course]:
    """The agencies that are complete in a month, by key, with the measures `names`; earlier months are read
    only where there are enough of them for limits."""
    known = [one for one in data_months(connection) if one <= month][-LONGEST - 1 :]
    months = known if len(known) > FEWEST else known[-1:]
    if not months or not cover.complete:
        return
    if len(months) > 1:  # read for all months at once
        coverage(connection, Scope(months[0], month))
        dossier_sums(connection, Scope(months[0], month), cover.complete, names=names)
    past = [_stated(connection, one, cover, names) for one in months if one < month]
    for agency, now in sorted(_stated(connection, month, cover, names).items()):
        before = tuple(one[agency] for one in past if agency in one)
        yield Course(cover.units[agency], month, now, before, cover.synthetic)


def _stated(connection: Connection, month: date, cover: Coverage, names: Sequence[str]) -> dict[str, Sums]:
    """What each agency that has stated a month says of it; a declared nil says nought."""
    scope = Scope(month, month)
    received = coverage(connection, scope).complete & cover.complete
    sums = dossier_sums(connection, scope, received, "agency", names)
    return {agency: sums.get(agency, dict.fromkeys(names, 0)) for agency in received}


def _sums(indicator: Indicator, sums: Sums) -> tuple[int, int]:
    return sum(sums[name] for name in indicator.part), sum(sums[name] for name in indicator.whole)
