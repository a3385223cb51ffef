"""Noting a decision on an action, and how it stands later: each a batch of one line, like any other."""

from datetime import date, timedelta

import streamlit as st

from data_access.ingest.noting import word
from data_access.tables.decision import DECISION_STATES
from graphics.markup import plain, rich, tag
from language import t, using
from language.sorting import vi_key
from metrics.actions import Decided, Item
from ui import actions, names, shell
from ui.html import html
from ui.noting import note

USUAL = 30  # days to the deadline that the form proposes
LATEST = date(2100, 12, 31)
LONGEST = 300  # signs


def decide(item: Item, on: date) -> None:
    """A dialog: what shall be done, by which agency, by when. It is noted as of the page's day, so that
    writing again before the next month corrects it."""

    def body() -> None:
        html(tag("p", rich(actions.sentence(item.action)), cls="ioc-page"))
        with st.form("decision", border=False):
            said = st.text_area(t("actions.what"), _so_far(item, on), max_chars=LONGEST, height=90)
            whom = _whom(item, on)
            due = st.date_input(t("actions.by_when"), _proposed(item, on), on, LATEST, format="DD/MM/YYYY")
            st.caption(t("actions.noted_as_of", day=on))
            saved = st.form_submit_button(t("actions.save"), type="primary")
        if saved:
            note(
                "decisions",
                {
                    "action": word("decisions", "action", item.action.topic),
                    "subject": item.action.subject,
                    "noted_on": f"{on:%d/%m/%Y}",
                    "matter": _matter(item),
                    "decided": said.strip(),
                    "agency": whom or "",
                    "due_on": f"{due:%d/%m/%Y}" if due else "",
                    "state": word("decisions", "state", "open"),
                },
            )

    shell.dialog(t("actions.note"), body)


def turn(one: Decided, on: date) -> None:
    """A dialog: how a decision stands now."""

    def body() -> None:
        html(tag("p", one.matter, cls="ioc-page"))
        html(tag("p", tag("strong", actions.decided_words(one, on, full=True)), cls="ioc-page"))
        with st.container(horizontal=True):
            for state in DECISION_STATES:
                look = "primary" if state == "done" else "secondary"
                turned = state != one.state and st.button(t(f"decision.turn_{state}"), key=state, type=look)
                if turned:
                    note("decisions", {**_fields(one), "state": word("decisions", "state", state)})

    shell.dialog(t("actions.turn"), body)


def _so_far(item: Item, on: date) -> str:
    """What was noted as of the same day is corrected; an older decision stays and gets a successor."""
    return item.decided.decided if item.decided and item.decided.noted_on == on else ""


def _whom(item: Item, on: date) -> str | None:
    """The agency that shall do it, as a bare code: the one that the action is about stands there already."""
    called = names.owners(on)
    codes = sorted(called, key=lambda code: vi_key(called[code]))
    likely = item.decided.agency if item.decided else (item.action.agency or "").split("@")[0]
    return st.selectbox(
        t("actions.whom"),
        codes,
        index=codes.index(likely) if likely in codes else None,
        format_func=lambda code: called.get(code, code),
        placeholder=t("actions.choose_agency"),
    )


def _proposed(item: Item, on: date) -> date:
    if item.decided and item.decided.noted_on == on:
        return item.decided.due_on
    due = item.action.due_on
    return due if due and due >= on else on + timedelta(days=USUAL)


def _matter(item: Item) -> str:
    """The action as it stands, for the day when it is gone; records are in Vietnamese."""
    with using("vi"):
        return " – ".join((plain(actions.sentence(item.action)), actions.responsible(item.action)))


def _fields(one: Decided) -> dict[str, str]:
    return {
        "action": word("decisions", "action", one.action),
        "subject": one.subject,
        "noted_on": f"{one.noted_on:%d/%m/%Y}",
        "matter": one.matter,
        "decided": one.decided,
        "agency": one.agency,
        "due_on": f"{one.due_on:%d/%m/%Y}",
    }
