"""Cells to values: one parser a kind of column, fast for the common form, and again for the rarer ones.

Each gives null both for a blank cell and for one that cannot be read; `unreadable` tells them apart.
"""

import polars as pl

from data_access.ingest import numbers
from data_access.ingest.contract import Column, fold
from data_access.ingest.dates import date_of, date_slowly

_FLAGS = {
    **dict.fromkeys(("1", "x", "×", "✓", "✔", "☑", "có", "true", "yes", "đúng"), True),
    **dict.fromkeys(("0", "không", "false", "no", "☐", "sai"), False),
}
# What systems write where they have nothing to say.
NOTHING = ("-", "–", "—", "null", "n/a", "(null)", "none")

# Twelve or nine digits, a phone, an e-mail: what no kept text may hold (domain.md §6). Phones and identity
# numbers also in the groups that people write them in, which codes do not have.
_GROUPS = (
    r"0\d{3}[ .]\d{3}[ .]\d{3}", r"0\d{2}[ .]\d{3}[ .]\d{4}", r"0\d{3}[ .]\d{2}[ .]\d{2}[ .]\d{2}",
    r"84[ .]?\d{3}[ .]\d{3}[ .]\d{3}", r"84[ .]?\d{2}[ .]\d{3}[ .]\d{4}", r"\d{3} \d{3} \d{3} \d{3}",
)  # fmt: skip
_NUMBERS = "|".join((r"\d{12}", r"\d{9}", r"(?:0|84)\d{9}", *_GROUPS))
PERSONAL = rf"(?:^|\D)(?:{_NUMBERS})(?:\D|$)|[^\s@]+@[^\s@]+\.[^\s@]+"
MASK = "•••"
# Words and no figure in place of a dossier's code: a person's name from the column beside it.
NAMED = r"^\D*\p{L}{2,}\s+\p{L}{2,}\D*$"
# A masked value that comes back uncorrected in a file of rejected lines is no value.
UNFIT = f"{PERSONAL}|{MASK}"


def raw(column: Column) -> pl.Expr:
    """The cell as text: spaces (hard ones too) trimmed, blank as null."""
    return pl.col(column.field).str.strip_chars().replace("", None)


def parsed(column: Column) -> pl.Expr:
    """The value of a trimmed cell in its common form, else null. Closed lists: `chosen`."""
    cell = pl.col(column.field)
    match column.parser:
        case "date":
            return date_of(cell)
        case "month":
            # Spreadsheets make a date of 03/2025: the first of it, or whatever day was typed.
            return pl.coalesce(date_of("01/" + cell), date_of(cell).dt.month_start())
        case "number":
            return cell.cast(pl.Int64, strict=False)
        case "decimal":
            return pl.when(cell.str.contains(r"^-?\d+$")).then(cell.cast(DECIMAL, strict=False))
        case _:
            return cell


DECIMAL = pl.Decimal(18, 4)


def again(column: Column, cells: pl.Series, mark: str) -> pl.Expr:
    """The value of a cell whose common form does not fit; `mark` is the file's decimal mark."""
    cell = pl.col(f"raw:{column.field}")
    match column.parser:
        case "date":
            return date_slowly(cell)
        case "month":
            month = cell.str.replace_all(r"\s", "").str.replace(r"^(\d{4})[-/.](\d{1,2})$", "$2/$1")
            month = month.str.replace(r"(?i)^tháng", "").str.replace_all(r"[-.]", "/")
            return pl.coalesce(date_of("01/" + month), date_slowly(cell).dt.month_start())
        case "number":
            return _looked_up(cell, {text: numbers.whole(text) for text in _distinct(cells)}, pl.Int64)
        case _:
            return _looked_up(cell, {text: numbers.number(text, mark) for text in _distinct(cells)}, DECIMAL)


def chosen(column: Column, cells: pl.Series) -> pl.Expr:
    """The value of a cell from a closed list of words, whatever their case, marks and spaces.

    Only the distinct cells are looked at: there are few.
    """
    choices = _FLAGS if column.parser == "flag" else column.choices
    by_word = {fold(word) or word: value for word, value in choices.items()}
    known = {cell: by_word.get(fold(cell) or cell) for cell in _distinct(cells)}
    kind = pl.Boolean if column.parser == "flag" else pl.Int64 if _numbered(choices) else pl.String
    return _looked_up(pl.col(column.field), known, kind)


def _looked_up(cell: pl.Expr, known: dict, kind) -> pl.Expr:
    known = {text: value for text, value in known.items() if value is not None}
    return cell.replace_strict(known, default=None, return_dtype=kind)


def _distinct(cells: pl.Series) -> list[str]:
    return cells.unique().drop_nulls().to_list()


def _numbered(choices) -> bool:
    return all(isinstance(value, int) for value in choices.values())


def unreadable(column: Column, before: str) -> pl.Expr:
    """Whether there was a cell and nothing could be read from it."""
    return pl.col(before).is_not_null() & pl.col(column.field).is_null()


# Columns of these hold no words: two in a row there may be a person's name, come from the column beside it.
TYPED = ("date", "month", "number", "decimal", "flag")
_WORDS = r"\p{L}{2,}\s+\p{L}{2,}"


def masked(text: pl.Expr, *, typed: bool = False) -> pl.Expr:
    """A value as it may be kept: personal-looking ones only by their first two signs."""
    personal = text.str.contains(f"{PERSONAL}|{_WORDS}" if typed else PERSONAL)
    return pl.when(personal).then(text.str.slice(0, 2) + MASK).otherwise(text)


def shown(text: pl.Expr, *, typed: bool = False) -> pl.Expr:
    """A value as it may be shown beside a problem: masked, and not longer than a line."""
    return masked(text, typed=typed).str.slice(0, 80)
