"""Whatever valid dossiers are written, in whatever way: read back, they are the same."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.ingest import check
from data_access.ingest.dossier_checks import COLUMNS as FIELDS
from tests.data_access.files.workbooks_made import book
from tests.data_access.writing import Style, dossiers, stored, styles

quietly = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}


def read_back(known, content: bytes, name: str) -> list[tuple]:
    """What is accepted of a file; nothing may be rejected."""
    checked = check(known, content, name)
    assert checked.rejected.is_empty(), checked.issues
    assert set(checked.issues["severity"]) <= {"warn"}
    return sorted(checked.lines.select(FIELDS).rows())


@given(found=dossiers(), style=styles)
@settings(max_examples=120, **quietly)
def test_dossiers_read_back_the_same_from_any_text_file(known, found, style: Style):
    assert read_back(known, style.write(found), "ho-so.csv") == stored(found, style.first_line())


@given(found=dossiers(), style=styles, real_dates=st.booleans(), numbers=st.booleans())
@settings(max_examples=40, **quietly)
def test_dossiers_read_back_the_same_from_any_workbook(known, found, style: Style, real_dates, numbers):
    cells = style.cells(found)
    first = style.first_line() - 1
    for row, dossier in zip(cells[first:], found, strict=True):
        for at, value in enumerate(dossier.values(), len(row) - len(dossier)):
            if real_dates and isinstance(value, date):
                row[at] = value
            elif numbers and isinstance(value, int):
                row[at] = int(value)
    assert read_back(known, book(cells), "ho-so.xlsx") == stored(found, style.first_line())
