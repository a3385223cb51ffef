"""Rows of a table that are no lines of it: totals, sections, repeated headers, what stands below it.

A row is taken for such only by what it says itself *and* by holding nothing that a line would hold: a
dossier must never be lost here. What is left out is noted with its line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from data_access.ingest.contract import fold
from data_access.ingest.reading.grid import Note
from data_access.ingest.reading.header import NUMBER_COLUMNS, is_numbering

# Whatever may be furniture by its first words, so that a month of lines is not walked through in Python.
_MAYBE = (
    r"(?i)^\W*(?:t.ng|c.ng|trong .{1,2}|l.y k.|c.p |kh.i |ng..i |th. tr|k. to.n|tm|kt|tl|n.i nh.n|ghi ch.|"
    r"gi.m ..c|ch. t.ch|ph. |x.c nh.n|[ivx]{1,5}(?:\W|$)|[a-h](?:\W|$))|^\s*\(?[1A]\)?\s*$|^\s*\(?\*|"
    r"ng.y .{1,9}th.ng .{1,9}n.m"
)
_WORDS_OF_A_TOTAL = (
    "so|ho|cong|chung|cac|toan|tinh|huyen|xa|don|vi|linh|vuc|nam|thang|quy|ky|trang|va|[ivx]+|[a-h]|[0-9]+"
)
_TOTAL = re.compile(rf"^(tong cong|tong so|tong|cong|trong do|luy ke)( ({_WORDS_OF_A_TOTAL}))*$")
_NUMERAL = re.compile(r"^([IVX]{1,5}|[A-H])[.)]?$")
_NUMERAL_AND_LABEL = re.compile(r"^([IVX]{1,5}|[A-H])\s?[.)/:\-–]\s?[^\W\d]{2}[^\d]*$")
_SECTION_WORDS = re.compile(r"^(cap|khoi) (trung uong|tinh|huyen|xa|so|phuong)( \w+){0,3}$")
_BELOW = re.compile(
    r"^(nguoi lap|nguoi ky|nguoi bao cao|thu truong|ke toan|(?:tm|kt|tl) \w|noi nhan|ghi chu|"
    r"giam doc|pho giam doc|chu tich|pho chu tich|xac nhan|(\w+ ){0,6}ngay \d* ?thang \d* ?nam)"
)
_LONGEST = 80  # characters of the label of a total
_FIGURE = re.compile(r"^-?\d[\d.,\s]*%?$|^[-–x\s]*$|^#[A-Z/0!?]+$|^(hồ sơ|TTHC)$")


@dataclass(frozen=True)
class Furniture:
    """The rows of a table that are none of its lines, by index, and which are totals."""

    dropped: frozenset[int]
    totals: tuple[int, ...]
    notes: tuple[Note, ...]


def furniture(rows: pl.DataFrame, lines: pl.Series, names: Sequence[str], above: set[tuple]) -> Furniture:
    """What to leave out of the rows under a header with these names; `above` are header and title rows."""
    candidates = _candidates(rows, names, above)
    kinds = {index: kind for index, row in candidates if (kind := _kind(row, names, above))}
    kinds = dict(_settled(rows, kinds, names))
    notes = [Note(f"layout.{kind}", lines[index]) for index, kind in sorted(kinds.items()) if kind in _TOLD]
    totals = tuple(index for index, kind in sorted(kinds.items()) if kind == "total")
    return Furniture(frozenset(kinds), totals, tuple(notes))


_TOLD = ("section", "below", "header_again")
Row = tuple[str | None, ...]


def _candidates(rows: pl.DataFrame, names: Sequence[str], above: set[tuple]) -> list[tuple[int, Row]]:
    """The rows that may be furniture by the first text in them."""
    if rows.is_empty():
        return []
    numbers = [c for c, name in zip(rows.columns, names, strict=False) if fold(name) in NUMBER_COLUMNS]
    labels = [pl.coalesce(c for c in rows.columns if c not in numbers), *map(pl.col, numbers)]
    first_words = [row[0] for row in above if row]
    maybe = pl.any_horizontal(
        label.str.contains(_MAYBE) | label.str.strip_chars().is_in(first_words) for label in labels
    )
    # Spaces alone: the words stand further right.
    maybe = maybe | (labels[0].str.strip_chars() == "")
    indices = rows.select(maybe.fill_null(False).arg_true()).to_series()
    return list(zip(indices.to_list(), rows[indices].rows(), strict=True))


def _kind(row: Row, names: Sequence[str], above: set[tuple]) -> str | None:
    """total, section, below, header_again, numbering – or None for a line."""
    cells = [(index, cell.strip()) for index, cell in enumerate(row) if cell and cell.strip()]
    if not cells:
        return None
    texts = tuple(cell for _, cell in cells)
    if texts in above:
        return "header_again"
    if is_numbering(texts):
        return "numbering"
    if _is_total(texts):
        return "total"
    if _is_section(cells, names):
        return "section"
    return "below" if _is_below(texts, len(row)) else None


def _is_total(texts: tuple[str, ...]) -> bool:
    """The word, by itself or after a number of its own, and then nothing but figures."""
    start = 1 if len(texts) > 1 and re.match(r"^([IVX]{1,5}|[A-H]|\d{1,3})\.?$", texts[0]) else 0
    is_word = len(texts[start]) <= _LONGEST and _TOTAL.match(fold(texts[start]))
    return bool(is_word) and _only_figures(texts[start + 1 :])


def _is_section(cells: list[tuple[int, str]], names: Sequence[str]) -> bool:
    """A roman number in the column of numbers with a label beside it, or both in one cell, or the name of
    a level; then nothing, or figures in two columns or more."""
    (first, numeral), *others = cells
    in_stt = first < len(names) and fold(names[first]) in NUMBER_COLUMNS and _NUMERAL.match(numeral)
    if in_stt and others and _is_label(others[0][1]):
        others = others[1:]
    elif in_stt or not (_NUMERAL_AND_LABEL.match(numeral) or _SECTION_WORDS.match(fold(numeral))):
        return False
    return len(others) != 1 and _only_figures([cell for _, cell in others])


def _is_label(text: str) -> bool:
    """Words, more than one, and no figure: never a code."""
    return " " in text and not any(map(str.isdigit, text))


def _is_below(texts: tuple[str, ...], width: int) -> bool:
    """Words of a signature or footnote, few beside them and no figure."""
    words = [bool(_BELOW.match(fold(text) + " ")) or text.startswith(("*", "(*")) for text in texts]
    few = len(texts) <= max(1, min(width // 3, 4)) or all(words)
    return words[0] and few and not any(re.search(r"\d", text) for text in texts[1:])


def _only_figures(texts: Sequence[str]) -> bool:
    return all(_FIGURE.match(text) for text in texts)


def _settled(rows: pl.DataFrame, kinds: dict[int, str], names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each kind held against the rows around it."""
    below = [index for index, kind in kinds.items() if kind == "below"]
    end = next((index for index in below if not _has_lines(rows[index + 1 :], kinds, index)), None)
    for index, kind in kinds.items():
        if end is not None and index >= end:
            continue
        if kind == "section" and not _has_children(rows, kinds, index):
            continue
        yield index, kind
    if end is not None:
        yield from ((index, "below" if index == end else "after") for index in range(end, len(rows)))


def _has_lines(rows: pl.DataFrame, kinds: dict[int, str], index: int) -> bool:
    """Whether some row after a signature may be a line: then the table goes on."""
    filled = min(max(2, rows.width // 3), 5)  # a dossier has five cells at least
    cells = pl.all().str.strip_chars()
    enough = pl.sum_horizontal((cells.fill_null("") != "").cast(pl.Int32)) >= filled
    figured = pl.any_horizontal(pl.all().str.contains(r"\d").fill_null(False))
    found = rows.select((enough & figured).arg_true()).to_series()
    return any(at + index + 1 not in kinds for at in found)


def _has_children(rows: pl.DataFrame, kinds: dict[int, str], index: int) -> bool:
    """A section that states figures is one only above rows of its own; else it is a line like others."""
    cells = [cell for cell in rows.row(index) if cell and cell.strip()]
    if not any(_FIGURE.match(cell.strip()) for cell in cells[1:]):
        return True
    following = index + 1
    while following < len(rows) and not any(cell and cell.strip() for cell in rows.row(following)):
        following += 1
    return following < len(rows) and kinds.get(following) not in ("section", "total", "below")
