"""The sheets of a workbook as grids of text."""

import io
import re
import zipfile
from datetime import date, datetime

from data_access.errors import FileProblem
from data_access.ingest.reading.encodings import composed
from data_access.ingest.reading.grid import Grid

MAX_INFLATED = 1_000_000_000  # bytes


def grids(content: bytes) -> tuple[Grid, ...]:
    """One grid a sheet that may hold the table; FileProblem if the workbook cannot be opened."""
    from python_calamine import CalamineWorkbook

    try:
        if sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist()) > MAX_INFLATED:
            raise FileProblem("file.too_large", size="?", limit=MAX_INFLATED // 1_000_000)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        cells = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except FileProblem:
        raise
    except Exception as error:  # the reader raises its own kinds; all mean one thing to the person
        raise FileProblem("file.broken_workbook") from error
    return (Grid([[_cell(value) for value in row] for row in cells], sheet=book.sheet_names[0]),)


def _cell(value: object) -> str:
    """A spreadsheet cell as the text a person sees: 10 and not 10.0, day before month."""
    match value:
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer():
            return str(int(value))
        case float() if re.search(r"\.\d{3}$", str(value)):
            return f"{value}0"  # 36.285 is a number here; as text it would be 36 thousand
        case datetime() | date():
            return value.strftime("%d/%m/%Y")
        case None:
            return ""
        case _:
            return composed(str(value)).strip()
