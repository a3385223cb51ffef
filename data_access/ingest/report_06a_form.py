"""Form II.06a as it is printed: what its joined headers, sections and titles say.

Three header rows are joined into "group > part"; which column is which follows from the words in group
and part, since systems word them differently. Nothing is taken from the place of a column.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.contract import fold
from data_access.ingest.reading.grid import Sheet
from data_access.ingest.report_06a_contract import REPORT
from data_access.units import Unit

# Group → (field, words of the part of which one must be there), asked in this order.
_GROUPS = {
    "tiep nhan": (
        ("received_online", ("truc tuyen",)),
        ("received_direct", ("truc tiep", "buu chinh")),
        ("carried", ("ky truoc",)),
        ("received_total", ("tong",)),
    ),
    "da giai quyet": (
        ("finished_early", ("truoc han",)),
        ("finished_on_time", ("dung han",)),
        ("finished_late", ("qua han",)),
        ("finished_total", ("tong",)),
    ),
    "dang giai quyet": (
        ("open_in_time", ("trong han", "chua den han")),
        ("open_overdue", ("qua han",)),
        ("open_total", ("tong",)),
    ),
}
_BOTH = re.compile(r"dung (va|hoac) truoc han|truoc (va|hoac) dung han")  # not told apart: neither


def canonical(sheet: Sheet) -> Sheet:
    """The sheet under the headers of the contract, if it is the printed form; else as it is."""
    names = [_field(name) for name in sheet.header]
    if not {"received_total", "finished_total", "open_total"} <= set(names):
        return sheet
    headers = {column.field: column.header for column in (*REPORT.columns, *REPORT.optional)}
    header = tuple(headers.get(field, name) for field, name in zip(names, sheet.header, strict=True))
    return _with_sections(replace(sheet, header=header))


def _field(name: str) -> str | None:
    group, *parts = [fold(part) for part in name.split(" > ")]
    if not parts:
        return "sector" if "linh vuc" in group else None
    said = " ".join(parts)
    if "ty le" in f"{group} {said}" or _BOTH.search(said):
        return None
    fields = next((fields for word, fields in _GROUPS.items() if word in group), ())
    return next((field for field, words in fields if any(word in parts[-1] for word in words)), None)


def _with_sections(sheet: Sheet) -> Sheet:
    """A column that numbers the sections of the form, where it has some: a sector may stand in each."""
    starts = [note.line for note in sheet.notes if note.kind == "layout.section"]
    if not starts:
        return sheet
    return with_column(sheet, REPORT.column("section").header, lambda line: str(bisect_left(starts, line)))


def with_column(sheet: Sheet, header: str, value: Callable[[int], str]) -> Sheet:
    """The sheet with one column more, of its values by line; without its blank rows, which would be none."""
    names = [f"c{index}" for index in range(len(sheet.header))]
    filled = sheet.rows.select(
        pl.any_horizontal(pl.col(names).str.strip_chars().fill_null("") != "")
    ).to_series()
    lines = sheet.lines.filter(filled)
    column = pl.Series(f"c{len(names)}", [value(line) for line in lines], dtype=pl.String)
    rows = sheet.rows.filter(filled).select(names).with_columns(column)
    return replace(sheet, header=(*sheet.header, header), rows=rows, lines=lines)


_REPORTER = re.compile(r"(?:don vi bao cao|co quan bao cao|thu tuc hanh chinh tai|tthc tai)(.*)")
_RECIPIENT = re.compile(r"(kinh gui|noi nhan|nhan bao cao).*")
_WRITTEN_OUT = {"tp": "thanh pho", "p": "phuong", "x": "xa", "h": "huyen", "tx": "thi xa", "tt": "thi tran"}


def reporter(titles: Sequence[str], name: str, units: Iterable[Unit]) -> Unit:
    """The unit of `units` that the title block (or else the file's name) says has made the report.

    FileProblem if none is named, or several of which none lies in the others.
    """
    rows = [_RECIPIENT.sub("", _words(title)) for title in titles]
    named = [found[1] for row in rows if (found := _REPORTER.search(row))]
    places = {unit.code: unit for unit in units}
    for texts in (named, rows, [_words(name)]):
        if found := _innermost(_mentioned(texts, places.values())):
            if len(found) > 1:
                raise FileProblem("file.agency_unclear", names=", ".join(unit.name for unit in found))
            return found[0]
    raise FileProblem("file.no_agency")


def _words(text: str) -> str:
    return " ".join(_WRITTEN_OUT.get(word, word) for word in fold(text).split())


def _mentioned(texts: Iterable[str], units: Iterable[Unit]) -> list[Unit]:
    """Units whose whole name stands in a text, and in no longer name that stands there too."""
    said = [f" {text} " for text in texts]
    hits = {unit.code: (unit, _words(unit.name)) for unit in units}
    hits = {code: hit for code, hit in hits.items() if any(f" {hit[1]} " in text for text in said)}
    names = {name for _, name in hits.values()}

    def is_part(name: str) -> bool:
        return any(name != longer and f" {name} " in f" {longer} " for longer in names)

    return [unit for unit, name in hits.values() if not is_part(name)]


def _innermost(units: list[Unit]) -> list[Unit]:
    """Without those in which another of them lies; of one name, those whose district is named as well."""
    codes = {unit.code for unit in units}
    inside = [unit for unit in units if unit.parent in codes]
    outer = {unit.parent for unit in inside}
    twins = {fold(unit.name) for unit in inside}
    return [
        unit for unit in units if unit.code not in outer and (unit in inside or fold(unit.name) not in twins)
    ]
