"""What is read before and after a batch counts: what is kept of it, and whether it is unusual."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection

from metrics.statements import Statements, statements
from metrics.unusual import Unusual, warnings
from metrics.watched import watched


class BothSides:
    """`read` is called before and after by what applies or rehearses; then `unusual` can tell.

    `slices` are the (month, agency) that the batch makes.
    """

    def __init__(self, slices: Collection[tuple[date, str]]) -> None:
        self._slices = slices
        self._read: list[Statements] = []

    def read(self, connection: Connection) -> dict:
        """The watched indicators, which are kept; what the agencies state is only looked at."""
        self._read.append(statements(connection, self._slices))
        return watched(connection)

    def unusual(self) -> list[Unusual]:
        """What deserves a second look."""
        before, after = self._read
        return warnings(before, after, self._slices)
