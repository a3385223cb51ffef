"""What pages show of one batch: what it is, what is wrong, what it changes or changed."""

from decimal import Decimal

import streamlit as st

from data_access.history import BatchRow, IssueGroup
from data_access.ingest import Comparison
from graphics.cards import card, grid
from graphics.marks import synthetic_tag
from graphics.markup import joined, tag
from graphics.shapes import Status
from graphics.strip import notice
from graphics.table import table
from language import t, tn
from language.numbers import count, day, fraction, month_long, percent, points, signed
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from reports.rejected import issues_csv, rejected_csv
from ui import batches
from ui.html import html

CSV = "text/csv"
SHOWN_LINES = 12  # numbers of lines written out in the table; all are in the download


def summary(batch: BatchRow) -> None:
    """What was recognised, in one card."""
    facts = {
        "batch.kind": t(f"kind.{batch.kind}"),
        "batch.month": ", ".join(month_long(month) for month in batch.months) or "—",
        "batch.as_of": day(batch.as_of),
        "batch.mode": t(f"mode.{batch.mode}"),
        "batch.agencies": count(batch.agencies) if batch.agencies else "—",
        "batch.lines": count(batch.total),
        "batch.taken": count(batch.accepted),
        "batch.rejected": count(batch.rejected),
        "batch.repeated": count(batch.repeated),
        "batch.who": batch.staged_by,
    }
    listed = [tag("div", tag("dt", t(key)), tag("dd", value)) for key, value in facts.items()]
    notes = [
        tag("p", t("batch.is_supplement", batch=str(batch.supplement_of))) if batch.supplement_of else None,
        tag("p", t("batch.is_copy", batch=str(batch.copied_from))) if batch.copied_from else None,
        *(tag("p", t("batch.goes_on", batch=str(copy))) for copy in batches.copies(batch.id)),
        tag("p", t("batch.dropped", columns=", ".join(batch.dropped_columns)))
        if batch.dropped_columns
        else None,
    ]
    aside = synthetic_tag() if batch.synthetic else None
    title = t("batch.title", batch=str(batch.id), file=batch.file_name)
    html(grid(card(title, tag("dl", *listed, cls="ioc-terms"), joined(*notes), span=12, aside=aside)))


def problems(batch: BatchRow) -> None:
    """Problems grouped by what to do, with their line numbers, and both downloads."""
    groups = batches.issue_groups(batch.id)
    if not groups:
        html(grid(card(t("batch.problems"), tag("p", tn("batch.no_problems", batch.total)), span=12)))
        return
    headers = ("reason", "severity", "fix", "column", "how_many", "first_lines")
    kinds = ("text", "text", "text", "text", "count", "text")
    rows = [_problem(group) for group in groups]
    title = t("batch.problems")
    shown = table([t(f"batch.{name}") for name in headers], kinds, rows, title)
    lead = tag("p", tn("batch.problem_count", batch.rejected)) if batch.rejected else None
    html(grid(card(title, lead, shown, span=12)))
    with st.container(horizontal=True, key="batch-files"):
        if batch.rejected:
            st.download_button(
                t("batch.download_rejected"),
                rejected_csv(
                    batch.id,
                    batch.months,
                    batches.rejected_lines(batch.id),
                    batches.issues(batch.id),
                    batch.synthetic,
                ),
                file_name=f"lo-{batch.id}-dong-bi-tu-choi.csv",
                mime=CSV,
                on_click="ignore",
                help=t("batch.correct_help"),
            )
        st.download_button(
            t("batch.download_issues"),
            issues_csv(batches.issues(batch.id)),
            file_name=f"lo-{batch.id}-loi.csv",
            mime=CSV,
            on_click="ignore",
        )


def _problem(group: IssueGroup) -> tuple:
    lines = ", ".join(str(line) for line in group.first_lines[:SHOWN_LINES])
    more = group.lines - min(len(group.first_lines), SHOWN_LINES)
    if more:
        lines = t("batch.and_more", lines=lines, more=more)
    reason = t(f"issue.{group.kind}")
    if group.example:
        reason = f"{reason} ({group.example})"
    return reason, t(f"batch.{group.severity}"), t(f"fix.{group.kind}"), group.column, group.lines, lines


def changes(batch: BatchRow, seen: Comparison) -> None:
    """Line by line: new, changed, unchanged, withdrawn, rejected, not mentioned."""
    names = ("new", "changed", "unchanged", "withdrawn", "rejected", "unseen")
    tiles = [
        tag("div", tag("dt", t(f"batch.{name}")), tag("dd", count(getattr(seen, name))), data_name=name)
        for name in names
    ]
    notes = [tag("p", t("batch.changes_nothing"))] if seen.changes_nothing else []
    if seen.unseen:
        notes.append(tag("p", t("batch.unseen_help"), cls="ioc-muted"))
    html(grid(card(t("batch.changes"), tag("dl", *tiles, cls="ioc-terms ioc-counts"), *notes, span=12)))


def held(seen: Comparison, names: dict[str, str]) -> None:
    """Which agencies are held back, by name, or that a partial load is about to happen; and when a few
    lines are about to replace a whole month."""
    if seen.withdrawn > seen.new + seen.changed + seen.unchanged:
        html(notice(tn("batch.many_withdrawn", seen.withdrawn), status=Status.WATCH))
    if seen.held:
        agencies = ", ".join(names.get(key, key) for key in seen.held)
        html(notice(tn("batch.held", len(seen.held), agencies=agencies), status=Status.WATCH))
    elif seen.rejected:
        html(notice(t("batch.partial"), status=Status.WATCH))


def before_and_after(before: dict, after: dict, title: str) -> None:
    """Every watched indicator that differs, over the default scope and over its newest month.

    What stays as it was is named in a sentence: the eye is for what changes.
    """
    pieces = []
    for part, label in (("figures", t("batch.scope_all")), ("last", t("batch.scope_last"))):
        sides = {
            key: (_figure(key, before[part].get(key)), _figure(key, after[part].get(key)))
            for key in INDICATORS
        }
        rows = [_before_after(key, *pair) for key, pair in sides.items() if _sums(pair[0]) != _sums(pair[1])]
        same = [t(f"indicator.{key}") for key, (old, new) in sides.items()
                if _sums(old) == _sums(new) and new.state != "missing"]  # fmt: skip
        caption = f"{label}: {_period(before, part)} → {_period(after, part)}"
        pieces.append(tag("h3", caption, cls="ioc-subtitle"))
        if rows:
            headers = [t(f"batch.{name}") for name in _SIDES]
            pieces.append(table(headers, ("text",) * 6, rows, f"{title}. {caption}"))
        if same:
            pieces.append(tag("p", t("batch.same", indicators=", ".join(same)), cls="ioc-muted"))
    html(grid(card(title, *pieces, span=12)))


_SIDES = ("indicator", "before", "fraction_before", "after", "fraction_after", "change")


def _sums(figure: Figure) -> tuple:
    return figure.part, figure.whole, figure.received, figure.due


def _before_after(key: str, old: Figure, new: Figure) -> tuple:
    return t(f"indicator.{key}"), _value(old), _fraction(old), _value(new), _fraction(new), _change(old, new)


def _figure(key: str, sums: dict | None) -> Figure:
    return Figure(INDICATORS[key], **(sums or {"part": None}))


def _value(figure: Figure) -> str:
    if figure.state != "value":
        return t(f"figure.{figure.state}")
    return percent(figure.value) if figure.indicator.is_rate else count(figure.part)


def _fraction(figure: Figure) -> str:
    if figure.part is None:
        return "—"
    agencies = t("graphics.coverage", received=figure.received, due=figure.due) if figure.due else ""
    written = fraction(figure.part, figure.whole) if figure.indicator.is_rate else ""
    return " · ".join(filter(None, (written, agencies))) or "—"


def _change(old: Figure, new: Figure) -> str:
    if old.value is None or new.value is None:
        return "—"
    difference: Decimal = new.value - old.value
    return points(difference) if new.indicator.is_rate else signed(difference)


def _period(side: dict, part: str) -> str:
    if side["scope"] is None:
        return t("batch.nothing")
    first, last = (f"{month[5:]}/{month[:4]}" for month in side["scope"])
    return last if part == "last" or first == last else f"{first}–{last}"
