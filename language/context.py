"""Which language the current reader reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, cast

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

# A context variable, not a global: every reader's run is a thread or a task of its own.
_language: ContextVar[Language] = ContextVar("language", default="vi")


def current() -> Language:
    """The language of the current context, Vietnamese unless `use` said otherwise."""
    return _language.get()


def use(language: str) -> None:
    """Set the language of the current context; an unknown one (from a URL) means Vietnamese."""
    _language.set(_known(language))


@contextmanager
def using(language: str) -> Iterator[None]:
    """Speak another language for a while, as a document in English asked for on a Vietnamese page."""
    token = _language.set(_known(language))
    try:
        yield
    finally:
        _language.reset(token)


def _known(language: str) -> Language:
    return cast(Language, language) if language in LANGUAGES else "vi"
