"""A panel: a finding in a card, as a chart with its table twin and both files, or the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import streamlit as st

from graphics.markup import Html, rich, tag
from graphics.strip import notice
from language import current
from metrics.scope import Scope
from reports.exports import Column, Meta
from ui import names
from ui.data import revision
from ui.frame_data import standing
from ui.html import html
from ui.parts import CONFIG, Rows, alt, card_title, no_rows, table_with_downloads, twin

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True)
class Panel:
    """`key` names the element and its files. Without figure and drawing the table itself is shown, its
    first `shown` lines; the files always hold all. `refused` says why the question has no answer."""

    key: str
    title: str
    columns: Sequence[Column] = ()
    rows: Rows = ()
    figure: Figure | None = None
    drawing: Html | None = None
    note: str = ""
    refused: str = ""
    shown: int | None = None
    synthetic: bool = False

    @cached_property
    def twin(self) -> Html:
        """The table, written once for as long as the panel is kept."""
        return twin(self.title, self.rows, self.columns, self.shown)


def drawn(build: Callable[..., Panel]) -> Callable[..., Panel]:
    """A panel kept for as long as its data and its language stay the same: Plotly is slow to put together.

    The arguments are what `build` takes; the revision and the language are added here.
    """

    def at(revision: int, language: str, words: str, _arguments: tuple) -> Panel:
        return build(*_arguments)

    # Streamlit tells cached functions apart by name and module.
    at.__qualname__ = f"{build.__module__}.{build.__qualname__}"
    # A resource, not data: it is never changed, and a figure is slow to bring back from bytes too.
    kept = st.cache_resource(at, max_entries=64, show_spinner=False)
    # Told apart by their words, as reads are.
    return lambda *arguments: kept(revision(), current(), repr(arguments), arguments)


def draw(scope: Scope, *panels: Panel) -> None:
    """Panels side by side, as high as each other; one below the other on a phone."""
    places = st.columns(len(panels), gap="small") if len(panels) > 1 else [st.container()]
    for place, panel in zip(places, panels, strict=True):
        with place, st.container(border=True, key=f"chart-{panel.key}", height="stretch"):
            _inside(scope, panel)


def section(title: str, note: str = "") -> None:
    """The heading of a group of panels."""
    below = tag("p", rich(note), cls="ioc-subtitle") if note else None
    html(tag("div", tag("h2", title, cls="ioc-section"), below, cls="ioc-page"))


def meta(scope: Scope, title: str, synthetic: bool = False) -> Meta:
    """What a panel's figures stand on, for its files."""
    on = standing(revision(), scope)
    return Meta(
        title=title,
        first=on.first,
        last=on.last,
        as_of=on.as_of,
        coverage=on.coverage,
        filters=names.filters(scope),
        synthetic=on.synthetic or synthetic,
    )


def _inside(scope: Scope, panel: Panel) -> None:
    html(card_title(panel.title))
    if panel.refused:
        html(notice(panel.refused))
        return
    if not panel.rows:
        no_rows()
        return
    if panel.figure is not None:
        words = alt(panel.title, panel.rows, panel.columns)
        st.plotly_chart(
            panel.figure, theme="streamlit", width="stretch", config=CONFIG, alt=words, key=panel.key
        )
    below = [tag("p", rich(panel.note), cls="ioc-panelnote")] if panel.note else []
    if panel.drawing is not None or below:
        html(tag("div", *([panel.drawing] if panel.drawing else []), *below, cls="ioc-page"))
    table_with_downloads(
        panel.title,
        panel.rows,
        panel.columns,
        panel.key,
        meta=meta(scope, panel.title, panel.synthetic),
        folded=panel.figure is not None or panel.drawing is not None,
        written=panel.twin,
    )
