"""Sentences in the reader's language, figures in them already written the reader's way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from language.catalogue import forms
from language.context import current
from language.numbers import count, day

Param = str | int | date


def t(key: str, /, **params: Param) -> str:
    """The message of a key. A whole number is written as a count and a date as a day.

    A year, code or rate must come as text: a year is no count, and only the caller knows
    how many decimals a rate deserves.
    """
    return forms(key, current())[0].format_map(_written(params))


def tn(key: str, n: int, /, **params: Param) -> str:
    """The message of a key in the form that `n` of a thing asks for; `{n}` is the count."""
    texts = forms(key, current())
    text = texts[0] if n == 1 else texts[-1]
    return text.format_map(_written({"n": n, **params}))


def _written(params: dict[str, Param]) -> dict[str, str]:
    return {name: _text(name, value) for name, value in params.items()}


def _text(name: str, value: Param) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return count(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal | float):
        raise TypeError(f"{name}: write a rate with language.numbers first, so that its precision is chosen")
    raise TypeError(f"{name}: {type(value).__name__} cannot stand in a message")
