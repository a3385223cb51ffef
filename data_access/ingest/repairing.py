"""Codes that a spreadsheet took for numbers, given back their noughts – if that leaves no choice."""

import re
from collections.abc import Iterable
from decimal import Decimal

_WRAPPED = re.compile(r"""^=?["'](.*?)["']?$""")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:E[+-]?\d{1,2})?", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MILLIONTHS = re.compile(r"[1-9]\d{6}")
# The national code with what a province puts behind it in its own system.
_LOCAL = re.compile(r"(\d\.\d{6})\.000\.00\.00\.[A-Z]\d{2}")


def repaired(cells: Iterable[str], codes: Iterable[str]) -> dict[str, str]:
    """Unknown cell to the one known code that is the same number: 1.00161 → 1.001610, 5747 → 05747.

    Cells that fit no code, or several, are left out.
    """
    codes = set(codes)
    by_number: dict[Decimal, set[str]] = {}
    for code in codes:
        if re.fullmatch(r"\d+(\.\d+)?", code):
            by_number.setdefault(Decimal(code), set()).add(code)
    found = {}
    for cell in cells:
        fitting = _fitting(unwrapped(cell), codes, by_number)
        if cell not in codes and len(fitting) == 1:
            found[cell] = fitting.pop()
    return found


def unwrapped(text: str) -> str:
    """What stands in ="0123" or '0123, the ways to tell a spreadsheet that this is text."""
    return _WRAPPED.sub(r"\1", "".join(text.split()))


def _fitting(text: str, codes: set[str], by_number: dict[Decimal, set[str]]) -> set[str]:
    local = _LOCAL.fullmatch(text)
    found = {code for code in (text, local and local[1]) if code in codes}
    for number in _numbers(text):
        found |= by_number.get(number, set())
    return found


def _numbers(text: str) -> set[Decimal]:
    """The numbers that a cell may have been before a spreadsheet wrote it in its own way."""
    found = set()
    if _NUMBER.fullmatch(text):
        found.add(Decimal(text.replace(",", ".")))
    if _GROUPED.fullmatch(text):
        text = re.sub("[.,]", "", text)
        found.add(Decimal(text))
    if _MILLIONTHS.fullmatch(text):  # 1.005129 with its point read as a mark of thousands
        found.add(Decimal(text).scaleb(-6))
    return found
