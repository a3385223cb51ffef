"""Cells to dates, day first always: 03/04/2025 is the third of April."""

import polars as pl

_FIRST_DAY, _LAST_DAY = pl.date(1990, 1, 1), pl.date(2100, 1, 1)
_FORMS = (
    "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%Y%m%d", "%d/%m/%y", "%d-%m-%y", "%d.%m.%y", "%Y/%m/%d",
    "%d-%b-%Y", "%d-%b-%y", "%d/%b/%Y",
)  # fmt: skip
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?i:am|pm|sa|ch))?(?:\+07:?00)?"
_WITH_TIME = rf"^(?:{_TIME}[\s,]+)?(?i:ngày\s*)?([^\s:,T]+)(?:(?:T|[\s,]+){_TIME})?$"
_IN_WORDS = r"^(?i:ngày\s+)?(\d{1,2})\s+(?i:tháng)\s+(\d{1,2})\s+(?i:năm)\s+(\d{4})$"
_UTC = r"^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|\+00:?00)$"
# The spreadsheet's day 1-1-2000 to 31-12-2050; 25569 is 1-1-1970.
_SERIALS, _UNIX = (36526, 55153), 25569

# So many different dates with day and month to be exchanged, and none that could not be, is no accident.
_TELLING = 6


def date_of(cell: pl.Expr) -> pl.Expr:
    """The common form, dd/mm/yyyy, and nothing else: fast."""
    return _sane(cell.str.to_date("%d/%m/%Y", strict=False))


def date_slowly(cell: pl.Expr) -> pl.Expr:
    """Every form of date that real files carry; used only where the common form does not fit."""
    joined = cell.str.replace_all(r"\s*([/.\-])\s*", "$1").str.replace(_IN_WORDS, "$1/$2/$3")
    day = joined.str.replace(_WITH_TIME, "$1").str.replace(r"^(\d{8})(?:\d{4}|\d{6})$", "$1")
    tried = [day.str.to_date(form, strict=False) for form in _FORMS]
    # A system that writes world time writes our midnight as 17:00 of the day before.
    utc = cell.str.replace(_UTC, "$1 $2").str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False)
    here = pl.when(cell.str.contains(_UTC)).then(utc.dt.offset_by("7h").dt.date())
    serial = cell.str.extract(r"^(\d{5})(?:[.,]\d+)?$").cast(pl.Int32, strict=False)
    from_serial = pl.when(serial.is_between(*_SERIALS)).then((serial - _UNIX).cast(pl.Date))
    return pl.coalesce(here, *(_sane(value) for value in tried), from_serial)


def could_be_swapped(days: pl.Series) -> bool:
    """Whether a column of dates reads as well month first, and holds enough to wonder.

    Dates all within one month cannot be: exchanged, they would lie in as many months as they have days.
    """
    if (days.dt.day().max() or 31) > 12:
        return False
    days = days.drop_nulls().unique()
    if days.dt.truncate("1mo").n_unique() < 2:
        return False
    telling = days.filter(days.dt.day() != days.dt.month())
    return len(telling) >= _TELLING and telling.dt.day().n_unique() >= 3


def _sane(value: pl.Expr) -> pl.Expr:
    return pl.when(value.is_between(_FIRST_DAY, _LAST_DAY)).then(value)
