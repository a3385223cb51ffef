"""Entering the dashboard as a reader does: through app.py, at an address, on a store of the test's own."""

from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ui import data

ROOT = Path(__file__).parents[2]


class Reader:
    """One reader of one store. Caches are dropped first: two stores may have the same revision."""

    def __init__(self, url: str, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("DATABASE_URL", url)
        data.store.cache_clear()
        st.cache_data.clear()
        st.cache_resource.clear()

    def open(self, stem: str, **params: str) -> AppTest:
        """A page by its file, with parameters in the address; it must have run to its end."""
        at = _app()
        at._registered_pages = _addresses()  # else the overview had to be drawn before every page
        at.switch_page(f"pages/{stem}.py")
        for name, value in params.items():
            at.query_params[name] = value
        at.run()
        assert not at.exception, at.exception
        return at


def _app() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)


@cache
def _addresses() -> dict:
    """The pages as the app registers them with Streamlit, on whatever store it runs first."""
    return _app().run()._registered_pages


def shown(at: AppTest) -> str:
    """Everything drawn as markup, in order; the style sheet is none of it."""
    return "".join(element.value for element in at.get("html") if "<style>" not in element.value)
