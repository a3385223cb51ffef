"""One batch of the history: what it did, and what undoing it would do."""

import streamlit as st

from data_access.errors import ProductError
from data_access.history import BatchRow
from data_access.instead import Instead, instead
from graphics.cards import card, grid
from graphics.markup import tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t, tn
from language.numbers import month_long
from reports.issues import issues_xlsx
from ui import batches, outlook, uploading
from ui.batch_parts_indicators import before_and_after
from ui.batch_parts_leaning import falls_with
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.later import later
from ui.parts import XLSX
from ui.reads import cached

NAMED = 6  # agencies that are written out

_instead = cached(instead, entries=16)


def one_batch(batch: BatchRow) -> None:
    """What it changed; of an applied one also where undoing would bring the indicators."""
    if batch.state == "staged":
        uploading.staged(batch)
        return
    # Only when asked for: a rehearsal holds up whoever writes.
    if batch.state == "applied" and st.toggle(t("batch.before_after_undo"), key=f"compare-{batch.id}"):
        _before_undoing(batch)
    uploading.decided(batch)
    if batches.issue_groups(batch.id):
        _problems_file(batch)


def _before_undoing(batch: BatchRow) -> None:
    """The comparison of an undo: who takes over, then every indicator."""
    html(grid(card(t("history.instead"), tag("ul", *_sentences(batch, _instead(batch.id))), span=12)))
    try:
        before, after = outlook.rehearsal(batch.id)
    except ProductError as problem:
        html(notice(t("history.cannot_undo"), problem.told(), Status.UNMET))
        return
    before_and_after(before, after, t("batch.before_after_undo"))


def _problems_file(batch: BatchRow) -> None:
    """The list of problems as a workbook; as CSV it stands beside the problems themselves."""
    title = t("batch.title", batch=str(batch.id), file=batch.file_name)
    st.download_button(
        t("history.issues_xlsx"),
        later(lambda: issues_xlsx(title, batch.months, batches.issues(batch.id), batch.synthetic)),
        file_name=f"lo-{batch.id}-loi.xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
    )


def _sentences(batch: BatchRow, found: Instead) -> list:
    of = "statements" if batch.months else "records"
    said = [
        tn(f"history.covered_{of}", number, batch=str(other))
        for other, number in sorted(found.covered.items())
    ]
    said += [
        tn(f"history.older_{of}", number, batch=str(other)) for other, number in sorted(found.older.items())
    ]
    if found.nothing:
        said.append(tn(f"history.nothing_{of}", found.nothing) + _named(found))
    said = said or [t("history.only_leaves")]
    return [tag("li", sentence) for sentence in (*said, *falls_with(batch.id))]


def _named(found: Instead) -> str:
    """Whose months these are, the first few by name."""
    units = choices(revision()).units
    named = [f"{units[agency].name} ({month_long(of)})" for of, agency in found.unstated[:NAMED]]
    rest = len(found.unstated) - len(named)
    more = [tn("history.and_agencies", rest)] if rest else []
    return f" {', '.join([*named, *more])}." if named else ""
