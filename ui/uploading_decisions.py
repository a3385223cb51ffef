"""What may be decided about a batch, each behind a dialog that names it, and what went wrong if it did."""

from collections.abc import Callable, Sequence

import streamlit as st

from data_access.errors import ProductError
from data_access.history import BatchRow
from data_access.ingest import Comparison
from graphics.markup import Html, tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t, tn
from ui import batches, outlook, shell
from ui.batch_parts_changes import why_nothing
from ui.batch_parts_leaning import falls_with
from ui.html import html
from ui.pages import PAGES
from ui.state import recall, remember
from ui.uploading_arrivals import BATCH

UPLOAD = next(page for page in PAGES if page.stem == "upload")


def trouble() -> None:
    """What could not be done in the run before, said once."""
    if refused := recall("refused"):
        html(notice(t("upload.not_done"), refused, Status.UNMET))
        remember("refused", None)


def decide_staged(batch: BatchRow, seen: Comparison, *, possible: bool) -> None:
    """Apply, the rest only, or set aside; it stays in view however long the page is."""
    with st.container(horizontal=True, vertical_alignment="center", key="decide-batch"):
        html(_in_short(batch, seen))
        if seen.held:
            _leave_out(batch, seen.held, type="primary")
        elif st.button(_verb(seen), type="primary", disabled=not possible):
            said = (_in_short(batch, seen), *_warned(batch))
            _sure(batch, "batch.sure_apply", "upload.applying", lambda: batches.apply(batch.id, seen), said)
        _discard(batch)


def decide_outdated(batch: BatchRow) -> None:
    """The ways on from a batch that cannot be applied any more: its file again, its other agencies without
    those that have ended, or aside with it."""
    _decide_instead(batch, t("batch.outdated"), batches.separable(batch.id, batch.kind))


def decide_all_held(batch: BatchRow) -> None:
    """The ways on from a batch of which every agency is held back: its file again, corrected, or aside."""
    _decide_instead(batch, t("batch.none_replaced"))


def _decide_instead(batch: BatchRow, why: str, separable: tuple[str, ...] = ()) -> None:
    """What may be done with a batch that cannot be applied, and `why` that is."""
    with st.container(horizontal=True, vertical_alignment="center", key="decide-batch"):
        html(tag("div", tag("p", tag("strong", why)), cls="ioc-page"))
        if st.button(t("batch.choose_again"), type="primary", icon=":material/upload_file:"):
            shell.set_param(BATCH, None)  # which a switch to the page where one stands would keep
            st.switch_page(UPLOAD.file)
        if separable:
            _leave_out(batch, separable)
        _discard(batch)


def _leave_out(batch: BatchRow, agencies: tuple[str, ...], **look) -> None:
    if st.button(t("batch.leave_out"), **look):
        _decide(lambda: batches.leave_out(batch.id, agencies), "upload.leaving_out")


def _discard(batch: BatchRow) -> None:
    if st.button(t("batch.discard")):
        _sure(batch, "batch.sure_discard", "upload.discarding", lambda: batches.discard(batch.id))


def decide_decided(batch: BatchRow) -> None:
    """Undo what is applied; stage a copy of what is not."""
    if batch.state == "applied" and st.button(t("batch.undo"), icon=":material/undo:"):
        said = [notice(one, status=Status.WATCH) for one in falls_with(batch.id)]
        _sure(batch, "batch.sure_undo", "upload.undoing", lambda: batches.undo(batch.id), said)
    if batch.state in ("undone", "rejected") and st.button(t("batch.again")):
        _decide(lambda: batches.restage(batch.id), "upload.copying")


def _verb(seen: Comparison) -> str:
    """ "Áp dụng", or "Áp dụng phần hợp lệ" where lines stay behind."""
    return t("batch.apply_rest") if seen.rejected else t("batch.apply")


def _in_short(batch: BatchRow, seen: Comparison) -> Html:
    named = ("new", "changed", "withdrawn", "rejected")
    said = [tn(f"upload.short_{name}", number) for name in named if (number := getattr(seen, name))]
    words = why_nothing(batch, seen) if seen.changes_nothing else " · ".join(said)
    return tag("div", tag("p", tag("strong", words)), cls="ioc-page")


def _warned(batch: BatchRow) -> list[Html]:
    """How many changes are unusual: the page above the dialog says which."""
    found = outlook.unusual(batch.id)
    if not found:
        return []
    return [notice(tn("unusual.title", len(found)), status=Status.WATCH)]


def _sure(batch: BatchRow, question: str, doing: str, verb: Callable, said: Sequence[Html] = ()) -> None:
    """A dialog that names the batch and what was `said` of it; only its yes does anything."""

    @st.dialog(t("batch.title", batch=str(batch.id), file=batch.file_name))
    def ask() -> None:
        if said:
            html(*said)
        st.write(t(question, batch=str(batch.id), file=batch.file_name.replace("`", "")))
        with st.container(horizontal=True):
            if st.button(t("batch.yes"), type="primary", key="sure-yes"):
                _decide(verb, doing)
            if st.button(t("batch.no"), key="sure-no"):
                st.rerun()

    ask()


def _decide(verb: Callable, doing: str) -> None:
    """Run a verb and show what stands then; a copy made by it becomes the batch in the address."""
    try:
        with st.spinner(t(doing), show_time=True):
            copy = verb()
        if isinstance(copy, int):
            shell.set_param(BATCH, str(copy))
    except ProductError as problem:
        remember("refused", problem.told())
    st.rerun()
