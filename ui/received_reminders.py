"""Reminders ready to copy: one for each missing extract, one for all months an agency owes."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data_access.units import Unit
from graphics.cards import card, grid
from graphics.markup import tag
from language import t, tn
from language.numbers import month_long
from metrics.completeness import Board, Cell
from ui.choice import chosen
from ui.html import html

OWED = ("late", "rejected", "partial")
EVERYONE = "tat-ca"
Owed = tuple[date, Cell]


def reminders(found: Board) -> None:
    """One text for each agency that owes something; of a chosen one also one for each month."""
    owing = {unit.key: (unit, owed) for unit, cells in found.rows if (owed := _owed(found, cells))}
    title = tn("received.reminders", len(owing)) if owing else t("received.nobody_to_remind")
    words = t("received.reminders_help") if owing else t("received.nobody_late")
    html(grid(card(title, tag("p", words), span=12)))
    if not owing:
        return
    names = {key: f"{unit.name} ({unit.code})" for key, (unit, _) in owing.items()}
    whom = chosen("nhac", t("received.whom"), {EVERYONE: t("received.everyone"), **names}, 320)
    if whom == EVERYONE:
        _copyable("\n\n".join(_text(unit, owed) for unit, owed in owing.values()), height=320)
        return
    unit, owed = owing[whom]
    _copyable(_text(unit, owed))
    if len(owed) > 1:
        html(tag("p", t("received.each_month"), cls="ioc-page ioc-muted"))
        for one in owed:
            _copyable(_text(unit, [one]))


def _owed(found: Board, cells: Sequence[Cell]) -> list[Owed]:
    return [pair for pair in zip(found.months, cells, strict=True) if pair[1].state in OWED]


def _text(unit: Unit, owed: Sequence[Owed]) -> str:
    """To whom; the months to be sent whole, and those of which only some lines are to be corrected."""
    whole = ", ".join(month_long(month) for month, cell in owed if cell.state != "partial")
    said = [t("received.to", agency=unit.name, code=unit.code)]
    if whole:
        said.append(t("received.send", months=whole))
    said += [
        tn("received.correct", cell.rejected, month=month_long(month))
        for month, cell in owed
        if cell.state == "partial"
    ]
    return " ".join(said)


def _copyable(words: str, height: int | str = "content") -> None:
    st.code(words, language=None, wrap_lines=True, height=height)
