"""Tổng quan as a table: every figure and every action that the page draws, for reading, paper and files."""

from collections.abc import Sequence
from decimal import Decimal

from data_access.months import month_end
from graphics.roadmap import WORDS, Milestone, state
from language import t
from language.numbers import fraction
from metrics.figure import Figure
from reports.exports import Column, Meta
from ui import actions_table, reads
from ui.actions import SLUG, agenda
from ui.aims import Aim
from ui.overview import Overview, coverage_of, titled
from ui.overview_links import apps, connections, known_on
from ui.parts import Rows, table_with_downloads, tables


def draw(page: Overview, steps: Sequence[Milestone]) -> None:
    """The tables of the page with their files: figures, actions, dated steps."""
    with tables():
        table(t("overview.table"), rows(page), columns(), "tong-quan", page)
        found = agenda(page.scope)
        lines, headers = actions_table.rows(found), actions_table.columns()
        table(t("overview.actions"), lines, headers, SLUG, page)
        dated = [(step.on, step.title, t(WORDS[state(step, page.scope.end)])) for step in steps]
        table(t("overview.roadmap"), dated, step_columns(), "lo-trinh", page)


def table(title: str, lines: Rows, headers: list[Column], key: str, page: Overview) -> None:
    table_with_downloads(title, lines, headers, key, meta=meta(page, title), named=True)


def step_columns() -> list[Column]:
    return [
        Column(t("overview.column_on"), "day"),
        Column(t("overview.column_step")),
        Column(t("overview.column_state")),
    ]


def columns() -> list[Column]:
    return [
        Column(t("overview.column_figure")),
        Column(t("overview.column_part"), "count"),
        Column(t("overview.column_whole"), "count"),
        Column(t("overview.column_rate"), "percent"),
        Column(t("overview.column_target"), "percent"),
        Column(t("overview.column_due"), "day"),
        Column(t("overview.column_as_of"), "day"),
        Column(t("overview.column_received")),
        Column(t("overview.column_note")),
    ]


def rows(page: Overview) -> Rows:
    """Indicators, their levels, promises, links and apps, in the order of the page."""
    found, scope = page.figures, page.scope
    lines = [_figure(t(f"indicator.{key}"), one, page.aims.get(key)) for key, one in found.items()]
    at = list(found).index("dossiers_online") + 1
    lines[at:at] = [
        _figure(f"{t('indicator.dossiers_online')}, {t(f'level.{level}')}", one)
        for level, one in reads.by("dossiers_online", scope, "level").items()
    ]
    for item in reads.reform_items():
        if item["quantity"] or item["target_rate"]:
            rate = Decimal(item["target_rate"]) if item["target_rate"] else None
            words = t("status.missing") if item["done"] is None else ""
            lines.append(
                (titled(item), item["done"], item["quantity"], None, rate, item["due_on"], None, "", words)
            )
    for link in connections(scope):
        lines.append((link.label, link.linked, link.total, None, None, None, known_on(scope), "", ""))
    for app in apps(scope):
        words = t("overview.at_least") if app.at_least else ""
        known = month_end(app.month) if app.month else None
        lines.append((f"{app.label}, {app.note}", app.value, None, None, None, None, known, "", words))
    return lines


def meta(page: Overview, title: str) -> Meta:
    """What the page's figures stand on, as its strip says it."""
    received, scope = page.figures["dossiers_received"], page.scope
    return Meta(
        title, scope.first, scope.end, received.as_of, coverage_of(received), synthetic=received.synthetic
    )


def _figure(name: str, one: Figure, aimed: Aim | None = None) -> tuple:
    """One indicator; its target only where it has one of its own."""
    goal = aimed.goal if aimed else None
    notes = [t("graphics.synthetic")] if one.synthetic else []
    if one.state != "value":
        notes.append(t(f"figure.{one.state}"))
    return (
        name,
        one.part,
        one.whole,
        one.value if one.indicator.is_rate else None,
        goal.value if goal else None,
        goal.due_on if goal else None,
        one.as_of,
        fraction(one.received, one.due) if one.due else "",
        "; ".join(notes),
    )
