"""Writing an event on a page: a batch of one line, which Lịch sử lists and undoes like any other."""

from datetime import date

import streamlit as st

from data_access import ingest
from data_access.errors import ProductError
from data_access.ingest.noting import word
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from ui import shell
from ui.data import store
from ui.html import html

KINDS = ("milestone", "deadline", "reorganisation")
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


def write_event() -> None:
    """Day, title in both languages, kind and source; saved, it stands on every trend at once."""
    with st.popover(t("events.write"), icon=":material/edit_calendar:"):
        st.caption(t("events.write_help"))
        with st.form("event", border=False, clear_on_submit=False):
            on = st.date_input(
                t("events.column_on"), value=None, min_value=FIRST, max_value=LAST, format="DD/MM/YYYY"
            )
            title = st.text_input(t("events.column_title"), max_chars=160, key="event-title")
            title_en = st.text_input(t("events.title_en"), max_chars=160)
            kind = st.selectbox(t("events.column_kind"), KINDS, format_func=lambda kind: t(f"event.{kind}"))
            source = st.text_input(t("events.column_source"), max_chars=160, key="event-source")
            saved = st.form_submit_button(t("events.save"), type="primary")
        if saved:
            _save(
                on=f"{on:%d/%m/%Y}" if on else "",
                title=title,
                title_en=title_en,
                kind=word("events", "kind", kind),
                source=source,
            )


def _save(**fields: str) -> None:
    try:
        ingest.note(store(), "events", fields, by=shell.who())
    except ProductError as problem:
        html(notice(problem.told(), status=Status.UNMET))
        return
    st.rerun()
