"""The cells of a recognised sheet: trimmed text, then values, with what could not be read."""

from collections.abc import Collection, Mapping

import polars as pl

from data_access.ingest import numbers, parsing
from data_access.ingest.contract import NO_COLUMN, Column, Contract
from data_access.ingest.dates import could_be_swapped
from data_access.ingest.problems import Check, Problems
from data_access.ingest.reading.grid import SINCE_1904, Note
from data_access.ingest.recognising import Recognised

_LISTED = ("choice", "flag")
_PLACING = ("month", "agency")
_TEXTS = ("text", "code", "status")  # nothing in these can fail to be read


def named(
    recognised: Recognised, rows: pl.Series | slice, fields: Collection[str] | None = None
) -> pl.DataFrame:
    """The named columns (or these `fields` of them) of some rows as trimmed text with their line numbers."""
    sheet, columns = recognised.sheet, recognised.columns
    fields = [field for field in columns if fields is None or field in fields]
    cells = sheet.rows.select(_cell(columns[field]).alias(field) for field in fields)[rows]
    trimmed = cells.select(parsing.raw(recognised.contract.column(field)) for field in fields)
    if not recognised.contract.is_statement:  # whose codes are held against those of lists
        codes = [field for field in fields if recognised.contract.column(field).parser == "code"]
        trimmed = trimmed.with_columns(pl.col(codes).str.replace_all(r"\p{Cc}+", " "))
    return trimmed.insert_column(0, sheet.lines[rows].alias("line"))


def filled(cells: pl.DataFrame) -> pl.DataFrame:
    """Without blank lines."""
    return cells.filter(pl.any_horizontal(pl.exclude("line").is_not_null()))


def _cell(column: str) -> pl.Expr:
    return pl.lit(None, pl.String) if column == NO_COLUMN else pl.col(column)


def values(recognised: Recognised, cells: pl.DataFrame) -> pl.DataFrame:
    """Values beside their raw cells (`raw:field`). FileProblem if its numbers can be read in two ways."""
    columns = [recognised.contract.column(field) for field in recognised.columns]
    frame = cells.with_columns(pl.col(c.field).alias(f"raw:{c.field}") for c in columns)
    frame = frame.with_columns(
        (parsing.chosen(c, cells[c.field]) if c.parser in _LISTED else parsing.parsed(c)).alias(c.field)
        for c in columns
        if c.parser != "status"
    )
    if any(note.kind == SINCE_1904 for note in recognised.sheet.notes):
        frame = frame.with_columns(_days_since_1900(f"raw:{c.field}") for c in columns if c.parser == "date")
    return _again(frame, columns)


def days(recognised: Recognised, frame: pl.DataFrame) -> dict[str, pl.Series]:
    """The different values of each date column."""
    columns = [recognised.contract.column(field) for field in recognised.columns]
    return {c.field: frame[c.field].unique() for c in columns if c.parser == "date"}


def say_swappable(recognised: Recognised, days: Mapping[str, pl.Series], problems: Problems) -> None:
    """A warning for each column in which every date could be read month first."""
    for field, found in days.items():
        if could_be_swapped(found):
            problems.say(Note("date.swappable"), recognised.contract.column(field).header)


def reading_checks(recognised: Recognised) -> list[Check]:
    """Lines too long, and missing and unreadable cells of every column."""
    columns = [recognised.contract.column(field) for field in recognised.columns]
    too_long = Check("line.too_many_cells", pl.col("line").is_in(list(recognised.sheet.too_long)))
    return [too_long, *(check for column in columns for check in _checks_of(column, recognised.contract))]


def _days_since_1900(before: str) -> pl.Expr:
    """Days without a date format, in a workbook that counts them from 1904, as all others count them."""
    days = pl.col(before).str.extract(r"^(\d{5})$").cast(pl.Int32, strict=False)
    return pl.coalesce((days + 1462).cast(pl.String), before).alias(before)


def _again(frame: pl.DataFrame, columns: list[Column]) -> pl.DataFrame:
    """The rarer forms, tried only in columns where the common one left something unread."""
    mark = _decimal_mark(frame, columns)
    for column in columns:
        before = f"raw:{column.field}"
        if column.parser in _TEXTS or not frame.select(parsing.unreadable(column, before).any()).item():
            continue
        nothing = pl.col(before).str.to_lowercase().is_in(parsing.NOTHING)
        frame = frame.with_columns(pl.when(~nothing).then(pl.col(before)).alias(before))
        if column.parser not in _LISTED:
            unread = frame.filter(parsing.unreadable(column, before))[before].unique()
            frame = frame.with_columns(_slowly(column, unread, mark))
    return frame


def _slowly(column: Column, unread: pl.Series, mark: str) -> pl.Expr:
    """The column with what its different unread cells say after all."""
    meant = unread.to_frame().select(parsing.again(column, unread, mark).alias(column.field)).to_series()
    found = pl.col(unread.name).replace_strict(unread, meant, default=None, return_dtype=meant.dtype)
    return pl.coalesce(column.field, found).alias(column.field)


def _decimal_mark(frame: pl.DataFrame, columns: list[Column]) -> str:
    """By all decimal columns of the file together."""
    decimals = [column for column in columns if column.parser == "decimal"]
    if not decimals:
        return ","
    texts = pl.concat([frame[f"raw:{column.field}"].drop_nulls() for column in decimals])
    return numbers.decimal_mark(texts.unique(), decimals[0].header)


def _checks_of(column: Column, contract: Contract) -> list[Check]:
    before = f"raw:{column.field}"
    found = []
    # A statement that names its slice in each line has to name it in every one.
    if column.filled or (contract.is_statement and column.field in _PLACING):
        found.append(Check("cell.blank", pl.col(before).is_null(), column.header))
    if column.parser not in _TEXTS:
        # Not asked of the value: a code that means nothing has checks of its own.
        hit = parsing.unreadable(column, before)
        found.append(Check(f"cell.{column.parser}", hit, column.header, before))
    else:
        is_dossier = contract.is_dossiers and column.field == "code"
        unfit = f"{parsing.UNFIT}|{parsing.NAMED}" if is_dossier else parsing.UNFIT
        hit = pl.col(before).str.contains(unfit)
        found.append(Check("cell.personal", hit, column.header, before))
    return found
