"""From bytes to one table of text: type, encoding, delimiter, and where in the file the table begins.

text (encodings) or workbook → layout → Sheet. Nothing here knows what the columns mean.
"""

import hashlib
import re
from dataclasses import fields, replace
from pathlib import Path

from data_access.errors import FileProblem
from data_access.ingest.reading import encodings, layout, text, workbook
from data_access.ingest.reading.grid import Sheet, Table
from data_access.ingest.reading.packed import unpacked

MAX_BYTES = 1_000_000_000
_NOTHING = b"\x00\r\n\t ;,"
_LOOKED_AT = 10_000  # bytes: what holds something shows it at once, and nothing is copied


def read(source: bytes | Path, name: str | None = None) -> Sheet:
    """The table in a CSV (plain or .gz) or a workbook; FileProblem if there is none that can be read."""
    content = source.read_bytes() if isinstance(source, Path) else source
    name = clean_name(name or (source.name if isinstance(source, Path) else "tep"))
    if len(content) > MAX_BYTES:
        raise FileProblem("file.too_large", size=len(content) // 1_000_000, limit=MAX_BYTES // 1_000_000)
    table = _table(unpacked(content, MAX_BYTES))
    parts = {part.name: getattr(table, part.name) for part in fields(Table)}
    return Sheet(**parts, name=name, sha256=hashlib.sha256(content).hexdigest(), size=len(content))


def _table(content: bytes) -> Table:
    if not (content[:_LOOKED_AT].strip(_NOTHING) or content.strip(_NOTHING)):
        raise FileProblem("file.empty")
    if workbook.is_workbook(content):
        grid = workbook.grid(content)
        cells, notes = encodings.restored(grid.cells)
        return layout.table(replace(grid, cells=cells, notes=(*grid.notes, *notes)))
    return text.table(content)


def clean_name(name: str) -> str:
    """The last part of what the browser called the file: shown, never used as a path."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(c for c in last if c.isprintable())[:120] or "tep"
