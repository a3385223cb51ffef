"""Addresses for links in our own markup: other pages, or this one in another state.

A link opens a new document, so what the reader chose travels in the address. All are relative: the
dashboard may stand below a path of its own.
"""

from urllib.parse import urlencode

import streamlit as st

from ui.pages import KEPT


def to(slug: str, **own: str) -> str:
    """Another page, with the reader's language and filters."""
    kept = {name: value for name, value in st.query_params.to_dict().items() if name in KEPT}
    return _address(slug, {**kept, **own})


def here(**changed: str | None) -> str:
    """This page with some parameters changed; None takes one away."""
    params = {**st.query_params.to_dict(), **changed}
    return _address("", {name: value for name, value in params.items() if value is not None}) or "?"


def _address(slug: str, params: dict[str, str]) -> str:
    return f"{slug}?{urlencode(params)}" if params else slug
