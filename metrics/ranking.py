"""Agencies side by side on one indicator: who stands where among those of their own kind."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from data_access.units import Unit
from metrics.figure import Figure

SMALL = 30  # a denominator below which each dossier moves the rate by more than three points


@dataclass(frozen=True)
class Place:
    """A figure with its `rank` among the `of` that have one; no rank where there is no value, or where
    neither end of the indicator is the better one."""

    figure: Figure
    rank: int | None
    of: int

    @property
    def small(self) -> bool:
        """Whether the denominator is so small that the rate jumps."""
        return is_small(self.figure)

    @property
    def quarter(self) -> int | None:
        """As the function below; None also where the rate jumps with a single dossier."""
        return None if self.small else quarter(self.rank, self.of)


def is_small(figure: Figure) -> bool:
    """Whether it is a rate of so few that each of them moves it."""
    return figure.state == "value" and figure.indicator.is_rate and figure.whole < SMALL


def quarter(rank: int | None, of: int) -> int | None:
    """1 the best quarter of those ranked … 4 the last; None below eight of them."""
    if rank is None or of < 8:
        return None
    return min(4, 1 + (rank - 1) * 4 // of)


def ranked(found: Mapping[str, Figure]) -> dict[str, Place]:
    """Each label's place. Equal values share a rank, and the next one comes as many places later."""
    with_value = [figure.value for figure in found.values() if figure.state == "value"]
    return {label: _place(figure, with_value) for label, figure in found.items()}


def peers(units: Collection[Unit], unit: Unit, first: date, last: date) -> frozenset[str]:
    """Keys of the units of the same level and kind that were in force at some time of a period, and at its
    end as this one: what ended and what came after it stated other months."""
    alike = (unit.level, unit.kind, unit.in_force(last, last))
    return frozenset(
        other.key
        for other in units
        if other.in_force(first, last) and (other.level, other.kind, other.in_force(last, last)) == alike
    )


def _place(figure: Figure, values: list) -> Place:
    better_is_higher = figure.indicator.higher_is_better
    if figure.state != "value" or better_is_higher is None:
        return Place(figure, None, len(values))
    ahead = sum(value > figure.value if better_is_higher else value < figure.value for value in values)
    return Place(figure, ahead + 1, len(values))
