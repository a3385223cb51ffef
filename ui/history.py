"""The list of batches, and one of them with its effect and the way back."""

import streamlit as st

from data_access.history import BatchRow
from graphics.cards import card, grid
from graphics.markup import tag
from graphics.strip import notice
from graphics.table import table
from language import t
from language.numbers import month_long
from ui import batch_parts, batches, uploading
from ui.html import html


def all_batches() -> None:
    """Every batch, newest first, each a link to itself."""
    found = batches.batches()
    if not found:
        html(notice(t("history.empty")))
        return
    html(grid(card(t("page.history.title"), tag("p", t("history.lead")), _table(found), span=12)))


def one_batch(batch: BatchRow) -> None:
    """What it changed; of an applied one also where undoing would bring the indicators."""
    if batch.state == "staged":
        uploading.staged(batch)
        return
    if batch.state == "applied":
        before, after = batches.rehearsal(batch.id)
        with st.expander(t("batch.before_after_undo")):
            batch_parts.before_and_after(before, after, t("batch.before_after_undo"))
    uploading.decided(batch)


def _table(found: list[BatchRow]):
    headers = (
        "number",
        "kind",
        "month",
        "lines",
        "taken",
        "rejected",
        "state",
        "when",
        "who",
        "file",
        "hash",
    )
    kinds = ("text", "text", "text", "count", "count", "count", "text", "text", "text", "text", "text")
    return table([t(f"batch.{name}") for name in headers], kinds, [_row(b) for b in found], t("history.lead"))


def _row(batch: BatchRow) -> tuple:
    when = (batch.undone_at or batch.applied_at or batch.staged_at).astimezone()
    return (
        tag("a", str(batch.id), href=f"?{uploading.BATCH}={batch.id}"),
        t(f"kind.{batch.kind}"),
        ", ".join(month_long(month) for month in batch.months) or "—",
        batch.total,
        batch.accepted,
        batch.rejected,
        t(f"state.{batch.state}"),
        f"{when:%H:%M %d/%m/%Y}",
        batch.staged_by,
        batch.file_name,
        batch.sha256[:12],
    )
