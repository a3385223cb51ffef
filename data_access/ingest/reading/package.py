"""What the XML of a workbook says of its sheets: where they are, how formulas and percentages are meant."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from data_access.errors import FileProblem
from data_access.ingest.reading.archive import Archive
from data_access.ingest.reading.cells import PERCENT_FORMATS, shows_percent
from data_access.ingest.reading.marks import Marks, Meaning, marks, refuse_far_cells


@dataclass(frozen=True)
class Package:
    """An XLSX file looked over; `parts` are those of its sheets, in their order.

    `since_1904`: its days are counted from 1-1-1904, as those of old Macs.
    """

    archive: Archive
    parts: tuple[str, ...]
    meaning: Meaning
    since_1904: bool

    @classmethod
    def of(cls, content: bytes) -> "Package":
        """FileProblem when the file must not be opened, or is no workbook."""
        archive = Archive(content)
        book = _tree(archive, "xl/workbook.xml")
        targets = {r.get("Id"): r.get("Target", "") for r in _tree(archive, "xl/_rels/workbook.xml.rels")}
        recalculate = any(_on(e.get("fullCalcOnLoad")) for e in _all(book, "calcPr"))
        sheets = [targets.get(_relation(sheet), "") for sheet in _all(book, "sheet")]
        parts = tuple(posixpath.normpath(posixpath.join("/xl", target)) for target in sheets)
        since_1904 = any(_on(e.get("date1904")) for e in _all(book, "workbookPr"))
        return cls(archive, parts, Meaning(recalculate, _percents(archive)), since_1904)

    def marks(self, position: int) -> Marks:
        """What the reader of values does not tell of the cells of a sheet; refuses one too large to read."""
        xml = self.archive.read(self.parts[position])
        refuse_far_cells(xml)
        return marks(xml, self.meaning)


def _percents(archive: Archive) -> frozenset[int]:
    """The cell styles that show a percentage."""
    if "xl/styles.xml" not in archive:
        return frozenset()
    styles = _tree(archive, "xl/styles.xml")
    formats = {form.get("numFmtId"): form.get("formatCode", "") for form in _all(styles, "numFmt")}
    shown = {str(number) for number in PERCENT_FORMATS}
    shown |= {number for number, code in formats.items() if shows_percent(code)}
    cells = next(_all(styles, "cellXfs"), ())
    return frozenset(index for index, style in enumerate(cells) if style.get("numFmtId") in shown)


def _tree(archive: Archive, name: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(archive.read(name))
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # the last two: of its encoding
        raise FileProblem("file.broken_workbook") from error


def _all(tree: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Elements by name whatever their namespace: the strict form of the standard has another."""
    return (element for element in tree.iter() if element.tag.rpartition("}")[2] == name)


def _relation(sheet: ElementTree.Element) -> str | None:
    return next((value for key, value in sheet.items() if key.endswith("}id")), None)


def _on(value: str | None) -> bool:
    return value in ("1", "true", "on")
