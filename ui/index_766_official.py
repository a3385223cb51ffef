"""Index 766 as others published it, beside ours and never mixed with it; staff note a new one here."""

from datetime import date

import streamlit as st

from data_access.authors import written as _written
from data_access.ingest.contracts import CONTRACTS
from language import t
from language.numbers import day, period
from metrics.official_scores import OfficialScore
from metrics.official_scores import official_scores as _official_scores
from metrics.scope import Scope
from reports.exports import Column
from ui import index_766_words as words
from ui import reads
from ui.noting import note
from ui.panels import Panel, drawn

official_scores = reads.cached(_official_scores)
written = reads.cached(_written)
KIND = "official_scores"
LABELS = {
    "period_from": "index.period_from",
    "period_to": "index.period_to",
    "points": "index.column_points",
    "out_of": "index.column_out_of",
    "published_on": "index.column_published_on",
    "source": "index.column_source",
}
FIRST, LAST = date(2022, 6, 23), date(2100, 12, 31)  # QĐ 766 is of 23-6-2022


@drawn
def panel(scope: Scope) -> Panel:
    """Every published score of the agency, or of the province, the newest period first."""
    code = scope.agency.split("@")[0] if scope.agency else ""
    key, found = f"chi-so-766-cong-bo-{code or 'tinh'}", official_scores(scope.agency)
    if not found:
        return Panel(key, t("index.published"), refused=t("index.none_published"))
    newest = found[0]
    return Panel(
        key,
        t("index.published_newest", points=words.of(newest.points, newest.out_of),
          period=period(newest.first, newest.last)),
        [
            Column(t("index.column_period")),
            Column(t("index.column_points"), "decimal"),
            Column(t("index.column_out_of"), "decimal"),
            Column(t("index.column_published_on"), "day"),
            Column(t("index.column_source")),
            Column(t("index.column_by")),
        ],
        [_row(one, code) for one in found],
        note=t("index.published_note"),
    )  # fmt: skip


def _row(one: OfficialScore, code: str) -> tuple:
    noted = written(KIND).get(f"{code}|{one.first}|{one.last}")
    by = f"{noted.by}, {day(noted.at.astimezone().date())}" if noted and noted.on_a_page else ""
    return period(one.first, one.last), one.points, one.out_of, one.published_on, one.source, by


def form(scope: Scope) -> None:
    """Period, points, scale, day and source: a batch of one line, which Lịch sử lists and undoes."""
    with st.popover(t("index.note"), icon=":material/edit_note:"):
        st.caption(t("index.note_help"))
        with st.form("official_score", border=False):
            first = _day("period_from")
            last = _day("period_to")
            points = st.text_input(_label("points"), max_chars=8)
            out_of = st.text_input(_label("out_of"), value="100", max_chars=8)
            published_on = _day("published_on")
            source = st.text_input(_label("source"), max_chars=160)
            saved = st.form_submit_button(t("index.save"), type="primary")
        if saved:
            fields = {
                "agency": scope.agency.split("@")[0] if scope.agency else "",
                "period_from": _cell(first),
                "period_to": _cell(last),
                "points": points,
                "out_of": out_of,
                "published_on": _cell(published_on),
                "source": source,
            }
            note(KIND, fields, labels={name: t(key) for name, key in LABELS.items()})


def _label(field: str) -> str:
    """The word of a field, marked where it may not be left blank."""
    return t(LABELS[field]) + (" *" if CONTRACTS[KIND].column(field).filled else "")


def _day(field: str) -> date | None:
    return st.date_input(_label(field), value=None, min_value=FIRST, max_value=LAST, format="DD/MM/YYYY")


def _cell(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""
