"""Cells to values, as Polars expressions: one parser a kind of column.

Each gives null both for a blank cell and for one that cannot be read; `unreadable` tells them apart.
"""

import polars as pl

from data_access.ingest.contract import Column, fold

# Day first, always: 03/04/2025 is the third of April.
_DATE_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%Y%m%d")
_WITH_TIME = r"^(\S+)[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$"
_FIRST_DAY, _LAST_DAY = pl.date(1990, 1, 1), pl.date(2100, 1, 1)
_FLAGS = {
    **dict.fromkeys(("1", "x", "có", "true", "✓"), True),
    **dict.fromkeys(("0", "không", "false"), False),
}

# Twelve or nine digits, a phone, an e-mail: what no kept text may hold (domain.md §6).
PERSONAL = r"(?:^|\D)(?:\d{12}|\d{9}|(?:0|84)\d{9})(?:\D|$)|[^\s@]+@[^\s@]+\.[^\s@]+"


def raw(column: Column) -> pl.Expr:
    """The cell as text: spaces (hard ones too) trimmed, blank as null."""
    text = pl.col(column.field).str.strip_chars()
    return pl.when(text != "").then(text)


def parsed(column: Column) -> pl.Expr:
    """The value of a trimmed cell; null where blank or unreadable. Closed lists: `chosen`."""
    cell = pl.col(column.field)
    match column.parser:
        case "date":
            return _date(cell)
        case "month":
            # Spreadsheets make a date of 03/2025: the first of it, or whatever day was typed.
            return pl.coalesce(_date("01/" + cell), _date(cell).dt.month_start())
        case "number":
            return cell.cast(pl.Int64, strict=False)
        case "decimal":
            return _decimal(cell)
        case _:
            return cell


def chosen(column: Column, cells: pl.Series) -> pl.Expr:
    """The value of a cell from a closed list of words, whatever their case, marks and spaces.

    Only the distinct cells are looked at: there are few.
    """
    choices = _FLAGS if column.parser == "flag" else column.choices
    by_word = {fold(word) or word: value for word, value in choices.items()}
    known = {cell: by_word.get(fold(cell) or cell) for cell in cells.drop_nulls().unique()}
    known = {cell: value for cell, value in known.items() if value is not None}
    kind = pl.Boolean if column.parser == "flag" else pl.Int64 if _numbered(choices) else pl.String
    return pl.col(column.field).replace_strict(known, default=None, return_dtype=kind)


def _numbered(choices) -> bool:
    return all(isinstance(value, int) for value in choices.values())


def unreadable(column: Column, before: str) -> pl.Expr:
    """Whether there was a cell and nothing could be read from it."""
    return pl.col(before).is_not_null() & pl.col(column.field).is_null()


def masked(text: pl.Expr) -> pl.Expr:
    """A value as it may be kept: personal-looking ones only by their first two signs."""
    return pl.when(text.str.contains(PERSONAL)).then(text.str.slice(0, 2) + "•••").otherwise(text)


def shown(text: pl.Expr) -> pl.Expr:
    """A value as it may be shown beside a problem: masked, and not longer than a line."""
    return masked(text).str.slice(0, 80)


def date_slowly(cell: pl.Expr) -> pl.Expr:
    """Every form of date that real files carry; used only where the common form does not fit."""
    day = cell.str.replace(_WITH_TIME, "$1").str.replace_all(" ", "")
    tried = [day.str.to_date(form, strict=False) for form in _DATE_FORMATS]
    serial = day.str.extract(r"^(\d{5})(?:\.\d+)?$").cast(pl.Int32, strict=False)
    from_serial = pl.when(serial.is_between(36526, 55153)).then((serial - 25569).cast(pl.Date))
    value = pl.coalesce(*tried, from_serial)
    return pl.when(value.is_between(_FIRST_DAY, _LAST_DAY)).then(value)


def _date(cell: pl.Expr) -> pl.Expr:
    value = cell.str.to_date("%d/%m/%Y", strict=False)
    return pl.when(value.is_between(_FIRST_DAY, _LAST_DAY)).then(value)


def _decimal(cell: pl.Expr) -> pl.Expr:
    """102000 | 102.000 | 70,5 – a dot before exactly three digits is a thousands mark."""
    plain = pl.when(cell.str.contains(r"^\d{1,3}(\.\d{3})+(,\d+)?$")).then(
        cell.str.replace_all(".", "", literal=True)
    )
    return plain.otherwise(cell).str.replace(",", ".", literal=True).cast(pl.Decimal(18, 4), strict=False)
