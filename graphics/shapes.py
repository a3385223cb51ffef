"""What several drawings need to know: figures already computed, words already chosen. What only one
drawing needs stands beside it.

Rates are percent (`Decimal("80.29")` is 80,29 %). None always means "no figure", drawn as
hatching or a dash, and never as nought. Sentences may mark **bold** with two asterisks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Literal

Amount = Decimal | int | None


class Status(Enum):
    """How a figure stands against its target; without a target there is no status."""

    MET = "met"
    WATCH = "watch"
    UNMET = "unmet"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on a bullet bar: a target set by decision, or an ambition beyond it."""

    value: Decimal
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bar from 0 to `high` with its ticks; without a value it is hatched."""

    value: Decimal | None
    ticks: tuple[Tick, ...] = ()
    status: Status | None = None
    high: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the agencies that owe data have sent it."""

    received: int
    due: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a stacked bar; `look` is blue, a second blue, the empty rest, or work under way."""

    label: str
    amount: int
    look: Literal["main", "second", "rest", "pending"] = "main"
