"""Which column of the file is which column of the contract, where the headers do not say it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

import streamlit as st

from data_access.ingest.contract import Column, fold
from data_access.ingest.contracts import CONTRACTS
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from ui import uploading_queue as queue
from ui.html import html
from ui.uploading_queue import Arrival

ALIKE = 0.6  # of two headers: below, a suggestion would be a guess


def mapping(arrival: Arrival) -> None:
    """One select a missing column among the unused headers; ours is preselected, the person confirms."""
    problem = arrival.problem
    contract = CONTRACTS[problem.kind]
    columns = [contract.column(field) for field in problem.missing]
    unused = _unused(problem.header, (*contract.columns, *contract.optional))
    samples: Mapping[str, Sequence[str]] = getattr(problem, "samples", {})
    suggested = suggestions(columns, unused)
    with st.form(f"mapping-{arrival.token}", border=False):
        st.caption(t("upload.mapping_help", kind=t(f"kind.{contract.kind}")))
        chosen = {
            column.field: st.selectbox(
                _label(column),
                unused,
                index=unused.index(suggested[column.field]) if column.field in suggested else None,
                format_func=lambda header: _option(header, samples.get(header, ())),
                placeholder=t("upload.mapping_choose"),
                key=f"map-{column.field}-{arrival.token}",
            )
            for column in columns
        }
        if st.form_submit_button(t("upload.mapping_confirm"), type="primary"):
            _confirm(arrival, chosen)


def suggestions(columns: Sequence[Column], headers: Sequence[str]) -> dict[str, str]:
    """Field → the most similar header, each header for one field at most, the surest first."""
    pairs = [(_likeness(column, header), column, header) for column in columns for header in headers]
    found: dict[str, str] = {}
    for ratio, column, header in sorted(pairs, key=lambda pair: -pair[0]):
        if ratio >= ALIKE and column.field not in found and header not in found.values():
            found[column.field] = header
    return found


def _likeness(column: Column, header: str) -> float:
    return max(SequenceMatcher(None, name, fold(header)).ratio() for name in column.names())


def _unused(header: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """Headers that name no column of the contract; one that stands twice cannot be pointed at."""
    known = set().union(*(column.names() for column in columns))
    times = Counter(header)
    return [cell for cell in header if cell.strip() and times[cell] == 1 and fold(cell) not in known]


def _label(column: Column) -> str:
    if not column.example:
        return column.header
    return t("upload.mapping_column", column=column.header, example=column.example)


def _option(header: str, samples: Sequence[str]) -> str:
    return f"{header} — {' · '.join(samples)}" if samples else header


def _confirm(arrival: Arrival, chosen: Mapping[str, str | None]) -> None:
    """Send the file on, unless a column has no answer or one header two."""
    if None in chosen.values():
        html(notice(t("upload.mapping_incomplete"), status=Status.UNMET))
    elif len(set(chosen.values())) < len(chosen):
        html(notice(t("upload.mapping_twice"), status=Status.UNMET))
    else:
        queue.answer(arrival, columns={**arrival.answers.columns, **chosen})
        st.rerun()
