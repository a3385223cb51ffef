"""Which column of the file is which column of the contract, where the headers do not say it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data_access.ingest.contract import NO_COLUMN, Column
from data_access.ingest.contracts import CONTRACTS
from graphics.markup import tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from ui import uploading_queue as queue
from ui.html import html
from ui.uploading_queue import Arrival


def mapping(arrival: Arrival) -> None:
    """One select a missing column among the unused headers; ours is preselected, the person confirms."""
    problem = arrival.problem
    contract = CONTRACTS[problem.kind]
    columns = [contract.column(field) for field in problem.missing]
    unused = queue.choosable(problem)
    suggested = problem.suggested
    with st.form(f"mapping-{arrival.token}", border=False):
        help_ = t("upload.mapping_help", kind=t(f"kind.{contract.kind}"))
        html(tag("div", tag("p", help_, cls="ioc-muted"), cls="ioc-page"))
        chosen = {
            column.field: st.selectbox(
                _label(column),
                [*unused, NO_COLUMN] if column.spared else unused,
                index=_place(unused, suggested.get(column.field)),
                format_func=lambda header: _option(header, problem.samples.get(header, ())),
                placeholder=t("upload.mapping_choose"),
                key=f"map-{column.field}-{arrival.token}",
            )
            for column in columns
        }
        if st.form_submit_button(t("upload.mapping_confirm"), type="primary"):
            _confirm(arrival, chosen)


def _place(headers: Sequence[str], header: str | None) -> int | None:
    return headers.index(header) if header in headers else None


def _label(column: Column) -> str:
    if not column.example:
        return column.header
    return t("upload.mapping_column", column=column.header, example=column.example)


def _option(header: str, samples: Sequence[str]) -> str:
    if header == NO_COLUMN:
        return t("upload.mapping_none")
    return f"{header} — {' · '.join(samples)}" if samples else header


def _confirm(arrival: Arrival, chosen: Mapping[str, str | None]) -> None:
    """Send the file on, unless a column has no answer or one header two."""
    headers = [header for header in chosen.values() if header != NO_COLUMN]
    if None in headers:
        html(notice(t("upload.mapping_incomplete"), status=Status.UNMET))
    elif len(set(headers)) < len(headers):
        html(notice(t("upload.mapping_twice"), status=Status.UNMET))
    else:
        queue.answer(arrival, columns={**arrival.answers.columns, **chosen})
        st.rerun()
