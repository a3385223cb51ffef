"""What a sheet's XML says of its cells and the reader of values does not.

An error (#REF!) and a formula that nobody computed both come out of the reader as a blank, a percentage
as its hundredth. Read so, a dossier would be unfinished and a target a hundredth of itself.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from data_access.errors import FileProblem
from data_access.ingest.reading.cells import UNCOMPUTED, percent

MAX_CELLS = 30_000_000  # from A1 to the last cell in use: the reader makes room for all of them
_FAR = rb"[\"'](?:[A-Z]{2,}\d|[A-Z]\d{7,})"  # beyond column Z, or a row in the millions
_QUOTED = rb"[\"']([A-Z]+)(\d+)[\"']"
_FILLED = rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']([A-Z]+)(\d+)[\"'][^>]*[^>/]>"


@dataclass
class Marks:
    """Texts by (row, column) and hidden rows, all counted from 0."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)


class Meaning(NamedTuple):
    """Of a workbook: whether its formulas wait to be computed, and which cell styles are percentages."""

    recalculate: bool
    percents: frozenset[int]


def marks(xml: bytes, meaning: Meaning) -> Marks:
    """Look through a sheet, cell by cell only where something in it may have to be marked."""
    found = Marks()
    if _may_hold_marks(xml, meaning):
        _Walk(meaning, found).through(xml)
    return found


def refuse_far_cells(xml: bytes) -> None:
    """A cell at the far end of a sheet makes the reader ask for the memory of everything before it.

    Whatever is written like the name of a cell is looked at first; only if that would be too much are the
    cells told from ranges, and filled ones from blank ones.
    """
    if not re.search(_FAR, xml):
        return
    if _area(re.findall(_QUOTED, xml)) > MAX_CELLS and _area(re.findall(_FILLED, xml)) > MAX_CELLS:
        raise FileProblem("file.too_heavy")


def _area(places: list[tuple[bytes, bytes]]) -> int:
    """The cells from A1 to the last row and the last column of these."""
    columns = {letters for letters, _ in places}
    rows = {digits for _, digits in places}
    return (max(map(column_number, columns), default=0) + 1) * max(map(int, rows), default=0)


def column_number(letters: bytes) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _may_hold_marks(xml: bytes, meaning: Meaning) -> bool:
    """By words that stand in every such cell, and sometimes elsewhere: finding them takes no time."""
    signs = [b"<f", b":f", b'"e"', b"'e'", b"hidden"]
    styles = [f"{quote}{style}{quote}".encode() for style in meaning.percents for quote in "\"'"]
    return any(sign in xml for sign in (*signs, *styles))


class _Walk:
    """Through the XML of one sheet, with a parser that expands nothing."""

    def __init__(self, meaning: Meaning, found: Marks) -> None:
        self._meaning, self._found = meaning, found
        self._row = self._column = -1
        self._cell: dict[str, str] = {}
        self._value: str | None = None
        self._has_formula = self._inside = False

    def through(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise FileProblem("file.broken_workbook") from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition("}")[2]:
            case "c":
                self._start_cell(attributes)
            case "v":
                self._value, self._inside = "", True
            case "f":
                self._has_formula = True
            case "row":
                # A row or cell without its number follows the one before.
                self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
                self._column = -1
                if attributes.get("hidden") in ("1", "true"):
                    self._found.hidden.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789").encode()
        self._column = column_number(letters) if letters else self._column + 1
        self._cell, self._value, self._has_formula = attributes, None, False

    def _text(self, text: str) -> None:
        if self._inside:
            self._value += text

    def _end(self, tag: str) -> None:
        match tag.rpartition("}")[2]:
            case "v":
                self._inside = False
            case "c":
                if text := self._marked(self._cell.get("t", "n")):
                    self._found.texts[self._row, self._column] = text

    def _marked(self, kind: str) -> str | None:
        if kind == "e":
            return self._value or UNCOMPUTED
        if self._has_formula and not self._is_computed(kind):
            return UNCOMPUTED
        if kind == "n" and self._value and int(self._cell.get("s", 0)) in self._meaning.percents:
            return percent(float(self._value))
        return None

    def _is_computed(self, kind: str) -> bool:
        if kind == "str" and self._value is not None:
            return True  # ="" is a computed blank
        # Programs that compute nothing write 0 and ask the spreadsheet to compute when it opens the file.
        return bool(self._value) and not (self._meaning.recalculate and self._value == "0")


def _refuse(*_) -> None:
    raise FileProblem("file.declares_entities")
