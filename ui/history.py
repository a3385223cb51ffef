"""The list of batches: chosen by kind, state, month and file name, each a link to itself."""

import streamlit as st

from data_access.history import BatchRow
from data_access.tables.batch import STATES
from graphics.cards import card, grid
from graphics.marks import chip
from graphics.markup import Html, tag
from graphics.shapes import Status
from graphics.strip import notice
from graphics.table import table
from language import t, tn
from language.numbers import moment, month, month_long
from language.sorting import vi_key
from metrics.revisions import chains, steps
from ui import batches, links, uploading
from ui.batch_parts_leaning import nowhere
from ui.choice import chosen, searched
from ui.filters import code_of
from ui.history_changes import shows
from ui.html import html

EVERY = "tat-ca"
STATUS = {"applied": Status.MET, "staged": Status.WATCH}
SHOWN = 100  # batches drawn at once; a narrower choice shows the others
COLUMNS = {
    "number": "text", "file": "text", "kind": "text", "month": "text", "lines": "count", "rejected": "count",
    "state": "text", "when": "text", "who": "text", "effect": "text", "hash": "text",
}  # fmt: skip


def all_batches() -> None:
    """Every batch, newest first."""
    found = batches.batches()
    if not found:
        html(notice(t("history.empty")))
        return
    with st.container(horizontal=True, key="history-filters", gap="small", vertical_alignment="bottom"):
        wanted = _wanted(found)
    lead = tag("p", tn("history.lead", len(wanted), all=len(found)), cls="ioc-muted")
    if not wanted:
        html(notice(t("history.none_such")))
        return
    more = tag("p", t("history.more", shown=SHOWN), cls="ioc-muted") if len(wanted) > SHOWN else None
    body = (lead, _why_link(), _table(wanted[:SHOWN]), more)
    html(grid(card(t("history.batches"), *body, span=12)))


def _wanted(found: list[BatchRow]) -> list[BatchRow]:
    """The batches that fit what is chosen; each choice stands in the address."""
    kinds = sorted({batch.kind for batch in found}, key=lambda kind: vi_key(t(f"kind.{kind}")))
    kind = chosen("loai", t("batch.kind"), _options(kinds, lambda key: t(f"kind.{key}")), 190)
    state = chosen("trang_thai", t("batch.state"), _options(STATES, lambda key: t(f"state.{key}")), 150)
    months = sorted({code_of(day) for batch in found for day in batch.months}, reverse=True)
    of = chosen("thang", t("batch.month"), _options(months, _month_words), 130)
    words = searched("tep", t("history.search")).casefold()
    return [
        batch
        for batch in found
        if kind in (EVERY, batch.kind)
        and state in (EVERY, batch.state)
        and of in (EVERY, *map(code_of, batch.months))
        and words in f"{batch.file_name} {batch.staged_by} {batch.sha256}".casefold()
    ]


def _options(codes, words) -> dict[str, str]:
    return {EVERY: t("history.every"), **{code: words(code) for code in codes}}


def _month_words(code: str) -> str:
    year, number = code.split("-")
    return f"{number}/{year}"


def _why_link() -> Html:
    return tag("p", tag("a", t("history.why"), href=links.here(xem="vi-sao"), cls="ioc-link"))


def _table(found: list[BatchRow]) -> Html:
    headers = [t(f"history.column_{name}") for name in COLUMNS]
    return table(headers, list(COLUMNS.values()), [_row(batch) for batch in found], t("history.batches"))


def _row(batch: BatchRow) -> tuple:
    who = batch.undone_by or batch.applied_by or batch.staged_by
    return (
        tag("a", str(batch.id), href=links.here(**{uploading.BATCH: str(batch.id)})),
        batch.file_name,
        t(f"kind.{batch.kind}"),
        _months(batch),
        batch.total,
        batch.rejected,
        _state(batch),
        moment(batch.undone_at or batch.applied_at or batch.staged_at),
        who,
        _effect(batch),
        tag("code", batch.sha256[:8], title=batch.sha256),
    )


def _state(batch: BatchRow) -> Html:
    if batch.id in nowhere():
        return chip(t("batch.applied_nowhere"), Status.WATCH)
    return chip(t(f"state.{batch.state}"), STATUS.get(batch.state))


def _months(batch: BatchRow) -> str:
    if len(batch.months) <= 2:
        return ", ".join(map(month_long, batch.months)) or "—"
    return f"{month(batch.months[0])} – {month(batch.months[-1])}"


def _effect(batch: BatchRow) -> str:
    """How many indicators the batch moved when it was applied; a dash where nothing was kept."""
    applied = [step for step in steps([batch]) if step.verb == "apply"]
    moved = sum(shows(chain) for chain in chains(applied).values())
    return tn("history.moved", moved) if applied else "—"
