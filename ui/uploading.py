"""The person's way through an upload: choose a file, see, decide. A batch stands in the address
(`?lo=12`), so a refresh or a colleague goes on where it stood."""

import streamlit as st

from data_access.errors import ProductError
from graphics.markup import tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from language.numbers import month_long
from ui import batch_parts, batches, shell
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.state import recall, remember

BATCH = "lo"  # the parameter that names a batch


def chosen_batch():
    """The batch that the address names, or None."""
    number = shell.param(BATCH) or ""
    found = batches.batch(int(number)) if number.isdecimal() else None
    if number and found is None:
        html(notice(t("batch.unknown"), status=Status.WATCH))
    return found


def choose_file() -> None:
    """The file, and month and mode for when the file does not say; a good file is staged at once."""
    html(tag("div", tag("p", t("upload.steps"), cls="ioc-muted"), cls="ioc-page"))
    trouble()
    with st.container(border=True, key="upload-choose"):
        file = st.file_uploader(
            t("upload.choose"),
            type=["csv", "txt", "xlsx"],
            help=t("upload.choose_help"),
            key=f"file-{recall('uploads', 0)}",
        )
        months = [None, *_months()]
        month = st.selectbox(
            t("upload.month"),
            months,
            format_func=lambda m: month_long(m) if m else t("upload.month_from_file"),
        )
        mode = st.segmented_control(
            t("upload.mode"), ["whole", "supplement"], default="whole", format_func=lambda m: t(f"mode.{m}")
        )
    if file is not None:
        _take(file, month, "supplement" if mode == "supplement" else None)


def trouble() -> None:
    """What was refused in the run before, said once."""
    if refused := recall("refused"):
        html(notice(t("upload.refused"), refused, Status.UNMET))
        remember("refused", None)


def _months() -> list:
    """Months that may be chosen: one year back from the newest with figures, and three beyond."""
    from data_access.counting import last_month, next_month

    known = choices(revision()).months
    if not known:
        return []
    month = known[-1]
    for _ in range(3):
        month = next_month(month)
    listed = [month]
    for _ in range(14):
        listed.append(last_month(listed[-1]))
    return listed


def _take(file, month, mode: str | None) -> None:
    """Check and stage; then the address names the batch and the widget is empty again."""
    content = file.getvalue()
    remember("uploads", recall("uploads", 0) + 1)
    again = None if month else batches.applied_already(content)  # a file without a month fits several
    if again:
        remember("refused", t("upload.same_file", batch=str(again)))
        st.rerun()
    try:
        with st.spinner(t("upload.working")):
            batch_id = batches.stage(batches.check(content, file.name, month), mode)
    except ProductError as problem:
        remember("refused", problem.told())
        st.rerun()
    shell.set_param(BATCH, str(batch_id))
    st.rerun()


def waiting() -> None:
    """Batches that were staged and neither applied nor set aside: anyone may go on with them."""
    staged = [batch for batch in batches.batches() if batch.state == "staged"]
    if not staged:
        return
    with st.container(border=True, key="upload-waiting"):
        st.subheader(t("upload.waiting"), anchor=False)
        for batch in staged[:10]:
            label = t("batch.title", batch=str(batch.id), file=batch.file_name)
            if st.button(label, key=f"open-{batch.id}"):
                shell.set_param(BATCH, str(batch.id))
                st.rerun()


def staged(batch) -> None:
    """A batch that waits: what is wrong, what it would change, and the decision."""
    batch_parts.summary(batch)
    batch_parts.problems(batch)
    seen = batches.comparison(batch.id)
    batch_parts.changes(batch, seen)
    if seen.unseen:
        _unseen_file(batch)
    try:
        before, after = batches.rehearsal(batch.id)
        batch_parts.before_and_after(before, after, t("batch.before_after"))
    except ProductError as problem:
        html(notice(problem.told(), status=Status.UNMET))
    names = {key: unit.name for key, unit in choices(revision()).units.items()}
    batch_parts.held(seen, names)
    with st.container(horizontal=True, key="decide-batch"):
        if seen.held:
            if st.button(t("batch.leave_out"), type="primary"):
                _decide(batches.leave_out, batch.id, seen.held)
        elif st.button(t("batch.apply"), type="primary", disabled=not (batch.accepted or batch.months)):
            _sure(batch, "batch.sure_apply", lambda: batches.apply(batch.id, seen))
        if st.button(t("batch.discard")):
            _decide(batches.discard, batch.id)


def decided(batch, effect: bool = True) -> None:
    """A batch that is applied, undone or set aside: what it did, and the way back."""
    when = {"applied": batch.applied_at, "undone": batch.undone_at}.get(batch.state)
    words = {"applied": "batch.is_applied", "undone": "batch.is_undone", "rejected": "batch.is_rejected"}
    moment = f"{when.astimezone():%H:%M %d/%m/%Y}" if when else ""
    status = Status.MET if batch.state == "applied" else None
    html(notice(t(words[batch.state], when=moment), status=status))
    batch_parts.summary(batch)
    if batch.effect and effect:
        verb = "undo" if batch.state == "undone" and "undo" in batch.effect else "apply"
        kept = batch.effect[verb]
        batch_parts.before_and_after(kept["before"], kept["after"], t("batch.effect"))
    batch_parts.problems(batch)
    with st.container(horizontal=True, key="batch-decide"):
        if batch.state == "applied" and st.button(t("batch.undo")):
            _sure(batch, "batch.sure_undo", lambda: batches.undo(batch.id))
        if batch.state in ("undone", "rejected") and st.button(t("batch.again")):
            shell.set_param(BATCH, str(batches.restage(batch.id)))
            st.rerun()


def leave(label: str) -> None:
    """Back from one batch to where batches are chosen."""
    if st.button(label, icon=":material/arrow_back:"):
        shell.set_param(BATCH, None)
        st.rerun()


def _unseen_file(batch) -> None:
    lines = ["agency;code", *(f"{agency};{code}" for agency, code in batches.unseen(batch.id))]
    st.download_button(
        t("batch.unseen_download"),
        "\n".join(lines).encode("utf-8-sig"),
        file_name=f"lo-{batch.id}-khong-thay.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _sure(batch, question: str, verb) -> None:
    """A dialog that names the batch; only its yes does anything."""

    @st.dialog(t("batch.title", batch=str(batch.id), file=batch.file_name))
    def ask() -> None:
        st.write(t(question, batch=str(batch.id), file=batch.file_name.replace("`", "")))
        with st.container(horizontal=True):
            if st.button(t("batch.yes"), type="primary", key="sure-yes"):
                _decide(verb)
            if st.button(t("batch.no"), key="sure-no"):
                st.rerun()

    ask()


def _decide(verb, *arguments) -> None:
    """Run a verb and show what stands then; a copy made by it becomes the batch in the address."""
    try:
        copy = verb(*arguments)
        if isinstance(copy, int):
            shell.set_param(BATCH, str(copy))
    except ProductError as problem:
        remember("refused", problem.told())
    st.rerun()
