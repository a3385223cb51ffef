"""What applying a batch would do to the lines that count, and what to beware of."""

from collections.abc import Sequence

import streamlit as st

from data_access.history import BatchRow
from data_access.ingest import Comparison
from graphics.cards import card, grid
from graphics.markup import Html, tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t, tn
from language.numbers import count
from metrics.unusual import Unusual
from reports.exports import guarded
from ui import batches, names, outlook
from ui.batch_parts import agencies
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.later import later
from ui.unusual import listed

ALWAYS = ("new", "changed", "unchanged", "withdrawn")


def changes(batch: BatchRow, seen: Comparison) -> None:
    """Line by line: new, changed, unchanged, withdrawn; and those that the file does not mention."""
    names = (*ALWAYS, *(name for name in ("rejected", "unseen") if getattr(seen, name)))
    tiles = [_tile(name, getattr(seen, name)) for name in names]
    notes = [tag("p", why_nothing(batch, seen))] if seen.changes_nothing else []
    if seen.held:
        notes.append(tag("p", tn("batch.only_others", seen.others)))
    if seen.unchanged:
        notes.append(tag("p", t(f"batch.unchanged_in_{_stated(batch)}"), cls="ioc-muted"))
    if seen.unseen:
        notes.append(tag("p", t("batch.unseen_help"), cls="ioc-muted"))
    html(grid(card(t("batch.changes"), tag("dl", *tiles, cls="ioc-terms ioc-counts"), *notes, span=12)))
    if seen.unseen:
        st.download_button(
            tn("batch.unseen_download", seen.unseen),
            later(lambda: _unseen_file(batch.id)),
            file_name=f"lo-{batch.id}-khong-thay.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )


def _stated(batch: BatchRow) -> str:
    """What a file is to the months that it states: the whole of them, a supplement, or records of none."""
    return batch.mode if batch.months else "records"


def why_nothing(batch: BatchRow, seen: Comparison) -> str:
    """Why a batch changes no line: a newer statement stands, its lines count already, it holds none, or its
    month is not in."""
    if newer := batches.newer_whole(batch):
        return t("batch.newer_stands", batch=str(newer))
    if seen.unchanged:
        return t("batch.changes_nothing")
    if batch.accepted:
        return t("batch.awaits_month")
    return t("batch.declares_nothing") if batch.months else t("batch.nothing_taken")


def cautions(seen: Comparison, unusual: Sequence[Unusual]) -> None:
    """A few lines about to replace a whole month; what is unusual; agencies held back; lines that stay
    behind."""
    called = names.of_units()
    if seen.withdrawn > seen.new + seen.changed + seen.unchanged:
        html(notice(tn("batch.many_withdrawn", seen.withdrawn), status=Status.WATCH))
    if unusual:
        title = tag("p", tag("strong", tn("unusual.title", len(unusual))))
        html(tag("div", title, listed(unusual, called), cls="ioc-page ioc-notice ioc-notice-watch"))
    if seen.held:
        held = ", ".join(called.get(key, key) for key in seen.held)
        html(notice(tn("batch.held", len(seen.held), agencies=held), status=Status.WATCH))
    elif seen.rejected:
        html(notice(tn("batch.partial", seen.rejected), status=Status.WATCH))


def nobody_left(batch: BatchRow) -> None:
    """That every agency of the file is held back, and what to do: there is no rest to go on with."""
    why = tn("batch.all_held", batch.agencies, agencies=agencies(batch))
    html(notice(t("batch.none_replaced"), f"{why} {t('batch.all_held_help')}", Status.UNMET))


def _tile(name: str, number: int) -> Html:
    return tag("div", tag("dt", t(f"batch.{name}")), tag("dd", count(number)), data_name=name)


def _unseen_file(batch_id: int) -> bytes:
    """Every dossier that was open and is not mentioned: agency, its name, code."""
    units = choices(revision()).units
    header = (t("batch.agency_code"), t("batch.agency_name"), t("batch.dossier_code"))
    rows = [
        (agency.split("@")[0], units[agency].name if agency in units else "", code)
        for agency, code in outlook.unseen(batch_id)
    ]
    lines = [";".join(guarded(cell) for cell in row) for row in (header, *rows)]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")
