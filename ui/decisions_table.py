"""Decisions on actions as a table: what was decided, for whom, and what has become of it."""

from language import t
from metrics.actions import Agenda, Decided
from reports.exports import Column
from ui import actions, names
from ui.parts import Rows


def columns() -> list[Column]:
    return [
        Column(t("actions.column_matter_then")),
        Column(t("actions.column_decision")),
        Column(t("overview.column_who")),
        Column(t("actions.column_noted"), "day"),
        Column(t("overview.column_due"), "day"),
        Column(t("actions.column_state")),
        Column(t("actions.column_now")),
        Column(t("actions.column_by")),
    ]


def rows(found: Agenda) -> Rows:
    """Every decision that counts, newest first, and what has become of its action."""
    return [
        (
            one.matter, one.decided, names.given_to(one.agency, one.noted_on, found.on),
            one.noted_on, one.due_on,
            actions.state_words(one, found.on), fate(one, found), one.by,
        )
        for one in found.decisions
    ]  # fmt: skip


def fate(one: Decided, found: Agenda) -> str:
    """What the figures say of the action now: still there, gone, or nothing."""
    if one.key in found.ended:
        return t("actions.ended")
    return t("actions.unknown") if one.key in found.unknown else t("actions.still")
