"""The first start: an empty store is filled with the sample province, with the progress on the page."""

import threading

import streamlit as st

from language import t
from ui.data import store

# Two browsers opening a fresh dashboard must not both load it.
_loading = threading.Lock()


def ensure_data() -> None:
    """Return at once if the store holds anything; otherwise load the sample and show how far it is."""
    if not is_empty():
        return
    st.header(t("first_run.title"), anchor=False)
    st.write(t("first_run.explanation"))
    bar = st.progress(0.0, text=t("first_run.waiting"))
    with _loading:
        if is_empty():
            from sample_data.load import load

            load(store(), progress=lambda done, name: bar.progress(min(done, 1.0), text=str(name)))
    st.rerun()


def is_empty() -> bool:
    """A store that was never written to. One emptied by undo keeps its history and is left alone."""
    return store().revision() == 0
