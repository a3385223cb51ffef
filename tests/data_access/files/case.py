"""One file and what must become of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

Built = tuple[str, bytes]  # file name, content
Problem = tuple[str, int | None, str | None]  # kind, line as a spreadsheet numbers it, column header


@dataclass(frozen=True)
class Case:
    """A file taken (`accepted`, `rejected`, each problem, each stored record) or `refused` by a key.

    `stored` maps the code of a dossier, or the key of a reference record, to values it must have in the
    store; the records named must be all there are. `month` is what the person chooses, null if nothing.
    `dropped` are the headers that go no further; `nowhere` is text that no table or file may hold after.
    """

    name: str
    build: Callable[[], Built]
    kind: str = "dossiers"
    month: date | None = None
    accepted: int = 0
    rejected: int = 0
    repeated: int = 0
    problems: tuple[Problem, ...] = ()
    stored: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    refused: str | None = None
