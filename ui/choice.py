"""One choice that belongs to a page, in its address by a stable code."""

from collections.abc import Mapping

import streamlit as st

from ui import shell
from ui.state import recall, remember


def chosen(name: str, label: str, options: Mapping[str, str], width: int = 320) -> str:
    """A select box over codes (code → words); the first is the default and stands in no address."""
    default, key = next(iter(options)), f"choice_{name}"
    asked = shell.param(name)
    now = asked if asked in options else default
    remember(key, now)
    st.selectbox(
        label,
        list(options),
        key=key,
        format_func=lambda code: options.get(code, code),
        width=width,
        on_change=lambda: shell.set_param(name, None if recall(key) == default else recall(key)),
    )
    return now


def searched(name: str, label: str) -> str:
    """What the reader looks for, as typed. Narrow, so that Streamlit leaves its English hint out."""
    key = f"search_{name}"
    remember(key, shell.param(name) or "")
    st.text_input(
        label,
        key=key,
        placeholder=label,
        label_visibility="collapsed",
        width=165,
        max_chars=60,
        on_change=lambda: shell.set_param(name, (recall(key) or "").strip() or None),
    )
    return (recall(key) or "").strip()
