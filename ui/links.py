"""Addresses for links in our own markup: other pages, or this one in another state.

A link opens a new document, so what the reader chose travels in the address. All are relative: the
dashboard may stand below a path of its own.
"""

from urllib.parse import urlencode

import streamlit as st

from ui.pages import KEPT, NARROWING


def to(slug: str, **own: str | None) -> str:
    """Another page, with the reader's language and filters; None takes one away."""
    kept = {name: value for name, value in st.query_params.to_dict().items() if name in KEPT}
    return _address(slug, {**kept, **own})


def of_province(slug: str, **own: str) -> str:
    """Another page without what narrows this one to a level, an agency, a sector; the period stays."""
    return to(slug, **{**dict.fromkeys(NARROWING), **own})


def here(**changed: str | None) -> str:
    """This page with some parameters changed; None takes one away."""
    return _address("", {**st.query_params.to_dict(), **changed}) or "?"


def _address(slug: str, params: dict[str, str | None]) -> str:
    given = {name: value for name, value in params.items() if value is not None}
    return f"{slug}?{urlencode(given)}" if given else slug
