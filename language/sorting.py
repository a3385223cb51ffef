"""Vietnamese alphabetical order: a ă â b c d đ …, tones only to break ties, numbers by value."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]

_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_QUALITY = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn: they make another letter
_TONES = {mark: rank for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
_RUN = re.compile(r"\d+|\D")


@lru_cache(maxsize=4096)
def vi_key(text: str) -> Key:
    """A key for `sorted`: letters first, then tones (ngang huyền hỏi ngã sắc nặng), then the text."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for run in _RUN.findall(unicodedata.normalize("NFC", text).lower()):
        letter, tone = _split(run)
        letters.append(letter)
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def _split(run: str) -> tuple[tuple[int, int], int]:
    """A character (or run of digits) as its place in the alphabet and its tone."""
    if run.isdecimal():
        return (1, int(run)), 0
    marks = unicodedata.normalize("NFD", run)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    base = marks[0] + "".join(mark for mark in marks[1:] if mark in _QUALITY)
    letter = unicodedata.normalize("NFC", base)
    if letter in _ALPHABET:
        return (2, _ALPHABET[letter]), tone
    # Spaces and punctuation come before digits and letters, so "Phú An" stands before "Phúc".
    return (0, ord(letter[0])), tone
