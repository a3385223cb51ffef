"""What a file holds, from its cells as they stand to the one table in it that is read."""

from dataclasses import dataclass

import polars as pl

SINCE_1904 = "sheet.since_1904"  # of a workbook whose days are counted from 1-1-1904


@dataclass(frozen=True)
class Note:
    """Something that was read around; becomes a warning of the file. `detail` holds no cell of a person."""

    kind: str
    line: int | None = None
    detail: str | None = None


@dataclass(frozen=True, eq=False)
class Grid:
    """A workbook's sheet or the head of a CSV, all text; row i of `cells` is line `first_line` + i."""

    cells: list[list[str]]
    first_line: int = 1
    notes: tuple[Note, ...] = ()
    sheet: str | None = None


@dataclass(frozen=True, eq=False)
class Table:
    """The table found in a file. Columns of `rows` are c0, c1 …; `titles` stood above the header.

    `lines` (UInt32) is the spreadsheet's number of each row; `too_long` those with more cells than headers;
    `delimiter` is what parts the cells of a text file.
    """

    titles: tuple[str, ...]
    header: tuple[str, ...]
    rows: pl.DataFrame
    lines: pl.Series
    too_long: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    delimiter: str | None = None


@dataclass(frozen=True, eq=False)
class Sheet(Table):
    """A table with the file that it came from: its shown name, SHA-256 and size in bytes."""

    name: str = ""
    sha256: str = ""
    size: int = 0


def frame(rows: list[list[str]], width: int) -> pl.DataFrame:
    """Rows of `width` cells as columns c0, c1 …"""
    schema = {f"c{i}": pl.String for i in range(width)}
    return pl.DataFrame(rows, schema=schema, orient="row")


def numbered(first: int, count: int) -> pl.Series:
    """The line numbers of `count` rows that follow each other from line `first`."""
    return pl.int_range(first, first + count, dtype=pl.UInt32, eager=True).alias("line")
