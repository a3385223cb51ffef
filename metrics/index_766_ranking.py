"""Index 766: agencies beside each other, only where they are measured on the same components."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from metrics.index_766 import Score
from metrics.ranking import quarter


@dataclass(frozen=True)
class Standing:
    """A score with its `rank` by share of measurable points, among the `of` on the same components."""

    score: Score
    rank: int | None
    of: int

    @property
    def quarter(self) -> int | None:
        """1 the best quarter of those ranked … 4 the last; None as in `metrics.ranking.quarter`."""
        return None if self.score.small else quarter(self.rank, self.of)


def ranked(found: Mapping[str, Score]) -> dict[str, Standing]:
    """Each key's standing. Equal shares share a rank; who has no points has none."""
    shares: dict[frozenset[str], list[Decimal]] = {}
    for score in found.values():
        if score.share is not None:
            shares.setdefault(score.basis, []).append(score.share)
    return {key: _standing(score, shares.get(score.basis, [])) for key, score in found.items()}


def _standing(score: Score, among: list[Decimal]) -> Standing:
    if score.share is None:
        return Standing(score, None, 0)
    return Standing(score, 1 + sum(share > score.share for share in among), len(among))
