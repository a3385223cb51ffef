"""A figure beside the targets that were set for that very indicator, and no other's."""

from dataclasses import dataclass, replace
from datetime import date

from graphics.shapes import Bullet, Status, Tick
from language import t
from language.numbers import percent
from metrics.figure import Figure
from metrics.scope import Scope
from metrics.targets import Target, gap, status
from ui import reads

STATUSES = {"met": Status.MET, "warn": Status.WATCH, "missed": Status.UNMET, "missing": Status.MISSING}


@dataclass(frozen=True)
class Aim:
    """A rate, the rates it should reach, and the day on which it is judged."""

    figure: Figure
    targets: tuple[Target, ...]
    on: date

    @property
    def goal(self) -> Target | None:
        """The nearest target set by decision; an ambition is none."""
        return next((target for target in self.targets if target.kind == "target"), None)

    @property
    def status(self) -> Status | None:
        """How it stands; None where nobody has set a target."""
        return STATUSES[status(self.figure, self.goal, self.on)] if self.goal else None

    @property
    def missing(self) -> int | None:
        """How many more procedures or dossiers the goal needs."""
        return gap(self.figure, self.goal) if self.goal else None

    @property
    def bullet(self) -> Bullet:
        """The rate with a tick for each target."""
        ticks = tuple(Tick(target.value, target.kind == "stretch") for target in self.targets)
        return Bullet(self.figure.value, ticks, self.status)

    @property
    def note(self) -> str:
        """The targets in words: "mục tiêu 70 % năm 2025, phấn đấu 80 %"; or that there are none."""
        if not self.targets:
            return t("aim.none")
        words = [
            t("aim.stretch" if target.kind == "stretch" else "aim.target", value=goal_words(target))
            for target in sorted(self.targets, key=lambda target: target.kind == "stretch")
        ]
        return ", ".join(words)


def aim(figure: Figure, scope: Scope, all_procedures: int | None = None) -> Aim:
    """A figure with its province-wide targets on the day it speaks of.

    Where the target's denominator is recorded as "all" and not as the indicator's own, the rate is
    taken of `all_procedures`: what is shown and what is aimed at then mean the same.
    """
    on = scope.end if figure.indicator.source == "dossiers" else figure.as_of or scope.end
    rates = tuple(one for one in reads.targets(figure.indicator.key, on) if one.unit == "%")
    if all_procedures and figure.whole and any(one.basis == "all" for one in rates):
        figure = replace(figure, whole=all_procedures)
    return Aim(figure, rates, on)


def goal_words(target: Target) -> str:
    """The value with its date: "70 % năm 2025", "100 % danh mục trước 10/04/2025", undated "80 %"."""
    value = percent(target.value, digits=None)
    if target.basis == "listed":
        value = t("aim.of_the_list", value=value)
    if target.due_on is None:
        return value
    if (target.due_on.month, target.due_on.day) == (12, 31):
        return t("aim.in_year", value=value, year=str(target.due_on.year))
    return t("aim.by_day", value=value, day=target.due_on)


def known_until(figure: Figure, scope: Scope) -> str:
    """Said where records stop before the end of the scope: " · trạng thái thủ tục đến 31/03/2025"."""
    if figure.as_of is None or figure.as_of >= scope.end:
        return ""
    return t("aim.known_until", day=figure.as_of)
