"""The two dossiers of March 2025 that most files here hold, and the ways to write them down."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from tests.data_access.files.case import Case
from tests.tiny import HEADER, line

TITLE = "Kỳ số liệu: tháng 03/2025"
COLUMNS = HEADER.split(",")
OPEN = line("D1").split(",")
FINISHED = line("D2", agency="X2", procedure="1.000002", finished="12/03/2025", rest="0,1,1,1,4").split(",")
USUAL = [OPEN, FINISHED]
STORED = {
    "D1": {
        "month": date(2025, 3, 1), "agency": "X1@2024-12-01", "counter": "X1@2024-12-01",
        "procedure": "1.000001", "channel": 2, "status": 4,
        "submitted_on": date(2025, 3, 10), "received_on": date(2025, 3, 10), "due_on": date(2025, 3, 20),
        "finished_on": None, "returned_on": None, "digitised_input": True, "digitised_result": None,
        "fee": False, "paid_online": False, "satisfaction": None,
    },
    "D2": {
        "month": date(2025, 3, 1), "agency": "X2@2024-12-01", "counter": "X2@2024-12-01",
        "procedure": "1.000002", "channel": 2, "status": 9,
        "submitted_on": date(2025, 3, 10), "received_on": date(2025, 3, 10), "due_on": date(2025, 3, 20),
        "finished_on": date(2025, 3, 12), "returned_on": None, "digitised_input": False,
        "digitised_result": True, "fee": True, "paid_online": True, "satisfaction": 4,
    },
}  # fmt: skip


def rows(*dossiers: list[str], title: str = TITLE) -> list[list[str]]:
    """Title, header and dossiers as cells; the usual two if none are given."""
    return [[title], COLUMNS, *(dossiers or USUAL)]


def text_of(cells: Iterable[Iterable[str]], mark: str = ",", newline: str = "\n", quoting: int = 0) -> str:
    """Rows of cells as CSV text."""
    memory = io.StringIO()
    csv.writer(memory, delimiter=mark, lineterminator=newline, quoting=quoting).writerows(cells)
    return memory.getvalue()


def taken(name: str, build, **expected) -> Case:
    """A file that holds the usual two dossiers, however it is written; `expected` says what else is so."""
    return Case(name, build, **{"accepted": 2, "stored": STORED, **expected})
