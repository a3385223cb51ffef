"""Figures as the reader writes them: `299.637`, `80,29 %`, `31/03/2025` – the one place that does.

Rounding is half up, as on official paper (Python's own is half to even); the minus is U+2212
and the space before % never breaks a line. `None` is written "—": missing is not 0.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal

from language.catalogue import forms
from language.context import current

MISSING = "—"
NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

Number = Decimal | int | float
_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP)


def rounded(value: Number, digits: int = 2) -> Decimal:
    """Half up to `digits` decimals, exact even for a float's shortest text."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), context=_ROUNDING)


def count(value: Number | None) -> str:
    """A whole number with thousands marks: `299.637`, in English `299,637`."""
    return decimal(value, digits=0)


def decimal(value: Number | None, digits: int | None = 2) -> str:
    """A number with a fixed number of decimals, or with as many as it carries if `digits` is None."""
    exact = _exact(value)
    if exact is None:
        return MISSING
    number = rounded(exact, _carried(exact) if digits is None else digits)
    return (MINUS if number < 0 else "") + _grouped(abs(number))


def percent(value: Number | None, digits: int | None = 2) -> str:
    """A rate in percent: `80,29 %`; `digits=None` writes a target as it was set: `70 %`."""
    if _exact(value) is None:
        return MISSING
    return decimal(value, digits) + percent_sign()


def percent_sign() -> str:
    """The sign as it follows a figure: after a blank in Vietnamese, close by in English."""
    return "%" if current() == "en" else f"{NBSP}%"


def points(value: Number | None, digits: int = 2) -> str:
    """A difference of two rates, with its sign: `+0,54 điểm %`."""
    if _exact(value) is None:
        return MISSING
    return f"{signed(value, digits)}{NBSP}{_word('number.points')}"


def signed(value: Number | None, digits: int = 0) -> str:
    """A change, with its sign: `+1.204`, `−35`; no sign on zero."""
    exact = _exact(value)
    if exact is None:
        return MISSING
    plus = "+" if rounded(exact, digits) > 0 else ""
    return plus + decimal(exact, digits)


def fraction(part: Number | None, whole: Number | None) -> str:
    """Numerator over denominator: `1.507/1.877`."""
    return f"{count(part)}/{count(whole)}"


def millions(value: Number | None) -> str:
    """A large approximate number: `2,0 triệu`; below a million as a count."""
    exact = _exact(value)
    if exact is None or exact < 1_000_000:
        return count(exact)
    return f"{decimal(exact / 1_000_000, 1)}{NBSP}{_word('number.million')}"


def day(value: date | None) -> str:
    """`31/03/2025`, in English too: the papers beside the screen are Vietnamese."""
    return f"{value:%d/%m/%Y}" if value else MISSING


def moment(value: datetime) -> str:
    """`14:05 31/03/2025` by the clock of this machine."""
    return f"{value.astimezone():%H:%M %d/%m/%Y}"


def month(value: date | None) -> str:
    """A month on an axis: `T3/25`, in English `3/25`."""
    if value is None:
        return MISSING
    return f"{'' if current() == 'en' else 'T'}{value.month}/{value:%y}"


def month_long(value: date | None) -> str:
    """A month in a sentence: `03/2025`."""
    return f"{value:%m/%Y}" if value else MISSING


def period(first: date | None, last: date | None) -> str:
    """Two days as one span: `01/12/2024 – 31/03/2025`."""
    return f"{day(first)}{NBSP}– {day(last)}"


def _exact(value: Number | None) -> Decimal | None:
    """Exact and finite, or None: pandas says NaN where it means missing."""
    if value is None:
        return None
    exact = Decimal(str(value))
    return exact if exact.is_finite() else None


def _carried(value: Decimal) -> int:
    """How many decimals a number carries: none for 70.00, one for 70.5."""
    exponent = value.normalize(_ROUNDING).as_tuple().exponent
    return max(0, -int(exponent))


def _grouped(value: Decimal) -> str:
    text = f"{value:,f}"
    return text if current() == "en" else text.translate(_VIETNAMESE)


_VIETNAMESE = str.maketrans(",.", ".,")


def _word(key: str) -> str:
    """A unit, which never stands on another line than its figure."""
    return forms(key, current())[0].replace(" ", NBSP)
