"""Any dossiers of March 2025, and the ways in which a system may write them into a file."""

import csv
import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from data_access.ingest.dossier_checks import COLUMNS as FIELDS
from tests.data_access.files import old_encodings
from tests.data_access.files.headers import LOWER, UPPER
from tests.data_access.files.usual import COLUMNS, TITLE

# Codes that look like whatever else may stand in a table: none of these may cost a dossier.
# None of words alone: such a one may be a person's name, and is turned away.
TREACHEROUS = (
    "Tổng cộng 1", "Tổng số 2", "Cộng", "Cộng: 3", "Trong đó 3", "I", "IV", "II. Cấp xã 4", "A",
    "Cấp tỉnh 5", "(1)", "(2)", "STT", "Mã hồ sơ 6", "Nơi nhận 7", "TM. UBND 8", "* 1", "Ghi chú 2", "#",
    "-", "1", "45747", "1,5", "x;y|z", 'D"1"', "0042", "1.001610", "D\n7", "=1+2", "Kỳ số liệu 9",
)  # fmt: skip
MARCH = [date(2025, 3, 1) + timedelta(days=n) for n in range(31)]
Dossier = dict[str, object]
Writer = Callable[[str], bytes]


@st.composite
def dossiers(draw) -> list[Dossier]:
    """One to six dossiers with codes of their own, each valid in March 2025."""
    plain = st.from_regex(r"[A-ZĐ][A-Z0-9Đ./\-]{0,10}[0-9]", fullmatch=True)
    code = st.one_of(plain, st.sampled_from(TREACHEROUS))
    codes = draw(st.lists(code, min_size=1, max_size=6, unique=True))
    return [draw(_dossier(code)) for code in codes]


@st.composite
def _dossier(draw, code: str) -> Dossier:
    received = draw(st.sampled_from(MARCH))
    finished = draw(st.one_of(st.none(), st.sampled_from([day for day in MARCH if day >= received])))
    yes_or_no = st.sampled_from([True, False, None])
    return {
        "code": code,
        "procedure": draw(st.sampled_from(["1.000001", "1.000002", "1.000003", "1.000004"])),
        "agency": draw(st.sampled_from(["S1", "S2", "H1", "X1", "X2", "X3"])),
        "counter": draw(st.sampled_from(["S1", "X1", "X2", "X3"])),
        "channel": draw(st.sampled_from([1, 2, 3])),
        "submitted_on": draw(st.one_of(st.none(), st.just(received))),
        "received_on": received,
        "due_on": draw(st.one_of(st.none(), st.just(received + timedelta(days=draw(st.integers(0, 40)))))),
        "finished_on": finished,
        "returned_on": finished and draw(st.sampled_from([None, finished])),
        "status": draw(st.sampled_from([7, 8, 9, 10] if finished else [2, 4, 5, 6])),
        "digitised_input": draw(yes_or_no),
        "digitised_result": draw(yes_or_no),
        "fee": draw(yes_or_no),
        "paid_online": draw(yes_or_no),
        "satisfaction": draw(st.one_of(st.none(), st.integers(1, 5))),
    }


ENCODINGS: dict[str, Writer] = {
    **{name: (lambda text, name=name: text.encode(name))
       for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")},
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "windows-1258": old_encodings.windows_1258,
    "tcvn3": old_encodings.tcvn3,
    "vni": old_encodings.vni,
}  # fmt: skip
DATES: dict[str, Callable[[date], str]] = {
    "31/03/2025": lambda day: day.strftime("%d/%m/%Y"),
    "1/3/2025": lambda day: f"{day.day}/{day.month}/{day.year}",
    "2025-03-31": date.isoformat,
    "31-03-2025": lambda day: day.strftime("%d-%m-%Y"),
    "31.03.2025": lambda day: day.strftime("%d.%m.%Y"),
    "20250331": lambda day: day.strftime("%Y%m%d"),
    "31/03/2025 14:05:59": lambda day: day.strftime("%d/%m/%Y 14:05:59"),
    "45747": lambda day: str((day - date(1899, 12, 30)).days),
}
HEADERS: dict[str, list[list[str]]] = {
    "as in the template": [COLUMNS],
    "in capitals": [[name.upper() for name in COLUMNS]],
    "with hard spaces": [[f" {name.replace(' ', chr(0xA0))} " for name in COLUMNS]],
    "in two rows": [UPPER, LOWER],
    "numbered": [COLUMNS, [f"({n})" for n in range(1, len(COLUMNS) + 1)]],
    "below eight titles": [["UBND TỈNH"], [], ["DANH SÁCH HỒ SƠ"], [], [], [], [], [], COLUMNS],
}


@dataclass(frozen=True)
class Style:
    """One way to write a file."""

    encoding: str
    mark: str
    newline: str
    header: str
    date: str
    sep_line: bool
    numbered: bool

    def write(self, found: list[Dossier]) -> bytes:
        """The dossiers as a CSV."""
        memory = io.StringIO()
        if self.sep_line:
            memory.write(f"sep={self.mark}\n")
        csv.writer(memory, delimiter=self.mark, lineterminator="\n").writerows(self.cells(found))
        return ENCODINGS[self.encoding](memory.getvalue().replace("\n", self.newline))

    def cells(self, found: list[Dossier]) -> list[list[str]]:
        """Title, header rows and dossiers as text."""
        lines = [[self._cell(value) for value in dossier.values()] for dossier in found]
        table = [*HEADERS[self.header], *lines]
        if self.numbered:
            first = len(table) - len(lines)
            table = [[str(n - first + 1) if n >= first else "", *row] for n, row in enumerate(table)]
            table[self.header_row()][0] = "STT"
        return [[TITLE], *table]

    def header_row(self) -> int:
        """Which row of the header names the first column."""
        return next(i for i, row in enumerate(HEADERS[self.header]) if len(row) == len(COLUMNS))

    def first_line(self) -> int:
        """The spreadsheet's number of the first dossier."""
        return len(HEADERS[self.header]) + 2

    def _cell(self, value: object) -> str:
        if isinstance(value, date):
            return DATES[self.date](value)
        return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


styles = st.builds(
    Style,
    encoding=st.sampled_from(sorted(ENCODINGS)),
    mark=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    header=st.sampled_from(sorted(HEADERS)),
    date=st.sampled_from(sorted(DATES)),
    sep_line=st.booleans(),
    numbered=st.booleans(),
)


def stored(found: list[Dossier], first_line: int) -> list[tuple]:
    """The rows that checking must make of the dossiers, in its order."""
    rows = [
        {
            **dossier, "month": date(2025, 3, 1), "line": line,
            "agency": f"{dossier['agency']}@2024-12-01", "counter": f"{dossier['counter']}@2024-12-01",
        }
        for line, dossier in enumerate(found, first_line)
    ]  # fmt: skip
    return sorted(tuple(row[field] for field in FIELDS) for row in rows)
