"""Index 766: which version of the weights is in force on a day, as records say."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select

from data_access.tables import IndexComponent
from data_access.tables.index import INDEX_GROUPS
from data_access.terms import summands
from metrics.index_766 import Component


@dataclass(frozen=True)
class Version:
    """What begins on `valid_from` and counts until another begins. `official`: every line of it comes from
    the official text itself."""

    name: str
    valid_from: date
    official: bool
    sources: tuple[str, ...]
    components: tuple[Component, ...]


def version_on(connection: Connection, on: date) -> Version | None:
    """The newest version that has begun by a day, without components that have ended; None where there is
    none, or nothing is left of it."""
    rows = connection.execute(_BEGUN, {"on": on}).all()
    newest = max((row.valid_from for row in rows), default=None)
    rows = [row for row in rows if row.valid_from == newest and (row.valid_to is None or row.valid_to >= on)]
    if not rows:
        return None
    return Version(
        rows[0].version,
        newest,
        all(row.official for row in rows),
        tuple(dict.fromkeys(row.source for row in rows)),
        tuple(sorted(map(_component, rows), key=lambda one: INDEX_GROUPS.index(one.group))),
    )


def breaks(connection: Connection, first: date, last: date) -> list[date]:
    """The days after the first of a period, up to its last, on which another version begins."""
    return list(connection.scalars(_BREAKS, {"first": first, "last": last}))


_BEGUN = (
    select(IndexComponent)
    .where(IndexComponent.c.valid_from <= bindparam("on"))
    .order_by(IndexComponent.c.place, IndexComponent.c.code)
)
_BREAKS = (
    select(IndexComponent.c.valid_from)
    .where(IndexComponent.c.valid_from > bindparam("first"), IndexComponent.c.valid_from <= bindparam("last"))
    .distinct()
    .order_by(IndexComponent.c.valid_from)
)


def _component(row) -> Component:
    return Component(
        row.code,
        row.index_group,
        row.title,
        row.title_en,
        row.maximum,
        summands(row.part),
        summands(row.whole),
        row.full_at,
        row.when_empty,
        row.caveat,
        row.caveat_en,
    )
