"""What each month left open, by agency: what the next month's statement must speak of."""

from collections import Counter
from datetime import date

from sqlalchemy import Connection, select

from data_access.reported import still_open
from data_access.tables import SumOfSlice


def left_open(connection: Connection) -> Counter[tuple[date, str]]:
    """(Month, agency) to dossiers open at its end, by whatever counts for it: dossiers or a report."""
    still = SumOfSlice.c.open_in_time + SumOfSlice.c.open_overdue
    rows = connection.execute(select(SumOfSlice.c.month, SumOfSlice.c.agency, still)).all()
    found = Counter({(month, agency): number for month, agency, number in rows})
    for (month, agency, _), number in still_open(connection).items():
        found[month, agency] += number
    return found
