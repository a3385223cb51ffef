"""What was decided about a batch, and where to go from there."""

import streamlit as st

from data_access.history import BatchRow
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from language.numbers import moment
from ui.batch_parts_leaning import nowhere
from ui.html import html
from ui.pages import PAGES

WORDS = {"applied": "batch.is_applied", "undone": "batch.is_undone", "rejected": "batch.is_rejected"}


def said(batch: BatchRow) -> None:
    """What was decided, in one sentence with its time."""
    when = {"applied": batch.applied_at, "undone": batch.undone_at}.get(batch.state)
    if batch.id in nowhere():
        html(notice(t("batch.is_applied_nowhere", when=moment(when))))
        return
    status = Status.MET if batch.state == "applied" else None
    html(notice(t(WORDS[batch.state], when=moment(when) if when else ""), status=status))


def seen_on(batch: BatchRow) -> None:
    """Links to the pages that show an applied batch, over a period that it is in."""
    if batch.state != "applied":
        return
    labels = {"overview": t("upload.see_overview"), "dossiers": t("upload.see_dossiers")}
    for page in PAGES:
        if page.stem == "overview" or (page.stem in labels and batch.months):
            icon = f":material/{page.icon}:"
            st.page_link(page.file, label=labels[page.stem], icon=icon, query_params=_period(batch))


def _period(batch: BatchRow) -> dict[str, str]:
    """The period that shows this batch: the default one after it, up to the batch's own last month."""
    scope = (batch.effect or {}).get("apply", {}).get("after", {}).get("scope")
    if not scope:
        return {}
    months = [*scope, *(f"{month:%Y-%m}" for month in batch.months)]
    return {"tu": min(months), "den": max(months)}
