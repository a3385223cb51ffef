"""The person's way through an upload: choose files, look, decide. A batch stands in the address
(`?lo=12`), so a refresh or a colleague goes on where it stood."""

import streamlit as st

from data_access.errors import ListsMoved, ProductError
from data_access.history import BatchRow
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from ui import batch_parts, batches, outlook, shell, uploading_result
from ui.batch_parts_changes import cautions, changes, nobody_left
from ui.batch_parts_indicators import before_and_after
from ui.batch_parts_leaning import why_nowhere
from ui.batch_parts_problems import problems
from ui.html import html
from ui.report_check import differences, only_checked, takes_over
from ui.uploading_arrivals import BATCH, arrivals, chosen_with
from ui.uploading_choose import choose_files, keep_tokens
from ui.uploading_decisions import decide_all_held, decide_decided, decide_outdated, decide_staged, trouble
from ui.uploading_nothing import nothing_to_state
from ui.uploading_remembered import remembered
from ui.uploading_steps import steps
from ui.uploading_waiting import also_waiting, waiting


def chosen_batch() -> BatchRow | None:
    """The batch that the address names, or None."""
    number = shell.param(BATCH) or ""
    found = batches.batch(int(number)) if number.isdecimal() else None
    if number and found is None:
        html(notice(t("batch.unknown"), status=Status.WATCH))
    return found


def begin() -> None:
    """The first step: what is on its way, what waits, and room for more files."""
    steps("choose")
    keep_tokens()
    arrivals()
    waiting()
    choose_files(beside=nothing_to_state)
    remembered()


def look(batch: BatchRow) -> None:
    """The second step, or the result where the decision is made."""
    keep_tokens()
    leave(t("upload.another"))
    steps("look" if batch.state == "staged" else "done" if batch.state == "applied" else "choose")
    staged(batch) if batch.state == "staged" else decided(batch)


def staged(batch: BatchRow) -> None:
    """A batch that waits: what is wrong, what it would change, and the decision."""
    trouble()
    also_waiting(batch)
    batch_parts.summary(batch)
    problems(batch)
    with st.spinner(t("upload.comparing"), show_time=True):
        seen = outlook.comparison(batch.id)
    if seen.outdated:
        html(notice(ListsMoved(seen.outdated).told(), status=Status.UNMET))
        decide_outdated(batch)
        return
    if seen.all_held:
        nobody_left(batch)
        decide_all_held(batch)
        return
    changes(batch, seen)
    only_checked(seen)
    takes_over(seen)
    differences(batch)
    warnings = st.container()
    possible = bool(batch.accepted or batch.months)
    try:
        with st.spinner(t("upload.rehearsing"), show_time=True):
            before, after = outlook.rehearsal(batch.id)
        before_and_after(before, after, t("batch.before_after"))
        with warnings:
            cautions(seen, outlook.unusual(batch.id))
    except ProductError as problem:
        html(notice(problem.told(), status=Status.UNMET))
        possible = False
    decide_staged(batch, seen, possible=possible)


def decided(batch: BatchRow, effect: bool = True) -> None:
    """A batch that is applied, undone or set aside: what it did, and the way back."""
    trouble()
    uploading_result.said(batch)
    why_nowhere(batch)
    chosen_with(batch.id)
    with st.container(horizontal=True, vertical_alignment="center", key="batch-decide"):
        uploading_result.seen_on(batch)
        decide_decided(batch)
    batch_parts.summary(batch)
    if batch.effect and effect:
        verb = "undo" if batch.state == "undone" and "undo" in batch.effect else "apply"
        kept = batch.effect[verb]
        title = t("batch.effect_undone" if verb == "undo" else "batch.effect")
        before_and_after(kept["before"], kept["after"], title)
    differences(batch)
    problems(batch)


def leave(label: str) -> None:
    """Back from one batch to where batches are chosen."""
    if st.button(label, icon=":material/arrow_back:"):
        shell.set_param(BATCH, None)
        st.rerun()
