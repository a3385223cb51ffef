"""The months that a II.06a report is about, by its title block or the name of its file.

Only whole months are taken: a report from the 15th to the 14th has another month's dossiers in it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from data_access.errors import FileProblem
from data_access.ingest.periods import month_in
from data_access.months import month_end
from data_access.statements import REPORTS_OVER

Period = tuple[date, int]  # the last month, and how many there are

_DAY = r"(\d{1,2})\s*(?:/|-|\.|thang)\s*(\d{1,2})\s*(?:/|-|\.|nam)\s*(20\d{2})"
_RANGE = re.compile(rf"tu\s*(?:ngay)?\s*{_DAY}\s*(?:den|-|–)\s*(?:het)?\s*(?:ngay)?\s*{_DAY}")
_QUARTER = re.compile(r"quy\s*(iv|iii|ii|i|[1-4])\b[\s/.\-–]*(?:nam)?\s*(20\d{2})")
_MONTHS = re.compile(r"\b(6|9)\s*thang\s*(?:dau)?\s*(?:nam)?\s*(20\d{2})")
_YEAR = re.compile(r"(?:ky bao cao|bao cao|ca)\W*nam\W*(20\d{2})")
_MADE_ON = re.compile(r"ngay\W*(?:\d{1,2}\W*)?thang\W*(?:\d{1,2}\W*)?nam\W*(?:20\d{2})?")  # also left blank
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def period(texts: Iterable[str], chosen: date | None) -> Period:
    """The period that the first of some plain texts states; `chosen` is a month that the person chose.

    FileProblem if none says it, if it is not made of whole months, or if two say different things.
    """
    for text in texts:
        found = list(dict.fromkeys(_stated(text)))
        if found:
            break
    else:
        found = []
    if chosen and (chosen, 1) not in found:
        found.append((chosen, 1))
    if len(found) > 1:
        raise FileProblem("file.period_contradicts", periods=" ≠ ".join(map(told, found)))
    if not found:
        raise FileProblem("file.no_month")
    return found[0]


def _stated(text: str) -> Iterator[Period]:
    for days in _RANGE.findall(text):
        yield _between(*map(int, days))
    for quarter, year in _QUARTER.findall(text):
        yield date(int(year), 3 * (_ROMAN.get(quarter) or int(quarter)), 1), 3
    for months, year in _MONTHS.findall(text):
        yield date(int(year), int(months), 1), int(months)
    for year in _YEAR.findall(text):
        yield date(int(year), 12, 1), 12
    if month := month_in(_MADE_ON.sub("", _RANGE.sub("", text))):
        yield month, 1


def _between(day: int, month: int, year: int, last_day: int, last_month: int, last_year: int) -> Period:
    """From the first of a month to the last of one."""
    told = f"{day:02}/{month:02}/{year} – {last_day:02}/{last_month:02}/{last_year}"
    try:
        first, last = date(year, month, day), date(last_year, last_month, last_day)
    except ValueError:
        raise FileProblem("file.odd_period", period=told) from None
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if first.day != 1 or last != month_end(last) or months not in REPORTS_OVER:
        raise FileProblem("file.odd_period", period=told)
    return last.replace(day=1), months


def told(period: Period) -> str:
    """As a title would say it, so that it can be read again."""
    last, _ = period
    return f"từ ngày {first_month(period):%d/%m/%Y} đến ngày {month_end(last):%d/%m/%Y}"


def first_month(period: Period) -> date:
    """The month that a period begins with."""
    last, months = period
    year, month = divmod(12 * last.year + last.month - months, 12)
    return date(year, month + 1, 1)
