"""The first start: an empty store is filled with the sample province, with the progress on the page."""

import threading

import streamlit as st

from language import t
from ui.data import revision, store

# Two browsers opening a fresh dashboard must not both load it.
_loading = threading.Lock()


def ensure_data() -> None:
    """Return at once if the store holds its data; otherwise load the sample and show how far it is."""
    if not _is_wanted(revision()):
        return
    st.header(t("first_run.title"), anchor=False)
    st.write(t("first_run.explanation"))
    bar = st.progress(0.0, text=t("first_run.waiting"))
    with _loading:
        if _is_wanted(store().revision()):
            from sample_data.generate import generate_later
            from sample_data.load import load

            generate_later()  # the months to upload by hand
            load(store(), lambda done, name: bar.progress(done, text=name or t("first_run.waiting")))
    st.rerun()


@st.cache_data(max_entries=4, show_spinner=False)
def _is_wanted(revision: int) -> bool:
    from sample_data.load import is_wanted

    return is_wanted(store())
