"""Việc cần chỉ đạo as a table: each action with the factors of its score and what was decided on it."""

from datetime import date

from graphics.markup import plain
from language import t
from metrics.actions import Agenda, Item
from reports.exports import Column
from ui import actions
from ui.parts import Rows


def columns() -> list[Column]:
    """One action a line; the four factors multiply to the score."""
    return [
        Column(t("actions.column_matter")),
        Column(t("overview.column_who")),
        Column(t("overview.column_due"), "day"),
        Column(t("actions.column_missing"), "count"),
        Column(t("actions.column_gap"), "decimal"),
        Column(t("actions.column_volume"), "decimal"),
        Column(t("actions.column_worsening"), "decimal"),
        Column(t("actions.column_deadline"), "decimal"),
        Column(t("actions.column_score"), "decimal"),
        Column(t("actions.column_decided")),
    ]


def rows(found: Agenda) -> Rows:
    """Every action, most urgent first."""
    return [_row(item, found.on) for item in found.items]


def _row(item: Item, on: date) -> tuple:
    action, score = item.action, item.score
    return (
        plain(actions.sentence(action)),
        actions.responsible(action),
        action.due_on,
        action.n,
        score.gap,
        score.volume,
        score.worsening,
        score.deadline,
        score.total,
        actions.decided_words(item.decided, on, full=True) if item.decided else "",
    )
