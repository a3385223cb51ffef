"""The pages of the dashboard in this process: opened through app.py, run again, timed.

Seconds are of the processor, not of the clock, and the least of several rounds: what else the machine does
meanwhile disturbs them little.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import streamlit as st
from sqlalchemy import Engine, event
from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from data_access.settings import ROOT
from ui import data, frame_data, reads, shell
from ui.pages import PAGES

# The same four months at every size: the answer is then of the same size too.
SCOPE = {"tu": "2024-12", "den": "2025-03"}
READING = [page.stem for page in PAGES if page.role == "viewer"]

set_log_level("ERROR")  # that there is no server is meant


def opened(stem: str, database: str) -> AppTest:
    """A page on a store, after its first run; RuntimeError if it failed."""
    os.environ["DATABASE_URL"] = database
    data.store.cache_clear()
    forget()
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    page.switch_page(f"pages/{stem}.py")
    for name, value in SCOPE.items():
        page.query_params[name] = value
    page.run()
    if page.exception:
        raise RuntimeError(f"{stem}: {page.exception}")
    return page


def forget() -> None:
    """Drop what earlier runs have read and drawn."""
    st.cache_data.clear()
    st.cache_resource.clear()


class Watch:
    """Adds up the seconds spent inside what it watches."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        started = time.thread_time()
        try:
            yield
        finally:
            self.seconds += time.thread_time() - started


@contextmanager
def reads_watched() -> Iterator[Watch]:
    """While open, what pages read from the store is added up: SQL, rows, and the figures made of them."""
    watch, reading = Watch(), data.reading

    @contextmanager
    def watched():
        with watch.running(), reading() as connection:
            yield connection

    with patch.object(reads, "reading", watched), patch.object(frame_data, "reading", watched):
        yield watch


@contextmanager
def questions_watched() -> Iterator[list[tuple[str, tuple]]]:
    """While open, what is asked of the store is noted: (SQL, its values) in order."""
    asked: list[tuple[str, tuple]] = []

    def note(connection, cursor, statement, parameters, context, executemany) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@contextmanager
def runs_watched() -> Iterator[Watch]:
    """While open, whole runs of the script are added up, without what the test harness does around them."""
    watch, frame = Watch(), shell.frame

    def watched() -> None:
        with watch.running():
            frame()

    with patch.object(shell, "frame", watched):
        yield watch
