"""Which rows are the header: one, or up to four of which the upper ones group the lower."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data_access.errors import FileProblem
from data_access.ingest.contract import fold
from data_access.ingest.contracts import CONTRACTS

LOOK_FOR_HEADER = 40  # rows
NUMBER_COLUMNS = frozenset(("stt", "tt", "so tt", "so thu tu"))  # folded
_TALLEST = 4  # rows of one header
WIDEST = 1000  # columns
_LONGEST = 200  # characters of a header cell
_NUMBERED = re.compile(r"^\(?(\d{1,2}|[A-ZĐa-zđ])\)?(\s*=.*)?$")

Cells = Sequence[str]


@dataclass(frozen=True)
class Header:
    """A header of `height` rows whose first is row `first` of the cells looked at.

    `names` has one text a column, "a > b" where b stands below a group a; `score` counts known names.
    """

    first: int
    height: int
    names: tuple[str, ...]
    score: int

    @property
    def after(self) -> int:
        """The index of the first row below."""
        return self.first + self.height


def find(rows: Sequence[Cells]) -> Header:
    """The rows with most headers that some contract knows; FileProblem if there are none."""
    best = best_header(rows)
    if best is None or best.score < 2:
        raise FileProblem("file.no_header", looked=LOOK_FOR_HEADER)
    if len(best.names) > WIDEST:
        raise FileProblem("file.too_wide", limit=WIDEST)
    return best


def best_header(rows: Sequence[Cells]) -> Header | None:
    """Of the first rows, and of all runs of them that group each other, the one with most known headers;
    of equals the lowest, then the first."""
    rows = rows[:LOOK_FOR_HEADER]
    found = [block for first in range(len(rows)) for block in _blocks(rows, first)]
    return max(found, key=lambda block: (block.score, -block.height), default=None)


def scores(rows: Sequence[Cells]) -> list[int]:
    """How many known headers each row holds, or the header that begins with it."""
    return [max(block.score for block in _blocks(rows, first)) for first in range(len(rows))]


def is_numbering(row: Cells) -> bool:
    """(1) (2) (3), 1 2 3 or A B 1 2 below a header: three signs or more, the figures counting up."""
    signs = [cell.strip() for cell in row if cell and cell.strip()]
    found = [_NUMBERED.match(sign) for sign in signs]
    if len(signs) < 3 or not all(found):
        return False
    figures = [int(sign[1]) for sign in found if sign[1].isdigit()]
    return len(figures) >= 2 and figures == list(range(figures[0], figures[0] + len(figures)))


def _blocks(rows: Sequence[Cells], first: int) -> list[Header]:
    """The row as a header of its own, and as the top of a taller one wherever that says more."""
    found = [Header(first, 1, names := _stripped(rows[first]), _score(names))]
    for height in range(2, _TALLEST + 1):
        block = rows[first : first + height]
        if len(block) < height or not _groups(block[-2], block[-1]):
            break
        names = _joined(block)
        found.append(Header(first, height, names, _score(names)))
    return found


def _groups(upper: Cells, lower: Cells) -> bool:
    """Whether a cell of the lower row stands under a gap that a cell to its left in the upper row fills."""
    below = [cell.strip() for cell in lower]
    if any(_is_data(cell) for cell in below if not _is_parenthesised(cell)):
        return False
    started = False
    for index, cell in enumerate(below):
        above = upper[index].strip() if index < len(upper) else ""
        if cell and not above and started:
            return True
        started = started or bool(above)
    return False


def _is_data(cell: str) -> bool:
    """What stands below a header and not in it: numbers, dates, codes, long texts."""
    if len(cell) > _LONGEST:
        return True
    figures = sum(map(str.isdigit, cell))
    return figures >= 4 or (figures > 0 and not any(map(str.isalpha, cell)))


def _is_parenthesised(cell: str) -> bool:
    """(3)=(4)+(5): how a header numbers its columns."""
    return cell.startswith("(")


def _joined(block: Sequence[Cells]) -> tuple[str, ...]:
    """One name a column: each row but the last filled to the right within the group above it."""
    width = max(map(len, block))
    levels = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in block]
    for depth, level in enumerate(levels[:-1]):
        for index in range(1, width):
            has_part_below = any(lower[index] for lower in levels[depth + 1 :])
            same_group = all(upper[index] == upper[index - 1] for upper in levels[:depth])
            if not level[index] and has_part_below and same_group:
                level[index] = level[index - 1]
    columns = zip(*levels, strict=True)
    return _without_end(" > ".join(dict.fromkeys(part for part in column if part)) for column in columns)


def _stripped(row: Cells) -> tuple[str, ...]:
    return _without_end(cell.strip() for cell in row)


def _without_end(names) -> tuple[str, ...]:
    """Without the nameless columns after the last named one."""
    names = list(names)
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _score(names: Cells) -> int:
    """How many columns of one kind of extract are named, of the kind of which most are."""
    said = frozenset().union(*(_forms(name) for name in names if name))
    return max(len({field for form in said & fields.keys() for field in fields[form]}) for fields in _FIELDS)


@lru_cache(maxsize=10_000)
def _forms(name: str) -> frozenset[str]:
    """A header as it is compared: whole and by its last part."""
    if _is_data(name):
        return frozenset()
    return frozenset({fold(name), fold(name.rpartition(" > ")[2])}) & _KNOWN


def _fields_by_name(contract) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for column in (*contract.columns, *contract.optional):
        for name in column.names():
            found.setdefault(name, set()).add(column.field)
    return found


_FIELDS = [_fields_by_name(contract) for contract in CONTRACTS.values()]
_KNOWN = frozenset().union(*_FIELDS)
