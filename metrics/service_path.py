"""The way to a target of toàn trình: which procedures, in which order, and how far each step reaches."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from metrics.next_online import Candidate


@dataclass(frozen=True)
class Step:
    """A step that brings `procedures` more to toàn trình: `full` of `whole` are there after it.

    `dossiers` were received for them in the period; `carried` of `all_dossiers` up to this step.
    """

    label: str
    procedures: int
    dossiers: int
    carried: int
    all_dossiers: int
    full: int
    whole: int

    @property
    def rate(self) -> Decimal:
        """Percent toàn trình after the step, unrounded."""
        return Decimal(self.full * 100) / self.whole

    @property
    def share(self) -> Decimal | None:
        """Percent of the dossiers of all steps that are carried up to this one; None without dossiers."""
        return Decimal(self.carried * 100) / self.all_dossiers if self.all_dossiers else None


def one_by_one(eligible: Sequence[Candidate], full: int, whole: int) -> list[Step]:
    """A step a procedure, in the order given (`candidates` puts those with most dossiers first)."""
    return _steps([(one.code, 1, one.dossiers) for one in eligible], full, whole)


def by_group(
    eligible: Iterable[Candidate], group: Callable[[Candidate], str], full: int, whole: int
) -> list[Step]:
    """A step a sector or department with all of its procedures, those carrying most dossiers first."""
    found: dict[str, list[int]] = {}
    for one in eligible:
        sums = found.setdefault(group(one), [0, 0])
        sums[0] += 1
        sums[1] += one.dossiers
    ordered = sorted(found.items(), key=lambda item: (-item[1][1], -item[1][0], item[0]))
    return _steps([(label, *sums) for label, sums in ordered], full, whole)


def reaching(steps: Sequence[Step], needed: int) -> int | None:
    """How many steps bring `needed` procedures to toàn trình; None where all of them do not."""
    return next((place for place, step in enumerate(steps, start=1) if step.full >= needed), None)


def _steps(groups: Sequence[tuple[str, int, int]], full: int, whole: int) -> list[Step]:
    procedures = accumulate(number for _, number, _ in groups)
    carried = list(accumulate(dossiers for *_, dossiers in groups))
    return [
        Step(label, number, dossiers, so_far, carried[-1], full + added, whole)
        for (label, number, dossiers), added, so_far in zip(groups, procedures, carried, strict=True)
    ]
