"""XLS files, and other files of the same container that call themselves workbooks."""

from collections.abc import Callable

from tests.data_access.files.case import Case
from tests.data_access.files.usual import STORED, rows, taken
from tests.data_access.files.workbooks_binary_made import (
    DATE,
    FORMULA,
    OWN,
    PERCENT,
    SHORT,
    Error,
    Value,
    Xls,
    XlsSheet,
    compound,
)
from tests.data_access.files.workbooks_cells import with_cells

FILEPASS, LINK = 0x2F, 0x1AE
SECTORS = [["Mã lĩnh vực", "Tên lĩnh vực"], ["L1", "Hộ tịch"]]


def xls(cells: dict[str, object], since_1904: bool = False, **how) -> Callable:
    sheet = XlsSheet(with_cells(cells), **how)
    return lambda: ("ho-so.xls", Xls({"Hồ sơ": sheet}, since_1904).content())


def bad(name: str, kind: str, column: str, cells: dict[str, object]) -> Case:
    """Cells that turn away line 3, D1, with one problem, and leave D2."""
    stored = {"D2": STORED["D2"]}
    return Case(name, xls(cells), accepted=1, rejected=1, problems=((kind, 3, column),), stored=stored)


def refused(name: str, key: str, content: Callable[[], bytes], file: str = "ho-so.xls") -> Case:
    return Case(name, lambda: (file, content()), refused=f"file.{key}")


def sheets(**found: XlsSheet) -> Callable:
    return lambda: ("ho-so.xls", Xls(found).content())


def usual(**more) -> Xls:
    return Xls({"Hồ sơ": XlsSheet(rows())}, **more)


def begins_after_its_end() -> bytes:
    stream = usual().stream()
    at = stream.index(b"\x85\x00") + 4  # the record that says where the sheet begins
    return compound({"Workbook": stream[:at] + (20_000).to_bytes(4, "little") + stream[at + 4 :]})


DATES = {"F3": Value(45726, DATE), "G3": Value(45726.4, DATE), "H3": Value(45736, DATE, SHORT)}
DATES_1904 = {place: Value(cell.value - 1462, cell.style, cell.record) for place, cell in DATES.items()}
TAKEN = (
    taken("an XLS", xls({})),
    taken("an XLS called XLSX", lambda: ("ho-so.xlsx", usual().content())),
    taken("an XLS with real dates", xls(DATES)),
    taken("an XLS with dates counted from 1904", xls(DATES_1904, since_1904=True),
          problems=(("sheet.since_1904", None, None),)),
    taken("an XLS with numbers", xls({"E3": 2, "K3": Value(4, record=SHORT), "N3": 0, "P4": Value(4, OWN)})),
    taken("an XLS with a formula and its value", xls({"K3": Value(4, record=FORMULA)})),
    taken("an XLS with true and false", xls({"L3": True, "N3": False})),
    taken("an XLS with a hidden row", xls({}, hidden_rows=(4,)), problems=(("line.hidden", 4, None),)),
    taken("an XLS with its table on a hidden sheet",
          sheets(A=XlsSheet([["Hướng dẫn"]]), B=XlsSheet(rows(), hidden=True)),
          problems=(("sheet.hidden", None, None),)),
    taken("an XLS with a small table on another sheet", sheets(A=XlsSheet(SECTORS), B=XlsSheet(rows())),
          problems=(("sheet.not_read", None, None),)),
    bad("an error in an XLS", "cell.error", "Ngày kết thúc", {"I3": Error(0x2A)}),
    bad("an error out of a formula in an XLS", "cell.error", "Trạng thái", {"K3": Error(0x17, FORMULA)}),
    bad("a percentage for a mark in an XLS", "cell.number", "Mức hài lòng", {"P3": Value(0.9, PERCENT)}),
)  # fmt: skip
REFUSED = (
    refused("an XLS with two sheets of dossiers", "two_tables",
            lambda: sheets(A=XlsSheet(rows()), B=XlsSheet(rows()))()[1]),
    refused("an XLS with a password", "password", lambda: usual(more={FILEPASS: bytes(54)}).content()),
    refused("an XLSX with a password", "password",
            lambda: compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "ho-so.xlsx"),
    refused("an XLS with macros", "macros",
            lambda: compound({"Workbook": usual().stream(), "_VBA_PROJECT_CUR": b""})),
    refused("an XLS with a sheet of macros", "macros",
            lambda: Xls({"A": XlsSheet(rows()), "M": XlsSheet([], sort=1)}).content()),
    refused("an XLS with figures from other files", "external_links",
            lambda: usual(more={LINK: b"\1\0\5\0\0a.xls"}).content()),
    refused("a Word document called XLS", "other_office", lambda: compound({"WordDocument": b""})),
    refused("slides called XLS", "other_office", lambda: compound({"PowerPoint Document": b""})),
    refused("a mail called XLS", "not_a_table", lambda: compound({"__properties_version1.0": b""})),
    refused("an XLS cut in half", "broken_workbook", lambda: usual().content()[: 2 * 512]),
    refused("the mark of an XLS and noise", "broken_workbook",
            lambda: usual().content()[:8] + bytes(range(256)) * 9),
    refused("an XLS whose sectors run in a circle", "broken_workbook",
            lambda: (content := usual().content())[:512] + bytes(512) + content[1024:]),
    refused("an XLS with a column that the format does not have", "too_heavy",
            lambda: Xls({"A": XlsSheet([*rows(), ["x"] * 300])}).content()),
    refused("an XLS whose sheet begins after its end", "broken_workbook", begins_after_its_end),
    refused("an XLS without cells", "empty", lambda: Xls({"A": XlsSheet([])}).content()),
)  # fmt: skip
CASES = (*TAKEN, *REFUSED)
