"""Form II.06a as a balance, month by month: what came in is what was finished and what stands open.

(3) = (4) + (5) + (6) = (7) + (11), (7) = (8) + (9) + (10), (11) = (12) + (13); and the (6) of a month is the
(11) of the month before, over the agencies that stated both (mẫu II.06a/VPCP/KSTT).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data_access.months import last_month
from metrics.coverage import Coverage, coverage
from metrics.dossier_sums import dossier_sums
from metrics.indicators import FINISHED, OPEN
from metrics.scope import Scope

NAMES = ("received", "received_online", "carried", *FINISHED, *OPEN, "waiting")


@dataclass(frozen=True)
class Balance:
    """One month. Counts are None where no agency has stated it; `waiting` (outside the form) also where a
    report did. `drift` is (6) less the (11) of the month before over `both` agencies – those in both
    months, or where nobody is missing the whole province, across a reorganisation too; None without any."""

    month: date
    received: int | None
    received_online: int | None
    carried: int | None
    finished_early: int | None
    finished_on_time: int | None
    finished_late: int | None
    open_in_time: int | None
    open_overdue: int | None
    waiting: int | None
    stated: int
    due: int
    drift: int | None
    both: int

    @property
    def total(self) -> int | None:
        """(3)"""
        return None if self.received is None else self.received + self.carried

    @property
    def direct(self) -> int | None:
        """(5): in person and by post."""
        return None if self.received is None else self.received - self.received_online

    @property
    def finished(self) -> int | None:
        """(7)"""
        return None if self.received is None else sum(getattr(self, name) for name in FINISHED)

    @property
    def open(self) -> int | None:
        """(11)"""
        return None if self.received is None else sum(getattr(self, name) for name in OPEN)

    @property
    def off(self) -> int | None:
        """(3) − (7) − (11): nought by construction, and shown to be."""
        return None if self.total is None else self.total - self.finished - self.open


def balances(connection: Connection, scope: Scope) -> list[Balance]:
    """Every month of a scope, for its level, agency and sector."""
    return list(_months(connection, scope))


def _months(connection: Connection, scope: Scope) -> Iterator[Balance]:
    coverage(connection, scope.only(first=last_month(scope.first)))  # read for all months at once
    for month in scope.months():
        now, before = (scope.only(first=one, last=one) for one in (month, last_month(month)))
        cover = coverage(connection, now)
        earlier = coverage(connection, before)
        both = cover.complete & earlier.complete
        sums = dict.fromkeys(NAMES)
        if cover.complete:
            sums = dossier_sums(connection, now, cover.complete, names=NAMES)[None]
        if _everyone(scope, cover) and _everyone(scope, earlier):
            sides = cover.complete, earlier.complete
        else:
            sides = both, both
        drift = _drift(connection, now, before, *sides) if all(sides) else None
        stated, due = len(cover.complete), len(cover.members)
        yield Balance(month, **sums, stated=stated, due=due, drift=drift, both=len(sides[0]))


def _everyone(scope: Scope, cover: Coverage) -> bool:
    """Whether a whole province stands in a month: what one unit hands over to another stays in it."""
    return (scope.level, scope.agency) == (None, None) and cover.complete == cover.members


def _drift(
    connection: Connection, now: Scope, before: Scope, these: frozenset[str], those: frozenset[str]
) -> int:
    """(6) of these agencies less the (11) of those in the month before."""
    carried = dossier_sums(connection, now, these, names=("carried",))[None]["carried"]
    return carried - sum(dossier_sums(connection, before, those, names=OPEN)[None].values())
