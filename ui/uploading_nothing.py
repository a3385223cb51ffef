"""Không phát sinh: declare, for agencies that have not sent a month, that it had no dossiers."""

from datetime import date

import streamlit as st

from data_access.errors import ProductError
from data_access.months import next_month
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from language.numbers import month_long
from language.sorting import vi_key
from metrics.scope import Scope
from ui import batches, reads, shell
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.uploading_arrivals import BATCH

LAST = 12  # months back that can be declared


def nothing_to_state() -> None:
    """Month and agencies in a small form; what it stages is looked at and decided like any batch."""
    known = choices(revision()).months
    if not known:
        return
    with st.popover(t("upload.nothing"), icon=":material/block:"):
        months = [next_month(known[-1]), *reversed(known[-LAST:])]
        month = st.selectbox(t("upload.nothing_month"), months, format_func=month_long, key="nothing-month")
        names = _owing(month)
        chosen = st.multiselect(
            t("upload.nothing_agencies"),
            sorted(names, key=lambda code: vi_key(names[code])),
            format_func=names.get,
            placeholder=t("upload.nothing_choose"),
            key=f"nothing-agencies-{month:%Y-%m}",
        )
        st.caption(t("upload.nothing_help"))
        if st.button(t("upload.nothing_stage"), type="primary", disabled=not chosen, key="nothing-stage"):
            _stage(month, chosen)


def _owing(month: date) -> dict[str, str]:
    """Code → name of the agencies of which the month is neither in nor waiting."""
    found = reads.board(Scope(month, month))
    return {unit.code: unit.name for unit, cells in found.rows if cells[0].state == "late"}


def _stage(month: date, codes: list[str]) -> None:
    try:
        batch = batches.declare_nothing(month, codes)
    except ProductError as problem:
        html(notice(problem.told(), status=Status.UNMET))
        return
    shell.set_param(BATCH, str(batch))
    st.rerun()
