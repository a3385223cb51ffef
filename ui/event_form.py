"""Writing an event on a page: a batch of one line, which Lịch sử lists and undoes like any other."""

from datetime import date

import streamlit as st

from data_access.ingest.noting import word
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from ui.html import html
from ui.noting import written
from ui.state import recall, remember

KINDS = ("milestone", "deadline", "reorganisation")
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
LONGEST = 160  # letters
TEXTS = ("title", "title_en", "source")


def write_event() -> None:
    """Day, title in both languages, kind and source; saved, it stands on every trend at once."""
    with st.popover(t("events.write"), icon=":material/edit_calendar:"):
        st.caption(t("events.write_help"))
        if problem := recall("event-problem"):
            html(notice(problem.told(), status=Status.UNMET))
        with st.form("event", border=False):
            st.date_input(
                f"{t('events.column_on')} *",
                value=None,
                min_value=FIRST,
                max_value=LAST,
                format="DD/MM/YYYY",
                key="event-on",
            )
            st.text_input(f"{t('events.column_title')} *", max_chars=LONGEST, key="event-title")
            st.text_input(t("events.title_en"), max_chars=LONGEST, key="event-title_en")
            st.selectbox(
                t("events.column_kind"), KINDS, format_func=lambda kind: t(f"event.{kind}"), key="event-kind"
            )
            st.text_input(f"{t('events.column_source')} *", max_chars=LONGEST, key="event-source")
            st.form_submit_button(t("events.save"), type="primary", on_click=_save)


def _save() -> None:
    """Before the page runs, so that it shows the event. What was refused stays in the form, with why."""
    on = recall("event-on")
    fields = {
        "on": f"{on:%d/%m/%Y}" if on else "",
        "kind": word("events", "kind", recall("event-kind")),
        **{name: recall(f"event-{name}") or "" for name in TEXTS},
    }
    remember("event-problem", written("events", fields))
    if recall("event-problem"):
        return
    remember("event-on", None)
    for name in TEXTS:
        remember(f"event-{name}", "")
