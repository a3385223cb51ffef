"""Which header is which column: first what a person answered, then the contract's names and aliases."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from data_access.errors import ColumnsUnclear, FileProblem
from data_access.ingest.contract import NO_COLUMN, Column, Contract, fold
from data_access.ingest.parsing import MASK, PERSONAL

# The columns that the file of rejected lines carries when it comes back (reports.rejected).
_OUR_OWN = ("ly do", "cach sua")
_ALIKE = 0.6  # from here on a header is worth suggesting


@dataclass(frozen=True)
class Headers:
    """`columns`: field to column of the rows (c0, c1 …, or NO_COLUMN); `mapped`: field to the header that
    an answer named; `dropped`: headers that nothing claims, shown by at most 80 letters."""

    columns: dict[str, str]
    mapped: dict[str, str]
    dropped: tuple[str, ...]


def matched(contract: Contract, header: tuple[str, ...], answers: Mapping[str, str]) -> Headers:
    """Every column of the contract with its header. `answers` (field to header text, or NO_COLUMN for a
    column that may be spared) go first.

    ColumnsUnclear if a required column has no header or two that name it equally well.
    """
    known = {field: text for field, text in answers.items() if _knows(contract, field)}
    absent = [field for field, text in known.items() if text == NO_COLUMN and contract.column(field).spared]
    named = {field: text for field, text in known.items() if text != NO_COLUMN}
    taken = {field: _place(header, text) for field, text in named.items()}
    claims = sorted(_claims(contract, header), key=lambda claim: claim[:2])
    ranks: dict[str, int] = {}
    for rank, index, field in claims:
        if field not in taken and field not in absent and index not in taken.values():
            taken[field], ranks[field] = index, rank
    _refuse_twins(contract, header, taken, ranks, claims)
    for column in contract.columns:
        if column.field not in taken and column.named_by in taken:
            taken[column.field] = taken.pop(column.named_by)
    missing = [c for c in contract.columns if c.required and c.field not in (*taken, *absent)]
    if missing:
        names = ", ".join(column.header for column in missing)
        raise _unclear(
            "file.missing_columns", contract, header, taken, missing, columns=names, n=len(missing)
        )
    return Headers(
        columns={field: f"c{index}" for field, index in taken.items()} | dict.fromkeys(absent, NO_COLUMN),
        mapped={field: header[taken[field]] for field in named if field in taken},
        dropped=tuple(_shown(cell) for cell in _unclaimed(header, taken)),
    )


def explained(contract: Contract, header: tuple[str, ...]) -> tuple[int, int]:
    """How many required columns some header names, and how many none does."""
    present = {form for cell in header for form in _forms(cell)}
    required = [column for column in contract.columns if column.required]
    found = sum(bool(column.names() & present) for column in required)
    return found, len(required) - found


def _claims(contract: Contract, header: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """(rank, index, field): the whole header before the last part of a joined one, a column's own name
    before its aliases."""
    found = []
    for index, cell in enumerate(header):
        for depth, form in enumerate(_forms(cell)):
            for column in (*contract.columns, *contract.optional):
                if form in column.names():
                    own = form in (fold(column.header), fold(column.field))
                    found.append((2 * depth + (not own), index, column.field))
    return found


def _forms(cell: str) -> list[str]:
    """A header as it is compared: whole, and by its last part where rows of it were joined by ">"."""
    parts = [fold(part) for part in cell.split(" > ")]
    return list(dict.fromkeys(form for form in (" ".join(parts), parts[-1]) if form))


def _knows(contract: Contract, field: str) -> bool:
    return any(column.field == field for column in (*contract.columns, *contract.optional))


def _place(header: tuple[str, ...], text: str) -> int:
    """Where the header that an answer names stands."""
    places = [i for i, cell in enumerate(header) if cell == text]
    places = places or [i for i, cell in enumerate(header) if fold(cell) == fold(text)]
    if not places:
        raise FileProblem("file.no_such_column", column=text[:80])
    if len(places) > 1:
        raise FileProblem("file.header_twice", column=text[:80])
    return places[0]


def _refuse_twins(contract, header, taken, ranks, claims) -> None:
    """A header that names a column as well as the one that got it: which one would be meant?"""
    for rank, index, field in claims:
        if index not in taken.values() and ranks.get(field) == rank:
            column = contract.column(field)
            raise _unclear("file.header_twice", contract, header, taken, [column], column=column.header)


def _unclear(key: str, contract, header, taken, missing: list[Column], **params) -> ColumnsUnclear:
    found = {field: header[index] for field, index in taken.items()}
    problem = ColumnsUnclear(key, **params)
    problem.kind, problem.header = contract.kind, [cell for cell in header if cell]
    problem.missing, problem.found = [column.field for column in missing], found
    problem.suggested = _suggested(missing, _unclaimed(header, taken))
    return problem


def _unclaimed(header: tuple[str, ...], taken: Mapping[str, int]) -> list[str]:
    left = [cell for index, cell in enumerate(header) if cell and index not in taken.values()]
    return [cell for cell in left if fold(cell) not in _OUR_OWN]


def _shown(header: str) -> str:
    """Where a line of data got among the headers, one of them may be a person's number."""
    return header[:2] + MASK if re.search(PERSONAL, header) else header[:80]


def _suggested(missing: list[Column], left: list[str]) -> dict[str, str]:
    """The most similar header left over for each missing column, each header once; only ever shown."""
    alike = [
        (max(SequenceMatcher(None, fold(cell), name).ratio() for name in column.names()), column.field, cell)
        for column in missing
        for cell in left
    ]
    found: dict[str, str] = {}
    for score, field, cell in sorted(alike, key=lambda one: -one[0]):
        if score >= _ALIKE and field not in found and cell not in found.values():
            found[field] = cell
    return found
