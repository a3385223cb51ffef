"""Asking the store what a check must know of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, select

from data_access.agencies import agencies, successors
from data_access.ingest.contract import fold
from data_access.ingest.known import Known
from data_access.left_open import left_open
from data_access.mappings import answers
from data_access.reported import still_open
from data_access.tables import Procedure, Sector, StatusLabel


def seen_by(connection: Connection) -> Known:
    """All of it, as this transaction sees it."""
    sectors = dict(connection.execute(select(Sector.c.code, Sector.c.name)).all())
    return Known(
        units=tuple(agencies(connection)),
        successors=successors(connection),
        procedures=frozenset(connection.scalars(select(Procedure.c.code))),
        sectors=frozenset(sectors),
        statuses=status_names(connection),
        answers=answers(connection),
        sector_names=_by_one_name(sectors),
        reported_open=still_open(connection),
        left_open=left_open(connection),
    )


def status_names(connection: Connection) -> tuple[tuple[str, date, int], ...]:
    """(Folded label, since, status), the oldest first."""
    label = StatusLabel
    names = select(label.c.label, label.c.since, label.c.status).order_by(label.c.since)
    return tuple((fold(row.label), row.since, row.status) for row in connection.execute(names))


def _by_one_name(sectors: Mapping[str, str]) -> dict[str, str]:
    """Folded name to code, where one sector alone bears it."""
    names = Counter(fold(name) for name in sectors.values())
    return {fold(name): code for code, name in sectors.items() if names[fold(name)] == 1}
