"""What the file does not say, asked of the person: its kind, month or agency, or which column is which."""

from datetime import date

import streamlit as st

from data_access.ingest.contracts import CONTRACTS
from data_access.months import last_month, next_month
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from language.numbers import month_long
from language.sorting import vi_key
from ui import uploading_mapping
from ui import uploading_queue as queue
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.uploading_choose import drop
from ui.uploading_queue import Arrival


def ask(arrival: Arrival) -> None:
    """The question of one file, in a form; its answer sends the file to be checked again."""
    problem = arrival.problem
    html(notice(t("upload.question", file=arrival.name), problem.told(), Status.WATCH))
    with st.container(border=True, key=f"upload-ask-{arrival.token}"):
        match problem.key:
            case "file.no_month":
                _month(arrival)
            case "file.no_agency" | "file.agency_unclear":
                _agency(arrival)
            case "file.unknown_kind":
                _kind(arrival)
            case _:
                uploading_mapping.mapping(arrival)
        drop(arrival)


def _month(arrival: Arrival) -> None:
    chosen = st.selectbox(
        t("upload.month"),
        _months(),
        index=None,
        format_func=month_long,
        placeholder=t("upload.month_choose"),
        key=f"month-{arrival.token}",
    )
    _go_on(arrival, "month", chosen)


def _agency(arrival: Arrival) -> None:
    units = choices(revision()).units
    chosen = st.selectbox(
        t("upload.agency"),
        sorted(units, key=lambda key: vi_key(units[key].name)),
        index=None,
        format_func=lambda key: f"{units[key].name} – {key}",
        placeholder=t("upload.agency_choose"),
        key=f"agency-{arrival.token}",
    )
    _go_on(arrival, "agency", chosen)


def _kind(arrival: Arrival) -> None:
    chosen = st.selectbox(
        t("upload.kind"),
        list(CONTRACTS),
        index=None,
        format_func=lambda kind: t(f"kind.{kind}"),
        placeholder=t("upload.kind_choose"),
        key=f"kind-{arrival.token}",
    )
    _go_on(arrival, "kind", chosen)


def _go_on(arrival: Arrival, name: str, value) -> None:
    pressed = st.button(
        t("upload.go_on"), type="primary", disabled=value is None, key=f"go-{name}-{arrival.token}"
    )
    if pressed:
        queue.answer(arrival, **{name: value})
        st.rerun()


def _months() -> list[date]:
    """Months that may be meant: from three beyond the newest with figures back over a year."""
    known = choices(revision()).months
    newest = known[-1] if known else date.today().replace(day=1)
    for _ in range(3 if known else 0):
        newest = next_month(newest)
    listed = [newest]
    for _ in range(14):
        listed.append(last_month(listed[-1]))
    return listed
