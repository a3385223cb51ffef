"""One action, and the score that ranks it: gap × volume × worsening × deadline.

- gap: the share of what is required that is missing, from 0 to 1. A promise that nobody has reported on is
  missing altogether.
- volume: 1 + log10 of how many dossiers, procedures or agencies are missing: ten times as many weigh one
  more.
- worsening: 2 where the figure has got worse beyond the control limits of its own months, else 1.
- deadline: 2 where it has passed, 1.5 where it is at most 30 days away, else 1; overdue dossiers have passed
  theirs. Where records end before a deadline that has passed, nobody knows: it counts as near.

No weights and no order by hand: each factor stands beside the action in its table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import log10

SOON = 30  # days
WORSE, PASSED, NEAR, AS_IT_IS = Decimal(2), Decimal(2), Decimal("1.5"), Decimal(1)


@dataclass(frozen=True)
class Action:
    """What a source found about a subject; called for only where something is missing.

    `kind` names the sentence (`action.<kind>`), `figures` fill it and `n` is how many are missing of
    `required`. `topic` and `subject` (agency key, indicator, code of a record) tell it apart from month
    to month. `filters` are parameters of the `page` that proves it; `agency` is a key or None. `synthetic`
    marks what rests on simulated dossiers: it names a real agency. `as_of` is the day of the records behind
    it, None: the end of the scope. `worse`: beyond its own control limits. `passed`: due by nature.
    `small`: too few dossiers to call for anything by themselves, but not to keep a decision standing.
    """

    kind: str
    topic: str
    subject: str
    n: int
    required: int
    page: str
    figures: Mapping[str, int | Decimal | str | date] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    due_on: date | None = None
    agency: str | None = None
    synthetic: bool = False
    as_of: date | None = None
    worse: bool = False
    passed: bool = False
    unreported: bool = False
    small: bool = False

    @property
    def called_for(self) -> bool:
        return self.n > 0 or self.worse or self.unreported


@dataclass(frozen=True)
class Score:
    """The factors of one action on a day; `gap` is a share, the others factors."""

    gap: Decimal
    volume: Decimal
    worsening: Decimal
    deadline: Decimal

    @property
    def total(self) -> Decimal:
        return self.gap * self.volume * self.worsening * self.deadline

    @classmethod
    def of(cls, action: Action, on: date) -> "Score":
        """The score on the page's day, from which deadlines are counted."""
        share = Decimal(action.n) / action.required if action.required else Decimal(0)
        return cls(
            gap=Decimal(1) if action.unreported else min(Decimal(1), share),
            volume=round(1 + Decimal(log10(max(1, action.n))), 2),
            worsening=WORSE if action.worse else AS_IT_IS,
            deadline=_deadline(action, on),
        )


def _deadline(action: Action, on: date) -> Decimal:
    if action.passed:
        return PASSED
    if action.due_on is None or (action.due_on - on).days > SOON:
        return AS_IT_IS
    known = min(action.as_of or on, on)
    return PASSED if action.due_on < known else NEAR
