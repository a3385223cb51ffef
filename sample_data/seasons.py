"""Days: holidays, how busy each day is, and counting in working days.

A day is a whole number, counted from FIRST_DAY, so that dossiers are held in small arrays.
"""

from datetime import date, timedelta

import numpy as np

FIRST_DAY = date(2024, 10, 1)
LAST_DAY = date(2026, 12, 31)
NEVER = 32000  # later than every day, and still a 16-bit number

HOLIDAYS = (
    (date(2025, 1, 1), date(2025, 1, 1)),
    (date(2025, 1, 25), date(2025, 2, 2)),  # Tết
    (date(2025, 4, 7), date(2025, 4, 7)),  # Giỗ tổ Hùng Vương
    (date(2025, 4, 30), date(2025, 5, 2)),
    (date(2025, 9, 1), date(2025, 9, 2)),
)
BY_WEEKDAY = (112, 104, 100, 98, 92, 6, 0)  # Monday first; some counters open on Saturday morning
ON_HOLIDAY = 1  # nearly nothing: filings from abroad and by machine
BUSIER = {  # percent of a usual day
    (date(2025, 1, 13), date(2025, 1, 22)): 118,  # everyone wants it before Tết
    (date(2025, 1, 23), date(2025, 1, 24)): 55,
    (date(2025, 2, 3), date(2025, 2, 5)): 60,
    (date(2025, 2, 6), date(2025, 2, 14)): 92,
    (date(2025, 6, 23), date(2025, 6, 30)): 115,  # before districts end
    (date(2025, 7, 1), date(2025, 7, 4)): 45,  # the new units' first days
}


def number(day: date) -> int:
    """The day as a whole number."""
    return (day - FIRST_DAY).days


def month_bounds(month: date) -> tuple[int, int]:
    """The first and the last day of a month, as whole numbers."""
    return number(month), number(after(month)) - 1


def after(month: date) -> date:
    """The month that follows."""
    return (month + timedelta(days=31)).replace(day=1)


def before(month: date) -> date:
    """The month before."""
    return (month - timedelta(days=1)).replace(day=1)


def busyness(month: date) -> np.ndarray:
    """How busy each day of the month is, as whole-number weights."""
    return _WEIGHTS[number(month) : number(after(month))]


def working_days_later(days: np.ndarray, count: np.ndarray | int) -> np.ndarray:
    """The day `count` working days after each day; 0 is the day itself or the next working day."""
    return _WORKING[_NEXT_WORKING[days] + count]


def day_texts(form: str) -> list[str]:
    """Every day from FIRST_DAY on as text, in a strftime form."""
    return [day.strftime(form) for day in _DAYS]


def _is_holiday(day: date) -> bool:
    return any(first <= day <= last for first, last in HOLIDAYS)


def _weight(day: date) -> int:
    if _is_holiday(day):
        return ON_HOLIDAY
    percent = next((share for (first, last), share in BUSIER.items() if first <= day <= last), 100)
    return BY_WEEKDAY[day.weekday()] * percent // 100


_DAYS = [FIRST_DAY + timedelta(days=n) for n in range(number(LAST_DAY) + 1)]
_WEIGHTS = np.array([_weight(day) for day in _DAYS], dtype=np.int64)
_IS_WORKING = np.array([day.weekday() < 5 and not _is_holiday(day) for day in _DAYS])
_WORKING = np.flatnonzero(_IS_WORKING).astype(np.int16)
_NEXT_WORKING = np.searchsorted(_WORKING, np.arange(len(_DAYS))).astype(np.int16)
