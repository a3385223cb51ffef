"""What is written on a page: a batch of one line, if whoever writes may."""

from collections.abc import Mapping

import streamlit as st

from data_access import ingest
from data_access.errors import ProductError
from graphics.shapes import Status
from graphics.strip import notice
from ui import shell
from ui.data import store
from ui.html import html


def written(kind: str, fields: Mapping[str, str]) -> ProductError | None:
    """Write one line of a reference kind; None, or why it was refused, to be told in the reader's words."""
    if not shell.may("staff"):
        return ProductError("frame.not_allowed")
    try:
        ingest.note(store(), kind, fields, by=shell.who())
    except ProductError as problem:
        return problem
    return None


def note(kind: str, fields: Mapping[str, str]) -> None:
    """Write it and show the page anew; a refusal is said where one stands, and what was typed stays."""
    if refused := written(kind, fields):
        html(notice(refused.told(), status=Status.UNMET))
        return
    st.rerun()
