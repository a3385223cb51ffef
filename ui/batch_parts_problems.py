"""What is wrong in the file of a batch: grouped by what to do, with line numbers, and as files."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from data_access.history import BatchRow, IssueGroup
from graphics.cards import card, grid
from graphics.marks import ICONS
from graphics.markup import Html, tag
from graphics.shapes import Status
from language import t, tn
from reports.issue_words import OF_AGENCIES
from reports.rejected import issues_csv, rejected_file
from ui import batches
from ui.html import html
from ui.later import later

LOOKS = {"reject": Status.UNMET, "warn": Status.WATCH}
# Warnings that ask for nothing: how the file was read. All of a group but those that must be looked at.
READ_SO = (
    "file.", "sheet.", "layout.", "line.hidden", "line.repeated", "code.repaired", "procedure.repaired",
    "agency.repaired", "counter.repaired",
)  # fmt: skip
TO_LOOK_AT = ("file.month_differs", "file.receptions_only", "layout.total_differs")
NOTED_LINES = 12


def problems(batch: BatchRow) -> None:
    """Every problem of a line under what to do about it, and both downloads."""
    groups = [group for group in batches.issue_groups(batch.id) if not _is_note(group)]
    title = t("batch.problems")
    if not groups:
        html(grid(card(title, tag("p", _all_good(batch), cls="ioc-good"), span=12)))
        return
    lead = tn("batch.rejected_of", batch.rejected, total=batch.total) if batch.rejected else _all_good(batch)
    by_kind = groupby(groups, key=lambda group: (group.severity, group.kind))
    items = [_kind(severity, kind, list(same)) for (severity, kind), same in by_kind]
    html(grid(card(title, tag("p", lead), tag("ol", *items, cls="ioc-problems"), span=12)))
    _files(batch)


def _all_good(batch: BatchRow) -> str:
    return tn("batch.no_problems", batch.total)


def notes(batch_id: int) -> list[str]:
    """How the file was read, where that is not plain: one sentence each."""
    return [_note(group) for group in batches.issue_groups(batch_id) if _is_note(group)]


def _is_note(group: IssueGroup) -> bool:
    asks_nothing = group.kind.startswith(READ_SO) and group.kind not in TO_LOOK_AT
    return group.severity == "warn" and asks_nothing


def _note(group: IssueGroup) -> str:
    said = t(f"issue.{group.kind}")
    if group.example:
        said = f"{said} ({group.example})"
    if not group.first_lines:
        return said
    return t("batch.at_lines", said=said, lines=_lines(group, NOTED_LINES))


def _kind(severity: str, kind: str, groups: Sequence[IssueGroup]) -> Html:
    """One thing to do, and where: a row a column."""
    look = LOOKS[severity]
    mark = tag("span", ICONS[look], cls=f"ioc-rank ioc-{look.value}", aria_hidden=True)
    head = tag("strong", tag("span", t(f"batch.{severity}"), ": ", cls="ioc-hidden"), t(f"issue.{kind}"))
    fix = tag("p", t("batch.to_do", fix=t(f"fix.{kind}")))
    places = [_place(group) for group in groups]
    of_lines = sum(group.lines for group in groups if group.first_lines)
    counted = tag("span", tn("batch.problem_lines", of_lines), cls=f"ioc-chip ioc-{look.value}")
    return tag("li", mark, tag("div", head, fix, *places), counted if of_lines else None)


def _place(group: IssueGroup) -> Html:
    """The column, a value of it, and the line numbers as the spreadsheet shows them."""
    if group.kind in OF_AGENCIES:
        return tag("p", tn(OF_AGENCIES[group.kind], group.lines, example=group.example), cls="ioc-muted")
    where = t("batch.in_column", column=group.column) if group.column else ""
    value = t("batch.such_as", value=group.example) if group.example else ""
    lines = t("batch.in_lines", lines=_lines(group)) if group.first_lines else ""
    return tag("p", " · ".join(filter(None, (where, value, lines))), cls="ioc-muted")


def _lines(group: IssueGroup, shown: int = 50) -> str:
    first = group.first_lines[:shown]
    listed = ", ".join(str(line) for line in first)
    more = group.lines - len(first)
    return tn("batch.and_more", more, lines=listed) if more else listed


def _files(batch: BatchRow) -> None:
    """Their own lines to correct, in the format they came in; and the plain list of problems."""
    with st.container(horizontal=True, key="batch-files"):
        if batch.rejected:
            ending = "xlsx" if batch.file_name.casefold().endswith(("xlsx", "xls", "xlsm")) else "csv"
            st.download_button(
                tn("batch.download_rejected", batch.rejected, ending=ending.upper()),
                later(lambda: _rejected(batch, ending)),
                file_name=f"lo-{batch.id}-dong-bi-tu-choi.{ending}",
                on_click="ignore",
                icon=":material/download:",
                help=t("batch.correct_help"),
            )
        st.download_button(
            t("batch.download_issues"),
            later(lambda: issues_csv(batches.issues(batch.id))),
            file_name=f"lo-{batch.id}-loi.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )


def _rejected(batch: BatchRow, ending: str) -> bytes:
    return rejected_file(
        batch.id,
        batch.months,
        batches.rejected_lines(batch.id),
        batches.issues(batch.id),
        synthetic=batch.synthetic,
        ending=ending,
        delimiter=batch.delimiter or ";",
    )
