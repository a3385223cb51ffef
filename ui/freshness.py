"""A quiet line on an open page once what counts is not what it shows any more."""

import streamlit as st
from sqlalchemy import Connection, text

import language
from data_access.errors import StoreProblem
from data_access.store import Store
from graphics.markup import tag
from language import t
from ui import links
from ui.data import store
from ui.html import html
from ui.reads import cached

EVERY = "20s"

# The revision is raised by every write; what counts changes with an apply or an undo only.
_TURNS = "SELECT COUNT(applied_at) + COUNT(undone_at) FROM batch"


def turns(connection: Connection) -> int:
    """How many times something has begun or ceased to count: grows by one with each."""
    return connection.scalar(text(_TURNS))


_turns = cached(turns, entries=4)


def watch(revision: int, staff: bool) -> None:
    """Look every now and then whether the data of this page, of `revision`, still are what counts."""
    _watch(revision, _turns(), staff, language.current())


@st.fragment(run_every=EVERY)
def _watch(revision: int, seen: int, staff: bool, speaks: language.Language) -> None:
    language.use(speaks)  # a fragment's rerun does not pass app.py
    if not outdated(store(), revision, seen):
        return
    why = {"xem": "vi-sao", "tu_ban": str(revision)}
    told = [
        tag("span", t("frame.newer")),
        tag("a", t("frame.reload"), href=links.here(), cls="ioc-link"),
        tag("a", t("frame.why"), href=links.to("lich-su", **why), cls="ioc-link") if staff else None,
    ]
    html(tag("div", tag("div", *told, cls="ioc-newer", role="status"), cls="ioc-page"))


def outdated(store: Store, revision: int, seen: int) -> bool:
    """Whether anything has been applied or undone since; one small read unless something was written.

    A store that cannot be read now is no news about the data: the next look will tell.
    """
    try:
        with store.read() as connection:
            if connection.scalar(text("SELECT number FROM revision")) == revision:
                return False
            return turns(connection) != seen
    except StoreProblem:
        return False
