"""The page of Việc cần chỉ đạo: every action with its decision, all decisions, and both as tables."""

from datetime import date

import streamlit as st

from graphics import actions as drawn
from graphics.cards import card, grid
from graphics.marks import chip
from graphics.markup import Html, tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t, tn
from metrics.actions import Agenda, Decided, Item
from metrics.actions.action import PASSED
from metrics.actions.agenda import WORST
from metrics.scope import Scope
from ui import actions, actions_note, actions_table, actions_unnamed, decisions_table, shell
from ui.html import html
from ui.panels import meta
from ui.parts import card_title, table_with_downloads, tables


def the_list(found: Agenda) -> None:
    """The actions by score; who may note a decision has a button beside each."""
    with st.container(border=True, key="chart-actions", gap="xsmall"):
        html(card_title(_finding(found)))
        html(tag("p", _ranked_by(found), cls="ioc-page ioc-subtitle"))
        if not found.items and not found.unnamed:
            html(notice(t("graphics.no_action")))
        for rank, item in enumerate(found.items, start=1):
            line = actions.line(item, found.on, full=True)
            of_today = item.decided is not None and item.decided.noted_on == found.on
            words = t("actions.note_again" if of_today else "actions.note")
            with _row(f"action-{rank}"):
                html(tag("div", drawn.actions_list((line,), found.on, first=rank), cls="ioc-page"))
                about = f"{item.action.topic}-{item.action.subject}"
                if shell.may("staff") and st.button(words, key=f"note-{about}"):
                    actions_note.decide(item, found.on)
        if further := actions_unnamed.lines(found):
            html(tag("div", *further, cls="ioc-page ioc-further"))


def decisions(found: Agenda) -> None:
    """What was decided and how it stands: by the leader's deadline and by the figures."""
    if not found.decisions:
        nothing = tag("p", t("actions.no_decisions"), cls="ioc-quiet")
        html(grid(card(t("actions.decisions"), nothing, span=12)))
        return
    with st.container(border=True, key="chart-decisions", gap="xsmall"):
        html(card_title(_kept(found)))
        html(tag("p", t("actions.counted_from", day=found.on), cls="ioc-page ioc-subtitle"))
        for place, one in enumerate(found.decisions):
            with _row(f"decision-{place}"):
                html(_decision(one, found))
                if shell.may("staff") and st.button(t("actions.turn"), key=f"turn-{one.key}"):
                    actions_note.turn(one, found.on)


def as_tables(found: Agenda, scope: Scope) -> None:
    """Both lists with their files; the factors of the score stand side by side."""
    synthetic = any(item.action.synthetic for item in found.items)
    with tables():
        for title, key, columns, lines in (
            (t("overview.actions"), actions.SLUG, actions_table.columns(), actions_table.rows(found)),
            (t("actions.decisions"), "chi-dao", decisions_table.columns(), decisions_table.rows(found)),
        ):
            table_with_downloads(title, lines, columns, key, meta=meta(scope, title, synthetic), named=True)


def _row(key: str):
    """A line of the list with its button to the right; below it on a phone."""
    return st.container(horizontal=True, vertical_alignment="center", key=key, gap="small")


def _ranked_by(found: Agenda) -> str:
    """What the order follows, of whom the list is silent, and the day that days are counted from."""
    said = t("actions.ranked_by"), t("actions.few_named", n=WORST), t("actions.counted_from", day=found.on)
    return " ".join(said)


def _finding(found: Agenda) -> str:
    """ "12 việc cần chỉ đạo: 3 việc đã có chỉ đạo, 2 việc đã qua hạn"; what is nought is left out."""
    decided = sum(item.decided is not None for item in found.items)
    late = sum(_is_past(item, found.on) for item in found.items)
    said = [tn("actions.decided_on", decided)] if decided else []
    said += [tn("actions.past", late)] if late else []
    return ": ".join(filter(None, (tn("actions.finding", len(found.items)), ", ".join(said))))


def _is_past(item: Item, on: date) -> bool:
    """Whether the list says so: by its date, or dossiers past theirs."""
    return item.score.deadline == PASSED or (item.action.due_on is not None and item.action.due_on < on)


def _kept(found: Agenda) -> str:
    states = [one.state for one in found.decisions]
    late = sum(one.overdue(found.on) for one in found.decisions)
    return tn("actions.kept", len(states), open=states.count("open"), late=late, done=states.count("done"))


def _decision(one: Decided, found: Agenda) -> Html:
    """What it was about, what was decided, its state, and what the figures say now."""
    status = actions.standing(one, found.on)
    if one.key in found.ended:
        status = Status.MET
    elif one.key in found.unknown:
        status = Status.MISSING
    said = t("actions.written_by", who=one.by, day=one.noted_on)
    return tag(
        "div",
        tag("p", tag("strong", one.decided)),
        tag("p", actions.decided_words(one, found.on), " ", chip(decisions_table.fate(one, found), status)),
        tag("p", f"{one.matter} · {said}", cls="ioc-muted"),
        cls="ioc-page ioc-decision",
    )
