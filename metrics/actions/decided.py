"""What leaders decided on actions, as pages show it: who shall do what by when, and how it stands."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from data_access.authors import written
from data_access.tables import Decision


@dataclass(frozen=True)
class Decided:
    """One decision; `agency` is a bare code. `by` and `at` (UTC) tell who wrote its newest line and when."""

    key: str
    action: str
    subject: str
    noted_on: date
    matter: str
    decided: str
    agency: str
    due_on: date
    state: str
    by: str
    at: datetime

    def days_left(self, on: date) -> int:
        """Days to its deadline; below 0 it has passed."""
        return (self.due_on - on).days

    def overdue(self, on: date) -> bool:
        return self.state == "open" and self.due_on < on


_DECISIONS = select(Decision).order_by(Decision.c.noted_on.desc(), Decision.c.key)


def decisions(connection: Connection) -> list[Decided]:
    """Every decision that counts, newest first."""
    rows = connection.execute(_DECISIONS).mappings().all()
    authors = written(connection, "decisions") if rows else {}
    return [Decided(**row, by=authors[row["key"]].by, at=authors[row["key"]].at) for row in rows]
