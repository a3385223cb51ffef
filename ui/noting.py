"""What is written on a page: a batch of one line, if whoever writes may."""

from collections.abc import Mapping

import streamlit as st

from data_access import ingest
from data_access.errors import LineRefused, ProductError
from graphics.markup import Html, tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t
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


def note(kind: str, fields: Mapping[str, str], labels: Mapping[str, str] | None = None) -> None:
    """Write it and show the page anew; a refusal is said where one stands, and what was typed stays.

    `labels` are what the form calls the fields: then a refusal is a list, a line a field.
    """
    refused = written(kind, fields)
    if refused is None:
        st.rerun()
    if isinstance(refused, LineRefused) and labels:
        html(_field_by_field(refused, labels))
    else:
        html(notice(refused.told(), status=Status.UNMET))


def _field_by_field(refused: LineRefused, labels: Mapping[str, str]) -> Html:
    said = [
        tag("li", tag("strong", f"{labels.get(one.field, one.header)}:"), " ", _to_do(one.kind))
        for one in refused.problems
    ]
    look = f"ioc-page ioc-notice ioc-notice-{Status.UNMET.value}"
    return tag("div", tag("p", tag("strong", t("noting.refused"))), tag("ul", *said), cls=look)


def _to_do(kind: str) -> str:
    """What to write; a form has boxes where a file has columns."""
    return t("noting.blank") if kind == "cell.blank" else f"{t(f'issue.{kind}')}. {t(f'fix.{kind}')}."
