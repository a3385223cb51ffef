"""Codes, names, dates, numbers and ticks as people and systems write them, in CSVs of dossiers.

Dossier D1 stands in line 3 and has one cell written otherwise; D2, in line 4, is as usual.
"""

from datetime import date

from tests.data_access.files.case import Case
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, STORED, rows, text_of

PLACE = {
    "code": 0, "procedure": 1, "agency": 2, "counter": 3, "channel": 4, "submitted_on": 5, "received_on": 6,
    "due_on": 7, "finished_on": 8, "returned_on": 9, "status": 10, "digitised_input": 11,
    "digitised_result": 12, "fee": 13, "paid_online": 14, "satisfaction": 15,
}  # fmt: skip


def built(field: str, written: str):
    """The usual file with one cell of D1 written otherwise."""
    cells = list(OPEN)
    cells[PLACE[field]] = written
    return lambda: ("ho-so.csv", text_of(rows(cells, FINISHED)).encode())


def read(field: str, written: str, value: object, *kinds: str) -> Case:
    """A cell of D1 that is read as a value; `kinds` are warnings about it."""
    stored = {**STORED["D1"], field: value}
    problems = tuple((kind, 3, COLUMNS[PLACE[field]]) for kind in kinds)
    key = value if field == "code" else "D1"
    stored = {name: of for name, of in stored.items() if name != "code"}
    expected = {key: stored, "D2": STORED["D2"]}
    return Case(
        f"{field}: {written!r}", built(field, written), accepted=2, problems=problems, stored=expected
    )


def bad(field: str, written: str, kind: str) -> Case:
    """A cell that turns D1 away."""
    problems = ((kind, 3, COLUMNS[PLACE[field]]),)
    return Case(
        f"{field}: {written!r} is refused", built(field, written), accepted=1, rejected=1,
        problems=problems, stored={"D2": STORED["D2"]},
    )  # fmt: skip


X1, X2, X3, S1 = ("X1@2024-12-01", "X2@2024-12-01", "X3@2024-12-01", "S1@2024-12-01")
MARCH_10 = date(2025, 3, 10)

CODES = (
    read("code", "000123", "000123"),
    read("code", "1.001610", "1.001610"),
    read("code", "'0042", "0042"),
    read("code", '="0042"', "0042"),
    read("code", "=1+1", "=1+1"),
    read("code", "H09.718-250331-0042", "H09.718-250331-0042"),
    bad("code", "1,23E+12", "code.rounded"),
    bad("code", "1.23E+12", "code.rounded"),
    read("procedure", "1,000001", "1.000001", "procedure.repaired"),
    read("procedure", "1000001", "1.000001", "procedure.repaired"),
    read("procedure", "1.000.001", "1.000001", "procedure.repaired"),
    read("procedure", "'1.000001", "1.000001", "procedure.repaired"),
    read("procedure", '="1.000001"', "1.000001", "procedure.repaired"),
    read("procedure", "1.000001E+00", "1.000001", "procedure.repaired"),
    read("procedure", "1.000001.000.00.00.H09", "1.000001", "procedure.repaired"),
    bad("procedure", "1.00E+00", "procedure.unknown"),
    bad("procedure", "1.00001", "procedure.unknown"),
    bad("procedure", "9.999999", "procedure.unknown"),
)

NAMES = (
    read("agency", "Xã An Bình", X1),
    read("agency", "UBND xã An Bình", X1),
    read("agency", "XÃ  AN\u00a0BÌNH", X1),
    read("agency", "X. An Bình, H. Một", X1),
    bad("agency", "Xã Không Có", "agency.unknown"),
    bad("agency", "Xã An Bình (Huyện Hai)", "agency.unknown"),
    read("counter", "Xã Hoà Bình", X2),
    read("counter", "P. Ba", X3),
    read("counter", "", X1),
    read("counter", "NULL", X1),
    read("counter", "-", X1),
    bad("counter", "Phường Bốn", "counter.unknown"),
)

SAME_DAY = (
    "10/3/2025", "10/03/25", "10/3/25", "10-03-2025", "10.03.2025", "10 - 3-2025", "10/ 3/2025", "20250310",
    "2025-03-10", "2025/03/10", "2025-03-10 08:30:00", "2025-03-10T08:30:00", "2025-03-10T08:30:00+07:00",
    "2025-03-09T17:00:00Z", "2025-03-09T17:00:00.000Z", "10/03/2025 08:30", "10/03/2025 8:30:05 SA",
    "08:30 10/03/2025", "10/03/2025, 08:30:00", "20250310083000", "202503100830", "45726", "45726.35",
    "ngày 10 tháng 3 năm 2025", "10-Mar-2025", "10-MAR-25",
)  # fmt: skip
NO_DAY = (
    "31/02/2025", "2025", "36525", "55154", "10/03", "03/31/2025", "10/03/2025 và 11/03/2025", "hôm qua",
)  # fmt: skip
DATES = (
    *(read("received_on", written, MARCH_10) for written in SAME_DAY),
    *(bad("received_on", written, "cell.date") for written in NO_DAY),
    read("due_on", "-", None),
    read("due_on", "NULL", None),
    read("due_on", "5/4/2025", date(2025, 4, 5)),
)

TICKS = (
    *(read("digitised_result", tick, True) for tick in ("x", "X", "×", "✓", "có", "Có", "TRUE", "Yes")),
    *(read("digitised_result", tick, False) for tick in ("không", "Không", "FALSE", "No")),
    *(read("digitised_result", tick, None) for tick in ("-", "null")),
    bad("digitised_result", "có lẽ", "cell.flag"),
)

NUMBERS = (
    read("satisfaction", "5,0", 5),
    read("satisfaction", "4.00", 4),
    read("satisfaction", " 3 ", 3),
    bad("satisfaction", "4,5", "cell.number"),
    bad("satisfaction", "80%", "cell.number"),
    bad("satisfaction", "tốt", "cell.number"),
    bad("satisfaction", "1.234", "cell.rating"),
    read("channel", "Trực tuyến", 2),
    read("channel", "BƯU CHÍNH CÔNG ÍCH", 3),
    read("channel", "NULL", 1),
    bad("channel", "bồ câu", "cell.choice"),
)

CASES = (*CODES, *NAMES, *DATES, *TICKS, *NUMBERS)
