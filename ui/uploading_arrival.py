"""One file on its way, and what the person said of it."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data_access.errors import ProductError


@dataclass(frozen=True)
class Answers:
    """What the person said because the file did not."""

    mode: str | None = None
    kind: str | None = None
    month: date | None = None
    agency: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class Arrival:
    """One file; `step` goes from waiting through checking and staging to done, `since` when it did; it is
    held while it awaits others of the files chosen with it, which `together` names by their tokens."""

    token: str
    name: str
    by: str
    content: bytes | None
    answers: Answers
    together: Sequence[str] = ()
    kind: str | None = None
    step: str = "waiting"
    since: float = field(default_factory=time.monotonic)
    batch_id: int | None = None
    same_as: int | None = None
    problem: ProductError | None = None
    error: Exception | None = None

    @property
    def done(self) -> bool:
        return self.step == "done"

    @property
    def at_rest(self) -> bool:
        """Whether nothing happens to it by itself."""
        return self.step in ("done", "held")

    def turn(self, step: str) -> None:
        self.step, self.since = step, time.monotonic()
