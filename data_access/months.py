"""Months as dates: the first of each names it."""

from datetime import date, timedelta
from functools import cache


@cache
def month_end(month: date) -> date:
    """The last day of the month that begins on `month`."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@cache
def next_month(month: date) -> date:
    """The first day of the month after."""
    return month_end(month) + timedelta(days=1)


@cache
def last_month(month: date) -> date:
    """The first day of the month before."""
    return (month - timedelta(days=1)).replace(day=1)
