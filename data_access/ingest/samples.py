"""A few cells under headers that nobody knows, so that a person can say what they are.

Whatever stands there may be a person's. Shown is only what looks like a value of a column that is missing –
a date, a number, a code, a word of a closed list – and never free text, nothing under a header that speaks
of a person, nothing with an identity number, a telephone or an e-mail in it.
"""

import re
from collections.abc import Iterable, Sequence

from data_access.ingest.contract import Column, fold
from data_access.ingest.parsing import PERSONAL
from data_access.ingest.reading.grid import Sheet

SHOWN = 3
LOOKED_AT = 500  # lines from the top
# domain.md §6, folded: what headers of personal columns say.
_PRIVATE = re.compile(
    r"\b(ho ten|ho va ten|ten|nguoi|chu ho so|cccd|cmnd|can cuoc|dinh danh|giay to|dien thoai|sdt|e ?mail"
    r"|thu dien tu|dia chi|sinh|gioi tinh|ma so thue|ghi chu|noi dung|trich yeu|tai khoan)\b"
)
_SHAPES = {
    "date": r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}( .*)?|\d{4}-\d{2}-\d{2}.*",
    "month": r"\d{1,2}[-/.]\d{4}",
    "number": r"\d{1,8}",
    "status": r"\d{1,2}",
    "decimal": r"-?\d{1,8}([.,]\d{1,4})?",
    "code": r"(?=.*\d)[\w.\-/]{1,32}",
}
_FLAGS = r"[01xX]|[Cc]ó|[Kk]hông"


def samples(sheet: Sheet, missing: Iterable[Column], headers: Sequence[str]) -> dict[str, list[str]]:
    """Header → up to three different cells below it that one of the missing columns could hold."""
    shapes = [re.compile(_shape(column)) for column in missing if column.parser != "text"]
    found = {}
    for header in headers:
        if not _PRIVATE.search(fold(header)):
            cells = sheet.rows[f"c{sheet.header.index(header)}"].head(LOOKED_AT)
            fitting = filter(lambda cell: _fits(cell, shapes), cells.drop_nulls().str.strip_chars())
            found[header] = list(dict.fromkeys(fitting))[:SHOWN]
    return {header: cells for header, cells in found.items() if cells}


def _shape(column: Column) -> str:
    if column.parser == "choice":
        return "(?i:" + "|".join(map(re.escape, column.choices)) + ")"
    return _FLAGS if column.parser == "flag" else _SHAPES[column.parser]


def _fits(cell: str, shapes: Sequence[re.Pattern]) -> bool:
    return not re.search(PERSONAL, cell) and any(shape.fullmatch(cell) for shape in shapes)
