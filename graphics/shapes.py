"""What the drawings need to know: figures already computed, words already chosen.

Rates are percent (`Decimal("80.29")` is 80,29 %). None always means "no figure", drawn as
hatching or a dash, and never as nought. Sentences may mark **bold** with two asterisks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
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


@dataclass(frozen=True, slots=True)
class Fact:
    """A short figure with a line of explanation below it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Hero:
    """The one dominant figure of a page. With `unit` "%" the value is a rate, else a count."""

    title: str
    value: Amount
    unit: str = "%"
    lead: str = ""
    segments: tuple[Segment, ...] = ()
    sentence: str = ""
    facts: tuple[Fact, ...] = ()
    coverage: Coverage | None = None
    status: Status | None = None
    href: str | None = None
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Kpi:
    """A card of the second rank: figure, bar against its target, a sentence that says what it means."""

    title: str
    value: Amount
    unit: str = "%"
    bullet: Bullet | None = None
    status: Status | None = None
    sentence: str = ""
    coverage: Coverage | None = None
    href: str | None = None
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One line of targets and actual: `note` names the target, `detail` the fraction."""

    title: str
    note: str
    bullet: Bullet
    detail: str = ""
    href: str | None = None
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done, by whom, by when, and what was decided on it; the rank is its place.
    `undated` are the words where there is no deadline, else "no deadline yet"."""

    sentence: str
    responsible: str = ""
    due: date | None = None
    href: str | None = None
    status: Status | None = None
    as_of: date | None = None
    undated: str = ""
    decided: str = ""
    decided_status: Status | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One group of a dot plot."""

    label: str
    value: Decimal | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step; `done` is None where no record says whether it was done."""

    on: date
    title: str
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """Systems linked out of those to be linked; without a total only the count is known."""

    label: str
    linked: int | None
    total: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class App:
    """How often an app was installed or visited; the source may say "more than"."""

    label: str
    note: str
    value: int | None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A dashed line across a chart with its text."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What comes before the actual count: a thin line of its own, named in the legend."""

    label: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Counts that hold from a day on: what was planned, and what was so; `stages` lead up to it."""

    title: str
    plan: tuple[tuple[date, int], ...]
    actual: tuple[tuple[date, int], ...]
    first: date
    last: date
    as_of: date
    plan_label: str
    actual_label: str
    deadlines: tuple[Deadline, ...] = ()
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One small square of a tile: a commune."""

    name: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Tile:
    """One area in its place on the tile map; `href` chooses it, or clears the choice. A district holds
    its communes as squares; a single unit is `shaded` itself."""

    key: str
    name: str
    value: Decimal | None
    row: int
    column: int
    units: tuple[Unit, ...] = ()
    note: str = ""
    href: str = ""
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A row or column of a matrix, with a short name for narrow screens."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts (or rates in percent) from rows to columns; None is a cell of which nothing is known."""

    rows: tuple[Place, ...]
    columns: tuple[Place, ...]
    cells: tuple[tuple[Amount, ...], ...]
    own: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    rates: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of a ranking: rate with bar, fraction, and its course over time if known."""

    name: str
    value: Decimal | None
    detail: str = ""
    course: tuple[Decimal, ...] = ()
    status: Status | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """What every page says above its figures: period, as-of, who has sent, simulated or not."""

    first: date | None
    last: date | None
    as_of: date | None
    coverage: Coverage | None = None
    synthetic: bool = False
    age_days: int | None = None
