"""A total row of a file held against what its lines add up to. It is never added to them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import polars as pl

from data_access.ingest.contract import fold
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.reading.grid import Note
from data_access.ingest.reading.header import NUMBER_COLUMNS

_THOUSANDS = r"^-?\d{1,3}([.\s]\d{3})+(,\d+)?$"
_NUMBER = rf"{_THOUSANDS}|^-?\d+([.,]\d+)?$"
_SAID = re.compile(r":\s*(\d[\d.]*)|(\d[\d.]*)\s*(?:hồ sơ|TTHC|dòng)", re.IGNORECASE)
_RATE = re.compile(r"%|\bty le\b|\bphan tram\b")
_SHOWN = 3  # differences of one row
_SUMMED = {"number", "decimal", "flag"}
_PARSERS: dict[str, set[str]] = {}
for _contract in CONTRACTS.values():
    for _column in (*_contract.columns, *_contract.optional):
        for _name in _column.names():
            _PARSERS.setdefault(_name, set()).add(_column.parser)


def compared(row: Sequence[str | None], line: int, names: Sequence[str], lines: pl.DataFrame) -> Note:
    """`layout.total`, or `layout.total_differs` with what the file says ≠ what its lines add up to."""
    label = next(cell for cell in row if cell and re.search(r"[^\W\d]{2}", cell))
    if fold(label).startswith(("trong do", "luy ke")):
        return Note("layout.total", line)
    differing = [
        (name, stated, ours) for name, stated, ours in _stated(row, names, lines) if stated not in ours
    ]
    shown = [f"{name}: {stated:n} ≠ {ours[0]:n}".removeprefix(": ") for name, stated, ours in differing]
    if not shown:
        return Note("layout.total", line)
    return Note("layout.total_differs", line, "; ".join(shown[:_SHOWN]))


def _stated(
    row: Sequence[str | None], names: Sequence[str], lines: pl.DataFrame
) -> Iterator[tuple[str, Decimal, list[Decimal]]]:
    """(column, number in the total row, what it may be compared with) for each such number."""
    for name, column, cell in zip(names, lines.columns, row, strict=False):
        if not cell or fold(name) in NUMBER_COLUMNS or _RATE.search(fold(name) + name):
            continue
        if re.match(_NUMBER, cell.strip()):
            sums = _sum(lines[column], fold(name))
            yield name[:40], _decimal(cell.strip()), sums or [_count(lines), _filled(lines[column])]
        elif said := _SAID.search(cell):
            yield "", _decimal((said[1] or said[2]).rstrip(".")), [_count(lines)]


def _sum(cells: pl.Series, name: str) -> list[Decimal]:
    """What a column adds up to; nothing if it is not one to be added up."""
    filled = cells.str.strip_chars().replace("", None).drop_nulls()
    known = _PARSERS.get(name)
    if (known and not known & _SUMMED) or filled.is_empty() or not filled.str.contains(_NUMBER).all():
        return []
    return [sum(map(_decimal, filled.to_list()), Decimal(0))]


def _count(lines: pl.DataFrame) -> Decimal:
    filled = pl.any_horizontal(pl.all().str.strip_chars().fill_null("") != "")
    return Decimal(lines.select(filled.sum()).item())


def _filled(cells: pl.Series) -> Decimal:
    return Decimal((cells.str.strip_chars().fill_null("") != "").sum())


def _decimal(text: str) -> Decimal:
    """1.234 and 1 234 are thousands; a comma parts the decimals."""
    whole = re.sub(r"[.\s]", "", text) if re.match(_THOUSANDS, text) else text
    return Decimal(whole.replace(",", "."))
