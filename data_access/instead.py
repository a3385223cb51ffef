"""What will count instead, slice by slice or record by record, once an applied batch is undone."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, Date, text

NOBODY = (None, None)


@dataclass(frozen=True)
class Instead:
    """Numbers of slices (of reference kinds: records) that a batch states, by what undoing it does there.

    `covered` by a newer batch, which goes on counting: nothing changes. `older`: the batch that counts
    again. `nothing`: nobody else has stated them. `unstated` names those of `nothing` that are slices:
    (month, agency) in order.
    """

    covered: Counter = field(default_factory=Counter)
    older: Counter = field(default_factory=Counter)
    nothing: int = 0
    unstated: tuple[tuple[date, str], ...] = ()


def instead(connection: Connection, batch_id: int) -> Instead:
    """Of an applied batch: who takes over. A supplement of a month replaces nobody and leaves alone."""
    batch = connection.execute(text("SELECT kind, mode FROM batch WHERE id = :id"), {"id": batch_id}).one()
    slices = connection.execute(text(_SLICES).columns(month=Date), {"id": batch_id}).all()
    if slices and batch.mode == "supplement":
        return Instead()
    unstated: list[tuple[date, str]] = []
    if slices:
        after = _strongest(batch.kind, batch_id, slices)
        rivals = Counter(after.values())
        unstated = sorted(one for one, takes_over in after.items() if takes_over == NOBODY)
    else:
        records = connection.execute(text(_RECORDS), {"id": batch_id})
        rivals = Counter({(row.newer, row.older): row.number for row in records})
    found = {"covered": Counter(), "older": Counter(), "nothing": 0}
    for (newer, older), number in rivals.items():
        if newer is not None:
            found["covered"][newer] += number
        elif older is not None:
            found["older"][older] += number
        else:
            found["nothing"] += number
    return Instead(**found, unstated=tuple(unstated))


def _strongest(kind: str, batch_id: int, slices: list) -> dict[tuple[date, str], tuple]:
    """Slice → (batch that counts before this one, else None; the one it replaced, else None).

    The dossiers of a slice count before its report, whichever came first.
    """
    mine = (kind == "dossiers", batch_id)
    others: dict[tuple, list] = {}
    for row in slices:
        rank = [(row.kind == "dossiers", row.batch_id)] if row.batch_id else []
        others.setdefault((row.month, row.agency), []).extend(rank)
    found = {}
    for one, ranks in others.items():
        best = max(ranks, default=None)
        newer = best[1] if best and best > mine else None
        older = best[1] if best and best < mine else None
        found[one] = newer, older
    return found


_SLICES = """SELECT s.month, s.agency, o.kind, o.batch_id FROM batch_slice s
LEFT JOIN (SELECT other.* FROM batch_slice other JOIN batch b ON b.id = other.batch_id
           WHERE b.state = 'applied' AND b.mode = 'whole') o
    ON o.month = s.month AND o.agency = s.agency AND o.batch_id <> s.batch_id
    AND (o.kind = s.kind OR (o.kind IN ('dossiers', 'report_06a') AND s.kind IN ('dossiers', 'report_06a')))
WHERE s.batch_id = :id"""

_RECORDS = """SELECT newer, older, COUNT(*) AS number FROM (
    SELECT MAX(o.batch_id) FILTER (WHERE o.batch_id > l.batch_id) AS newer,
           MAX(o.batch_id) FILTER (WHERE o.batch_id < l.batch_id) AS older
    FROM reference_line l
    LEFT JOIN (SELECT other.* FROM reference_line other JOIN batch b ON b.id = other.batch_id
               WHERE b.state = 'applied') o
        ON o.kind = l.kind AND o.key = l.key AND o.batch_id <> l.batch_id
    WHERE l.batch_id = :id GROUP BY l.key) records
GROUP BY newer, older"""
