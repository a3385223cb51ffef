"""Months and days that a title or a file name speaks of."""

import re
import unicodedata
from datetime import date

# "ngày 5 tháng 4 năm 2025" is the day a report was made, not the month it is about.
_IN_WORDS = re.compile(r"(ngay\s*\d{1,2}\s*)?thang\s*(\d{1,2})\s*(?:nam|/|-|\.)?\s*(20\d{2})")
_IN_FIGURES = re.compile(r"(?<!\d)(20\d{2})-(\d{2})(?!\d)")
_AS_OF = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})")


def plain(text: str) -> str:
    """Small letters without marks; 31/03/2025 and 2025-03 keep their signs."""
    apart = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def month_in(text: str) -> date | None:
    """The first month that a plain text names, or None."""
    found = [(year, number) for day, number, year in _IN_WORDS.findall(text) if not day]
    found += _IN_FIGURES.findall(text)
    months = [date(int(year), int(number), 1) for year, number in found if 1 <= int(number) <= 12]
    return months[0] if months else None


def as_of_in(text: str) -> date | None:
    """The date after "đến ngày" in a plain text, else the last date there."""
    _, named, after = text.rpartition("den ngay")
    found = _AS_OF.findall(after)
    if not found:
        return None
    day, month, year = map(int, found[0 if named else -1])
    try:
        return date(year, month, day)
    except ValueError:
        return None
