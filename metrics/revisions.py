"""Vì sao con số thay đổi: what each batch did to each indicator between two revisions.

Every apply and undo keeps the watched indicators before and after it on its batch (`metrics.watched`).
The chain of those, in order, leads from the first value to the last and adds up to their difference.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from data_access.history import BatchRow
from metrics.figure import Figure
from metrics.indicators import INDICATORS

VERBS = ("apply", "undo")


@dataclass(frozen=True)
class Step:
    """One apply or undo: `before` and `after` are what `watched` gave; `revision` is what it made."""

    batch: BatchRow
    verb: str
    at: datetime
    by: str
    revision: int
    before: dict
    after: dict


@dataclass(frozen=True)
class Link:
    """What one step did to one indicator. Without a step: something that kept no before and after."""

    step: Step | None
    before: Figure
    after: Figure
    periods: tuple[list | None, list | None]  # the default scope on either side, as first and last month


@dataclass(frozen=True)
class Chain:
    """All links of one indicator, in order; each begins where the one before it ended."""

    indicator: str
    links: tuple[Link, ...]

    @property
    def before(self) -> Figure:
        return self.links[0].before

    @property
    def after(self) -> Figure:
        return self.links[-1].after


def steps(batches: Iterable[BatchRow]) -> list[Step]:
    """Every apply and undo that kept its before and after, in the order in which they happened."""
    found = [step for batch in batches for verb in VERBS if (step := _step(batch, verb))]
    return sorted(found, key=lambda step: (step.revision, step.at))


def between(found: Sequence[Step], since: int, until: int) -> list[Step]:
    """The steps after revision `since`, up to and with revision `until`."""
    return [step for step in found if since < step.revision <= until]


def chains(found: Sequence[Step], part: str = "figures") -> dict[str, Chain]:
    """Indicator → its chain over these steps, for those that any of them moved.

    `part` is `figures` (the default scope as it was each time) or `last` (its newest month).
    """
    made = {key: _chain(key, found, part) for key in INDICATORS}
    return {key: chain for key, chain in made.items() if chain.links}


def _step(batch: BatchRow, verb: str) -> Step | None:
    kept = (batch.effect or {}).get(verb)
    if not kept or not kept["before"]:
        return None
    at, by = (batch.applied_at, batch.applied_by) if verb == "apply" else (batch.undone_at, batch.undone_by)
    return Step(batch, verb, at, by, kept.get("revision", 0), kept["before"], kept["after"])


def _chain(key: str, found: Sequence[Step], part: str) -> Chain:
    links: list[Link] = []
    stood = None  # the figure, and the period it was of, where the last step left it
    for step in found:
        before, after = _side(key, step.before, part), _side(key, step.after, part)
        if stood is not None and _sums(stood[0]) != _sums(before[0]):
            links.append(_link(None, stood, before))
        if _sums(before[0]) != _sums(after[0]):
            links.append(_link(step, before, after))
        stood = after
    return Chain(key, tuple(links))


def _side(key: str, side: dict, part: str) -> tuple[Figure, list | None]:
    sums = side[part].get(key) or {"part": None}
    return Figure(INDICATORS[key], **sums), side["scope"]


def _link(step: Step | None, before: tuple, after: tuple) -> Link:
    return Link(step, before[0], after[0], (before[1], after[1]))


def _sums(figure: Figure) -> tuple:
    return figure.part, figure.whole, figure.received, figure.due
