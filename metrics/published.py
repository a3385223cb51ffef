"""Published against computed: every figure of the newspaper, and the same from this store's records.

Period and stock are fixed: dossiers of December 2024 to March 2025, records as of 31-3-2025. No other page
shows a published figure.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import Connection

from language.numbers import count, day, percent
from metrics.published_entries import ENTRIES, Entry, Published, Sums
from metrics.published_facts import facts

AS_OF = date(2025, 3, 31)


@dataclass(frozen=True)
class Row:
    """An entry with what the records say."""

    entry: Entry
    sums: Sums

    @property
    def key(self) -> str:
        return self.entry.key

    @property
    def part(self) -> int | None:
        return self.sums.part

    @property
    def whole(self) -> int | None:
        return self.sums.whole

    @property
    def value(self) -> Decimal | int | date | None:
        """The computed figure, rates rounded half up to two decimals; None = chưa có số liệu."""
        if self.sums.value is not None or self.part is None:
            return self.sums.value
        if self.entry.unit != "percent":
            return self.part
        if not self.whole:
            return None
        return _two_decimals(Decimal(self.part) * 100 / Decimal(self.whole))

    @property
    def difference(self) -> Decimal | None:
        """Computed − published, in the figure's own unit; None where one of them is not there."""
        if self.value is None or self.entry.published is None:
            return None
        if self.entry.unit == "date":
            return Decimal((self.value - self.entry.published).days)
        return Decimal(self.value) - Decimal(self.entry.published)

    def published_text(self) -> str:
        """The published figure as the paper wrote it; a dash where it gives none."""
        figure = self.entry.published
        if isinstance(figure, date):
            return day(figure)
        if figure is None:
            return "—"
        decimals = -figure.as_tuple().exponent if isinstance(figure, Decimal) else 0
        return percent(figure, decimals) if self.entry.unit == "percent" else count(int(figure))

    def computed_text(self) -> str:
        """The computed figure; a dash where no record gives one."""
        value = self.value
        if value is None:
            return "—"
        if isinstance(value, date):
            return day(value)
        if self.entry.unit != "percent":
            return count(int(value))
        # A rate has two decimals; a target is written as it was set.
        return percent(value, None if self.part is None else 2)

    def plain(self) -> dict:
        """For `figures --json`: key, published, part, whole, value, as_of, source."""
        return {
            "key": self.key,
            "published": _number(self.entry.published),
            "part": self.part,
            "whole": self.whole,
            "value": _number(self.value),
            "as_of": AS_OF.isoformat(),
            "source": self.entry.source,
        }


def reconciliation(connection: Connection) -> list[Row]:
    """Every published figure beside the computed one, in the order of the page."""
    found = facts(connection, AS_OF)
    return [Row(entry, entry.read(found)) for entry in ENTRIES]


def _two_decimals(rate: Decimal) -> Decimal:
    return rate.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _number(value: Published) -> float | int | str | None:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
