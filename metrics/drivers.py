"""Why a rate changed: what each group's own rate did (rate effect), and what the mix of groups did.

With r a group's rate and w its share of the whole, before (0) and after (1), and R the total's rate:

    rate effect = (r₁ − r₀) · (w₀ + w₁) / 2
    mix effect  = (w₁ − w₀) · ((r₀ + r₁) / 2 − (R₀ + R₁) / 2)

Over all groups they add up to R₁ − R₀ exactly: midpoints leave no interaction behind, and as shares add
up to 1 on both sides, measuring a group's rate against the total's takes nothing away. So a group that
is better than the rest pulls the total up when its share grows. Worked by hand in docs/drivers.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import Connection

from metrics.coverage import coverage
from metrics.dossier_sums import dossier_sums
from metrics.indicators import INDICATORS, Indicator
from metrics.read import months_of
from metrics.same_units import groups_of, same_units
from metrics.scope import Scope

DIMENSIONS = ("agency", "sector", "level")
Sums = tuple[int, int]  # part, whole


@dataclass(frozen=True)
class Driver:
    """One group's part in a change, in points of percent. `before`, `after`: its (part, whole)."""

    label: str
    before: Sums
    after: Sums
    rate_effect: Fraction
    mix_effect: Fraction

    @property
    def effect(self) -> Fraction:
        return self.rate_effect + self.mix_effect


@dataclass(frozen=True)
class Drivers:
    """The change of a rate between two scopes over the same agencies, by group: of the `due` in the later
    one, `agencies` are in it.

    Effects of the groups add up to `change` exactly. Largest effect first, whichever way it pulls.
    """

    indicator: Indicator
    before: Sums
    after: Sums
    agencies: int
    due: int
    groups: tuple[Driver, ...]

    @property
    def change(self) -> Fraction | None:
        """Points of percent; None where a side has no denominator: then nothing is explained."""
        if not (self.before[1] and self.after[1]):
            return None
        return 100 * (_rate(self.after) - _rate(self.before))

    @property
    def rate_effect(self) -> Fraction:
        return sum((group.rate_effect for group in self.groups), Fraction(0))

    @property
    def mix_effect(self) -> Fraction:
        return sum((group.mix_effect for group in self.groups), Fraction(0))


def drivers(
    connection: Connection, key: str, before: Scope, after: Scope, dimension: str = "agency"
) -> Drivers:
    """The drivers of a rate of dossiers by agency, sector or level, from one period to another. ValueError
    for other indicators, and for scopes that differ in more than their months: two levels have no agency in
    common.

    Only agencies of which neither scope lacks anything are in it (cùng tập đơn vị), as in `changes.change`;
    those that followed one another are one group, by the key of `structure.Group`.
    """
    indicator = INDICATORS[key]
    if indicator.source != "dossiers" or not indicator.is_rate or dimension not in DIMENSIONS:
        raise ValueError(f"{key} has no drivers by {dimension}")
    if before.only(first=after.first, last=after.last) != after:
        raise ValueError("drivers are of two periods of one scope")
    before, after = months_of(indicator, before), months_of(indicator, after)
    earlier, later = (coverage(connection, scope).answering(indicator) for scope in (before, after))
    same = same_units(connection, (earlier, later), after.end)
    sides = [_grouped(connection, indicator, scope, same, dimension, after.end) for scope in (before, after)]
    many, due = len(later.complete & same), len(later.members)
    return Drivers(indicator, _total(sides[0]), _total(sides[1]), many, due, _ordered(split(*sides)))


def split(before: Mapping[str, Sums], after: Mapping[str, Sums]) -> list[Driver]:
    """The drivers of a change, from (part, whole) by group on both sides; empty if a side has no whole.

    A group with no denominator on one side has there the rate of the other: it can only change the mix.
    """
    total0, total1 = _total(before), _total(after)
    if not (total0[1] and total1[1]):
        return []
    middle = (_rate(total0) + _rate(total1)) / 2
    found = []
    for label in sorted({*before, *after}):
        side0, side1 = before.get(label, (0, 0)), after.get(label, (0, 0))
        if not (side0[1] or side1[1]):
            continue
        # Whole numbers over one denominator until the end: a fraction reduced at each step takes longer
        # than reading what it is made of.
        (part0, of0), (part1, of1) = side0 if side0[1] else side1, side1 if side1[1] else side0
        rates, shares = 2 * of0 * of1, total0[1] * total1[1]
        share0, share1 = side0[1] * total1[1], side1[1] * total0[1]
        of_rate = Fraction(100 * (part1 * of0 - part0 * of1) * (share0 + share1), rates * shares)
        from_middle = (part0 * of1 + part1 * of0) * middle.denominator - rates * middle.numerator
        of_mix = Fraction(100 * (share1 - share0) * from_middle, shares * rates * middle.denominator)
        found.append(Driver(label, side0, side1, of_rate, of_mix))
    return found


def points(effect: Fraction) -> Decimal:
    """An effect as an unrounded decimal, for writing."""
    return Decimal(effect.numerator) / Decimal(effect.denominator)


def _grouped(
    connection: Connection,
    indicator: Indicator,
    scope: Scope,
    agencies: frozenset[str],
    dimension: str,
    on: date,
) -> dict[str, Sums]:
    groups = groups_of(connection, on) if dimension == "agency" else {}
    found: dict[str, Sums] = {}
    for label, sums in dossier_sums(connection, scope, agencies, dimension, indicator.measures).items():
        group = groups[label].key if label in groups else label
        (part, whole), (more, of_more) = found.get(group, (0, 0)), indicator.parts(sums)
        found[group] = part + more, whole + of_more
    return found


def _ordered(groups: list[Driver]) -> tuple[Driver, ...]:
    """By floats, since adding up two fractions takes longer than reading what they are made of; rounded, so
    that equal effects stay equal."""

    def size(group: Driver) -> float:
        return round(abs(float(group.rate_effect) + float(group.mix_effect)), 9)

    return tuple(sorted(groups, key=lambda group: (-size(group), group.label)))


def _total(groups: Mapping[str, Sums]) -> Sums:
    return sum(part for part, _ in groups.values()), sum(whole for _, whole in groups.values())


def _rate(sums: Sums) -> Fraction:
    return Fraction(*sums)
