"""From bytes to one table of text: type, encoding, delimiter, and where in the file the table begins."""

import csv
import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.contract import fold
from data_access.ingest.contracts import CONTRACTS

MAX_BYTES = 1_000_000_000
LOOK_FOR_HEADER = 40
_HEAD = 200_000  # characters in which the header must stand
_KNOWN_HEADERS = frozenset().union(
    *(column.names() for contract in CONTRACTS.values() for column in (*contract.columns, *contract.optional))
)


@dataclass(frozen=True, eq=False)
class Sheet:
    """The table of a file, all text. Columns of `rows` are c0, c1 …; `titles` stood above the header.

    Row i of `rows` is line `first_line + i` of the file as a spreadsheet numbers it.
    """

    name: str
    sha256: str
    size: int
    titles: tuple[str, ...]
    header: tuple[str, ...]
    rows: pl.DataFrame
    first_line: int
    too_long: tuple[int, ...] = ()


def read(source: bytes | Path, name: str | None = None) -> Sheet:
    """The table in a CSV or XLSX file; FileProblem if there is none that can be read."""
    content = source.read_bytes() if isinstance(source, Path) else source
    name = clean_name(name or (source.name if isinstance(source, Path) else "tep"))
    if len(content) > MAX_BYTES:
        raise FileProblem("file.too_large", size=len(content) // 1_000_000, limit=MAX_BYTES // 1_000_000)
    if not content.strip(b"\x00\r\n\t ;,"):
        raise FileProblem("file.empty")
    build = _workbook if content[:4] == b"PK\x03\x04" else _text
    titles, header, rows, first_line, too_long = build(content)
    digest = hashlib.sha256(content).hexdigest()
    return Sheet(name, digest, len(content), titles, header, rows, first_line, too_long)


def clean_name(name: str) -> str:
    """The last part of what the browser called the file: shown, never used as a path."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(c for c in last if c.isprintable())[:120] or "tep"


def _text(content: bytes):
    text = _composed(_decode(content))
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if "\x00" in text:
        raise FileProblem("file.not_a_table")
    separator, head = _head(text)
    at = _header_at(head)
    header = tuple(cell.strip() for cell in head[at])
    titles = tuple(" ".join(cell for cell in row if cell).strip() for row in head[:at])
    rows, too_long = _csv_rows(text, separator, at, len(header), at + 2)
    return titles, header, rows, at + 2, too_long


def _decode(content: bytes) -> str:
    """Unicode by its mark, else strict UTF-8, else what the Vietnamese words in it say."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\x00" in content[:4096]:
        raise FileProblem("file.not_a_table")
    # Windows-1258 writes a letter and then its tone: `_composed` joins them.
    guess = content.decode("cp1258", errors="replace")
    if any(fold(word) in fold(guess[:5000]) for word in ("hồ sơ", "đơn vị", "tiếp nhận", "thủ tục")):
        return guess
    raise FileProblem("file.unknown_encoding")


def _composed(text: str) -> str:
    """NFC: one sign a letter, however the file spells it."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _head(text: str) -> tuple[str, list[list[str]]]:
    """The delimiter that shows most known headers, and the first records read with it.

    Not the most frequent mark: a name may hold more commas than its line has semicolons.
    """
    heads: dict[str, list[list[str]]] = {mark: [] for mark in ",;\t|"}
    for mark, records in heads.items():
        with suppress(csv.Error):  # an open quote: told when the lines are read
            for record in islice(_records(text[:_HEAD], mark), LOOK_FOR_HEADER):
                records.append(record)
    separator = max(heads, key=lambda mark: max(_scores(heads[mark]), default=0))
    return separator, heads[separator]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=separator)


def _header_at(rows: list[list[str]]) -> int:
    """The index of the row with most headers that some contract knows."""
    scores = _scores(rows)
    if max(scores, default=0) < 2:
        raise FileProblem("file.no_header", looked=LOOK_FOR_HEADER)
    return scores.index(max(scores))


def _scores(rows: list[list[str]]) -> list[int]:
    return [sum(fold(cell) in _KNOWN_HEADERS for cell in row if cell) for row in rows]


def _csv_rows(text: str, separator: str, at: int, width: int, first_line: int):
    body = _after_record(text, separator, at)
    if not body.strip():
        return _frame([], width), ()
    names = [f"c{i}" for i in range(width)]
    try:
        rows = pl.read_csv(
            body.encode(), has_header=False, infer_schema=False, separator=separator,
            schema=dict.fromkeys(names, pl.String), raise_if_empty=False, missing_columns="insert",
        )  # fmt: skip
        too_long = ()
    except (pl.exceptions.PolarsError, TypeError):
        rows, too_long = _slow_rows(body, separator, width, first_line)
    if body.count("\n") + (not body.endswith("\n")) > len(rows):
        _refuse_swallowed(rows, separator, first_line)
    return rows, too_long


def _refuse_swallowed(rows: pl.DataFrame, separator: str, first_line: int) -> None:
    """A quote that nothing closes makes one cell of all lines up to the next quote: their dossiers would
    be missing from the month, and nobody told."""
    another_line = rf"\n(?:[^\n]*{re.escape(separator)}){{{max(1, rows.width - 1)}}}"
    hit = pl.any_horizontal(pl.all().str.contains(another_line)).arg_true()
    for index in rows.select(hit.head(1)).to_series():
        raise FileProblem("file.open_quote", line=str(first_line + index))


def _slow_rows(body: str, separator: str, width: int, first_line: int):
    """Line by line, for files in which some line has more cells than the header."""
    rows, too_long = [], []
    try:
        for number, row in enumerate(_records(body, separator), first_line):
            if any(cell.strip() for cell in row[width:]):
                too_long.append(number)
            rows.append((row + [""] * width)[:width])
    except csv.Error as error:  # a cell longer than any: a quote that nothing closes
        raise FileProblem("file.open_quote", line=str(first_line + len(rows))) from error
    return _frame(rows, width), tuple(too_long)


def _after_record(text: str, separator: str, count: int) -> str:
    """The text after the first `count` + 1 records (a record may hold line breaks in quotes)."""
    stream = io.StringIO(text)
    reader = csv.reader(iter(stream.readline, ""), delimiter=separator)
    for _ in range(count + 1):
        next(reader)
    return text[stream.tell() :]


def _workbook(content: bytes):
    from python_calamine import CalamineWorkbook

    try:
        if sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist()) > MAX_BYTES:
            raise FileProblem("file.too_large", size="?", limit=MAX_BYTES // 1_000_000)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        grid = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except FileProblem:
        raise
    except Exception as error:  # the reader raises its own kinds; all mean one thing to the person
        raise FileProblem("file.broken_workbook") from error
    cells = [[_cell(value) for value in row] for row in grid]
    at = _header_at(cells[:LOOK_FOR_HEADER])
    width = max((i + 1 for i, cell in enumerate(cells[at]) if cell), default=0)
    titles = tuple(" ".join(cell for cell in row if cell).strip() for row in cells[:at])
    too_long = tuple(n for n, row in enumerate(cells[at + 1 :], at + 2) if any(row[width:]))
    rows = _frame([row[:width] for row in cells[at + 1 :]], width)
    return titles, tuple(cells[at][:width]), rows, at + 2, too_long


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
            return _composed(str(value)).strip()


def _frame(rows: list[list[str]], width: int) -> pl.DataFrame:
    schema = {f"c{i}": pl.String for i in range(width)}
    return pl.DataFrame(rows, schema=schema, orient="row")
