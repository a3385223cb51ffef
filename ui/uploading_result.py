"""What was decided about a batch, and where to go from there."""

import streamlit as st

from data_access.history import BatchRow
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from ui.html import html
from ui.pages import PAGES

WORDS = {"applied": "batch.is_applied", "undone": "batch.is_undone", "rejected": "batch.is_rejected"}


def said(batch: BatchRow) -> None:
    """One sentence with its time; of an applied batch also the pages that show it."""
    when = {"applied": batch.applied_at, "undone": batch.undone_at}.get(batch.state)
    moment = f"{when.astimezone():%H:%M %d/%m/%Y}" if when else ""
    status = Status.MET if batch.state == "applied" else None
    html(notice(t(WORDS[batch.state], when=moment), status=status))
    if batch.state == "applied":
        with st.container(horizontal=True, key="batch-seen"):
            for stem, label in (("overview", "upload.see_overview"), ("dossiers", "upload.see_dossiers")):
                if stem == "overview" or batch.kind == "dossiers":
                    page = next(page for page in PAGES if page.stem == stem)
                    st.page_link(
                        page.file, label=t(label), icon=f":material/{page.icon}:", query_params=_period(batch)
                    )


def _period(batch: BatchRow) -> dict[str, str]:
    """The period that shows this batch: the default one after it, up to the batch's own last month."""
    scope = (batch.effect or {}).get("apply", {}).get("after", {}).get("scope")
    if not scope:
        return {}
    months = [*scope, *(f"{month:%Y-%m}" for month in batch.months)]
    return {"tu": min(months), "den": max(months)}
