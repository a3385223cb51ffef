"""What is remembered of a reader between runs. The one module that touches Streamlit's session state."""

from typing import Any

import streamlit as st


def recall(name: str, default: Any = None) -> Any:
    return st.session_state.get(name, default)


def remember(name: str, value: Any) -> None:
    """Keep a value for the session; given before its widget is drawn, it is what the widget shows."""
    st.session_state[name] = value
