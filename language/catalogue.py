"""The message catalogues: gettext files whose msgid is a dotted key, one file a subject.

They are read as they stand, so a changed word needs no build step.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from language.context import Language

FOLDER = Path(__file__).parent


class DuplicateKeyError(ValueError):
    """Two catalogues of one language define the same key."""


@cache
def catalogue(language: Language) -> dict[str, tuple[str, ...]]:
    """Every message of a language: key to its forms (singular, then plural where there is one)."""
    messages: dict[str, tuple[str, ...]] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        for key, forms in _read(path, language):
            if key in messages:
                raise DuplicateKeyError(f"{path.name}: {key} stands in another catalogue too")
            messages[key] = forms
    return messages


def forms(key: str, language: Language) -> tuple[str, ...]:
    """The forms of a message; in Vietnamese, then as the bare key, where a translation is missing."""
    return catalogue(language).get(key) or catalogue("vi").get(key) or (key,)


def _read(path: Path, language: Language) -> list[tuple[str, tuple[str, ...]]]:
    with path.open(encoding="utf-8") as file:
        messages = read_po(file, locale=language, abort_invalid=True)
    return [_entry(message.id, message.string) for message in messages if message.id]


def _entry(key: str | tuple[str, ...], text: str | tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if isinstance(key, str):
        return key, (str(text),)
    return key[0], tuple(text)
