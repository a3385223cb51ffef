"""The first step: choose files, or take a template home."""

from collections.abc import Callable

import streamlit as st

from data_access import ingest
from data_access.ingest.contracts import CONTRACTS
from graphics.markup import tag
from language import t
from ui import shell
from ui import uploading_queue as queue
from ui.html import html
from ui.later import later
from ui.state import recall, remember
from ui.uploading_queue import Arrival

TOKENS = "tep"  # the parameter that names the files on their way


def choose_files(beside: Callable[[], None]) -> None:
    """The uploader, how to load, the templates, and what else stands `beside` them. Kind, month and agency
    are read from the file."""
    ingest.ahead()  # the process that will read it starts while the person chooses
    with st.container(border=True, key="upload-choose"):
        files = st.file_uploader(
            t("upload.choose"),
            accept_multiple_files=True,
            help=t("upload.choose_help"),
            key=f"file-{recall('uploads', 0)}",
        )
        with st.container(horizontal=True, vertical_alignment="bottom", key="upload-options"):
            mode = st.segmented_control(
                t("upload.mode"),
                ["whole", "supplement"],
                default="whole",
                format_func=lambda m: t(f"mode.{m}"),
                help=t("upload.mode_help"),
                required=True,
            )
            _templates()
            beside()
    if files:
        _send(files, "supplement" if mode == "supplement" else None)


def tokens() -> list[str]:
    """The files on their way that the address names."""
    return [token for token in (shell.param(TOKENS) or "").split(",") if token]


def set_tokens(tokens: list[str]) -> None:
    shell.set_param(TOKENS, ",".join(tokens) or None)


def keep_tokens() -> None:
    """Remember them for this person: a change of page takes them out of the address. Of nobody else, for
    without sign-in all who upload have one name."""
    if tokens():
        remember(TOKENS, tokens())


def kept_tokens() -> list[str]:
    """The files that the address named when it last named any."""
    return recall(TOKENS, [])


def drop(arrival: Arrival) -> None:
    """A button that forgets a file which is not staged."""
    if st.button(t("upload.drop"), key=f"drop-{arrival.token}"):
        queue.forget(arrival.token)
        set_tokens([token for token in tokens() if token != arrival.token])
        st.rerun()


def _send(files, mode: str | None) -> None:
    """Every file to the queue; then the address names them and the widget is empty again."""
    waiting = [token for token in tokens() if (on_its_way := queue.arrival(token)) and not on_its_way.done]
    named = [(file.name, file.getvalue()) for file in files]
    sent = queue.send_together(named, queue.Answers(mode=mode), by=shell.who())
    set_tokens([*waiting, *sent])
    remember("uploads", recall("uploads", 0) + 1)
    st.rerun()


def _templates() -> None:
    """A workbook with guide and examples for each kind of extract."""
    with st.popover(t("upload.templates"), icon=":material/description:"):
        kind = st.selectbox(t("upload.template_kind"), list(CONTRACTS), format_func=lambda k: t(f"kind.{k}"))
        html(tag("div", tag("p", t("upload.template_help"), cls="ioc-muted"), cls="ioc-page"))
        st.download_button(
            t("upload.template_get"),
            later(lambda: _template(kind)),
            file_name=f"mau-{kind.replace('_', '-')}.xlsx",
            on_click="ignore",
            icon=":material/download:",
        )


def _template(kind: str) -> bytes:
    from reports.templates import workbook

    return workbook(kind)
