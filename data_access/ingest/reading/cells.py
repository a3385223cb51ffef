"""A spreadsheet's values as the text a person sees."""

import re
from datetime import date, datetime
from decimal import Decimal

from data_access.ingest.reading.encodings import composed

UNCOMPUTED = "#FORMULA!"  # a formula that no program computed before the file was saved
PERCENT_FORMATS = (9, 10)  # 0% and 0.00%, which every spreadsheet has without spelling them out


class Texts(dict):
    """Values to texts; each distinct value of a sheet is looked at once."""

    def __missing__(self, value: object) -> str:
        text = self[value] = text_of(value)
        return text


def text_of(value: object) -> str:
    """10 and not 10.0, day before month, times dropped, 1.23E+11 in digits."""
    match value:
        case bool():
            return "1" if value else "0"
        case float():
            return _number(value)
        case datetime() | date():
            return value.strftime("%d/%m/%Y")
        case None:
            return ""
        case _:
            return composed(str(value)).strip()


def percent(value: float) -> str:
    """0.9853 → 98.53%"""
    return f"{_number(value * 100)}%"


def shows_percent(form: str) -> bool:
    """Whether a number format has a sign of per cent that is not mere text."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", form)


def _number(value: float) -> str:
    text = _digits(value)
    _, _, part = text.partition(".")
    return f"{text}0" if len(part) == 3 else text  # 36.285 is a number; as text it would be 36 thousand


def _digits(value: float) -> str:
    """The fifteen digits that a spreadsheet keeps, never as 1.23E+11."""
    if value.is_integer():
        return str(int(value))
    text = f"{value:.15g}"
    return format(Decimal(text), "f") if "e" in text else text
