"""The sums that pages read: nothing but functions of what counts, made anew when that changes.

`slices` holds those of each agency's month, `months` those of the whole province's, `standings` and
`counters` how procedures stood on each day and where they were open.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from data_access.counting import Slice
from data_access.sums import counters, months, slices, standings
from data_access.sums.rebuilding import rebuild
from data_access.sums.slices import slices_using

__all__ = ["derive", "rebuild", "refresh", "refresh_of_records", "slices_using"]

# Which sums are made from records of a kind.
_MADE_FROM = {
    "agencies": (months.refresh_flows, counters.refresh),
    "one_stop_points": (months.refresh_flows, counters.refresh),
    "procedures": (standings.refresh,),
    "procedure_states": (standings.refresh,),
    "openings": (counters.refresh,),
}


def refresh(connection: Connection, changed: Iterable[Slice]) -> None:
    """Make all sums over these slices equal what counts now, inside the caller's transaction."""
    changed = list(changed)
    slices.refresh(connection, changed)
    months.refresh(connection, {month for month, _ in changed})


def refresh_of_records(connection: Connection, kind: str) -> None:
    """Make the sums that are made from records of this kind equal what counts now."""
    for make in _MADE_FROM.get(kind, ()):
        make(connection)


def derive(connection: Connection) -> None:
    """Make anew what is made of sums by channel, sector, service level, procedure and counter, or of
    records. Those sums themselves stay as they are: `rebuild` makes them too, of the lines."""
    slices.derive(connection)
    months.refresh(connection, months.stated(connection))
    standings.refresh(connection)
    counters.refresh(connection)
