"""Workbooks made to do harm, broken ones, and other files that call themselves workbooks."""

import io
import zipfile
from collections.abc import Callable

from xlsxwriter import Workbook

from tests.data_access.files.case import Case
from tests.data_access.files.usual import rows, taken, text_of
from tests.data_access.files.workbooks_made import SHEET, book, packed, replaced, rezipped

XXE = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'
ELSEWHERE = {"../../../../tmp/x.xml": "<x/>", "C:\\x\\y.xml": "<y/>"}
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refused(name: str, key: str, content: Callable[[], bytes], file: str = "ho-so.xlsx") -> Case:
    return Case(name, lambda: (file, content()), refused=f"file.{key}")


def usual() -> bytes:
    return book(rows())


def with_parts(**parts: bytes | str) -> Callable[[], bytes]:
    """The usual workbook and more; `__` stands for a slash, `_dot_` for a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    return lambda: packed(named, usual())


def only(**parts: bytes | str) -> Callable[[], bytes]:
    """An archive of these parts and nothing else."""
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    return lambda: packed(named)


def declared(declaration: str, part: str = "sheet1", coding: str = "utf-8") -> Callable[[], bytes]:
    """A declaration before the root of an XML part."""

    def change(xml: bytes) -> bytes:
        head, _, body = xml.decode().partition("?>\n")
        assert body, part
        head = head.replace("UTF-8", "UTF-16" if coding != "utf-8" else "UTF-8")
        return f"{head}?>\n{declaration}{body}".encode(coding)

    return lambda: rezipped(usual(), **{part: change})


def sheet(before: str, after: str) -> Callable[[], bytes]:
    return lambda: rezipped(usual(), sheet1=replaced(before, after))


def locked() -> bytes:
    """Every entry marked as encrypted, as a zip with a password has it."""
    content = bytearray(usual())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def understated() -> bytes:
    """A sheet that is larger than the archive says."""
    content = bytearray(usual())
    name = SHEET.encode()
    at = content.rfind(name) - 46  # the entry in the directory at the end
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(content)


def twice() -> bytes:
    """Two sheets under one name: readers differ in which they read."""
    memory = io.BytesIO(usual())
    with zipfile.ZipFile(memory, "a") as archive:
        archive.filelist[0], archive.NameToInfo = archive.filelist[0], {}
        archive.writestr(SHEET, "<worksheet/>")
    return memory.getvalue()


def far(place: str, value: str = "<v>1</v>") -> Callable[[], bytes]:
    """One more cell, far from the others; a blank one has a style only."""
    cell = f'<c r="{place}" t="str">{value}</c>' if value else f'<c r="{place}" s="0"/>'
    return sheet("</sheetData>", f'<row r="1048576">{cell}</row></sheetData>')


def changed() -> bytes:
    """One byte in the middle of the packed sheet is another."""
    content = bytearray(usual())
    content[content.find(SHEET.encode()) + len(SHEET) + 100] ^= 0xFF
    return bytes(content)


def linked(workbook: Workbook) -> None:
    workbook.worksheets()[0].write_url("A9", "https://example.org/", string=" ")


DISGUISED = (
    refused("a Word document called XLSX", "other_office", only(word__document_dot_xml="<w/>")),
    refused("slides called XLSX", "other_office", only(ppt__presentation_dot_xml="<p/>")),
    refused("an XLSB", "other_office", only(xl__workbook_dot_bin=b"\x83\x01\x00"), "ho-so.xlsb"),
    refused(
        "an OpenDocument sheet called XLSX",
        "other_office",
        only(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_dot_xml="<o/>"),
    ),
    refused("a CSV in a zip", "archive", only(hoso_dot_csv=text_of(rows())), "ho-so.zip"),
    refused("a workbook in a zip", "archive", lambda: packed({"ho-so.xlsx": usual()})),
    refused("an empty zip", "archive", only()),
    taken("a workbook called CSV", lambda: ("ho-so.csv", usual())),
    taken("an XLSM without macros", lambda: ("ho-so.xlsm", usual())),
)
BROKEN = (
    refused("a workbook cut in half", "broken_workbook", lambda: usual()[: len(usual()) // 2]),
    refused("a workbook without its last bytes", "broken_workbook", lambda: usual()[:-30]),
    refused("the mark of a zip and noise", "broken_workbook", lambda: b"PK\x03\x04" + bytes(range(256)) * 9),
    refused("a byte changed inside a sheet", "broken_workbook", changed),
    refused("a sheet whose XML stops", "broken_workbook", sheet("</sheetData>", "")),
    refused(
        "XML in an encoding that nobody knows",
        "broken_workbook",
        lambda: rezipped(usual(), workbook=replaced("UTF-8", "UTF-0")),
    ),
    refused(
        "a sheet that is missing",
        "broken_workbook",
        lambda: rezipped(usual(), workbook=replaced('r:id="rId1"', 'r:id="rId77"')),
    ),
    refused("text that the workbook does not have", "broken_workbook", sheet("<v>0</v>", "<v>999999</v>")),
    refused(
        "a style that is no number",
        "broken_workbook",
        sheet('<c r="A3" t="s"><v>', '<c r="A3" s="x"><f>1</f><v>'),
    ),
    refused("a workbook without a sheet", "empty", lambda: book({})),
    refused("a workbook with blank sheets", "empty", lambda: book({"A": [], "B": []})),
)
UNSAFE = (
    refused("a zip with a password", "password", locked),
    refused("macros", "macros", with_parts(xl__vbaProject_dot_bin=b"\xd0\xcf"), "ho-so.xlsm"),
    refused("macros of Excel 4", "macros", with_parts(xl__macrosheets__sheet1_dot_xml="<xm/>")),
    refused("figures from other files", "external_links", with_parts(xl__externalLinks__e1_dot_xml="<e/>")),
    refused("an outside entity in a sheet", "declares_entities", declared(XXE)),
    refused("an outside entity in the list of sheets", "declares_entities", declared(XXE, "workbook")),
    refused("an outside entity in sixteen bits", "declares_entities", declared(XXE, coding="utf-16")),
    refused("entities that grow", "declares_entities", declared(LAUGHS, "sharedStrings")),
    taken("parts with names of other folders", lambda: ("../../etc/ho-so.xlsx", packed(ELSEWHERE, usual()))),
    taken("links to pages", lambda: ("ho-so.xlsx", book(rows(), linked))),
)
HEAVY = (
    refused("one cell at the end of the sheet", "too_heavy", far("XFD1048576")),
    refused("a column beyond the last", "too_heavy", sheet('r="P4"', 'r="ZZZZZZ4"')),
    refused("a row beyond the last", "too_heavy", far("A99999999999")),
    refused(
        "a sheet of blanks that inflates a thousandfold",
        "bomb",
        sheet("</sheetData>", " " * 60_000_000 + "</sheetData>"),
    ),
    refused(
        "more parts than any workbook has",
        "bomb",
        lambda: packed({f"xl/media/{n}": b"" for n in range(6000)}, usual()),
    ),
    refused("a part larger than it says", "broken_workbook", understated),
    refused("two parts of one name", "broken_workbook", twice),
    taken("a blank cell at the end of the sheet", lambda: ("ho-so.xlsx", far("XFD1048576", "")())),
    taken(
        "a word at the end of the sheet",
        lambda: ("ho-so.xlsx", far("A1048576")()),
        problems=(("line.far_below", 1_048_576, None),),
    ),
    taken("a row of blanks at the end of the sheet", lambda: ("ho-so.xlsx", far("A1048576", "<v> </v>")())),
)
CASES = (*DISGUISED, *BROKEN, *UNSAFE, *HEAVY)
