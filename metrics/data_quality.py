"""How good the statements are that count: rejected lines, repetitions, contradictions, warnings, không thấy.

Of every agency and month the statement that counts (its base), as it was sent.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection, Date, Row, text

from data_access.months import last_month
from data_access.statements import DOSSIERS
from metrics.bases import bases
from metrics.coverage import coverage
from metrics.dossier_sums import dossier_sums, read_ahead
from metrics.indicators import OPEN
from metrics.scope import Scope

REPEATED, CONTRADICTS = "line.repeated", "line.contradicts"
MEASURES = ("rejected_share", "rejected", "repeated", "contradictions", "warnings", "unseen")


class Quality(NamedTuple):
    """One agency's month. `kinds` counts lines by kind of problem; `accepted` lines were taken.

    `unseen` is (11) of the month before less (6) of this one: dossiers that were open and are not
    mentioned any more; below 0, carried over without having been open. None where either month is not
    in, or does not say.
    """

    accepted: int
    rejected: int
    warnings: int
    kinds: Mapping[str, int]
    unseen: int | None = None

    @property
    def rejected_share(self) -> Decimal | None:
        """Percent of the lines that were sent; None where none was."""
        sent = self.accepted + self.rejected
        return Decimal(100 * self.rejected) / sent if sent else None

    @property
    def repeated(self) -> int:
        return self.kinds.get(REPEATED, 0)

    @property
    def contradictions(self) -> int:
        return self.kinds.get(CONTRADICTS, 0)


def quality(connection: Connection, scope: Scope) -> dict[tuple[date, str], Quality]:
    """(month, agency key) → what its statement was like, for every statement of the scope that counts."""
    span = {"first": scope.first, "last": scope.last}
    coverage(connection, Scope(last_month(scope.first), scope.last))  # read for all months at once
    wanted = {
        month: coverage(connection, scope.only(first=month, last=month)).complete for month in scope.months()
    }
    accepted = {
        (base.month, base.agency): base.lines
        for base in bases(connection, scope.first, scope.last)
        if base.kind == DOSSIERS.kind
    }
    kinds: dict[tuple[date, str], Counter] = {}
    warned: Counter = Counter()
    for row in problems(connection, scope):
        kinds.setdefault((row.month, row.agency), Counter())[row.kind] += row.lines
        if row.severity == "warn":
            warned[row.month, row.agency] += row.lines
    rejected = {(month, agency): lines for month, agency, lines in connection.execute(_REJECTED, span).all()}
    unseen = _unseen(connection, scope, wanted)
    return {
        of: Quality(lines, rejected.get(of, 0), warned[of], kinds.get(of, _NONE), unseen.get(of))
        for of, lines in accepted.items()
        if of[1] in wanted[of[0]]
    }


def problems(connection: Connection, scope: Scope) -> Sequence[Row]:
    """(month, agency, kind, severity, lines) of the problems of every base of the scope, counted or not."""
    return connection.execute(_ISSUES, {"first": scope.first, "last": scope.last}).all()


def shared_codes(connection: Connection, month: date) -> dict[str, int]:
    """Agency key → dossiers of its month that another agency's statement of the same month holds too.

    Both count, as in II.06a. Reads the lines of the month: one month at a time.
    """
    rows = connection.execute(_SHARED, {"first": month, "last": month})
    return {row.agency: row.codes for row in rows}


_NONE: Mapping[str, int] = {}
_SEEN = ("carried", *OPEN)
_NIL = dict.fromkeys(_SEEN, 0)  # that there was nothing is said as well


def _unseen(connection: Connection, scope: Scope, wanted: Mapping) -> dict[tuple[date, str], int]:
    found, before = {}, None
    months = Scope(last_month(scope.first), scope.last)
    read_ahead(connection, months, _SEEN)
    for month in months.months():
        agencies = wanted.get(month) or coverage(connection, Scope(month, month)).complete
        sums = dossier_sums(connection, Scope(month, month), agencies, "agency", _SEEN)
        sums = {agency: sums.get(agency, _NIL) for agency in agencies}
        for agency, now in sums.items():
            was = before.get(agency) if before else None
            if was and month >= scope.first and now["carried"] is not None:
                found[month, agency] = sum(was[name] or 0 for name in OPEN) - now["carried"]
        before = sums
    return found


_DOSSIERS = "base.kind = 'dossiers' AND base.month BETWEEN :first AND :last"
_THEIR_ISSUES = "i.batch_id = base.batch_id AND i.agency = base.agency AND i.month = base.month"
_THEIR_LINES = "d.batch_id = base.batch_id AND d.agency = base.agency AND d.month = base.month"


def _by_slice(statement: str):
    """A question of the dossiers' bases of some months."""
    written = statement.format(bases=_DOSSIERS, issues=_THEIR_ISSUES, lines=_THEIR_LINES)
    return text(written).bindparams(first=date.min, last=date.min).columns(month=Date)


_ISSUES = _by_slice("""SELECT base.month, base.agency, i.kind, i.severity, COUNT(DISTINCT i.line) AS lines
    FROM statement base JOIN issue i ON {issues} WHERE {bases}
    GROUP BY base.month, base.agency, i.kind, i.severity""")

_REJECTED = _by_slice("""SELECT base.month, base.agency, COUNT(DISTINCT i.line) AS lines
    FROM statement base JOIN issue i ON {issues} AND i.severity = 'reject' WHERE {bases}
    GROUP BY base.month, base.agency""")

_SHARED = _by_slice("""WITH lines AS (
    SELECT d.agency, d.code FROM statement base JOIN dossier d ON {lines} WHERE {bases}
), shared AS (SELECT code FROM lines GROUP BY code HAVING COUNT(*) > 1)
SELECT lines.agency, COUNT(*) AS codes FROM lines JOIN shared ON shared.code = lines.code
GROUP BY lines.agency""")
