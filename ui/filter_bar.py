"""The filters of a page, on one line under its title. Each choice is written into the address."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graphics.strip import notice
from language import t
from language.numbers import month_long
from language.sorting import vi_key
from metrics.scope import PUBLISHED, Scope
from ui import names
from ui.filters import LEVELS, Choices, params_of, scope_of
from ui.html import html
from ui.pages import ALL_FILTERS
from ui.state import recall, remember

EVERY = ""  # not None, which a select box takes for "nothing chosen yet"
LEVEL_WORDS = {
    EVERY: "filter.every_level",
    "province": "filter.province",
    "district": "filter.district",
    "commune": "filter.commune",
    "vertical": "filter.vertical",
}


PARAMETERS = {"tu": "first", "den": "last", "cap": "level", "don_vi": "agency", "linh_vuc": "sector"}
LONGEST = 40  # characters of a value that somebody has written into an address


def tell_unusable(found: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Say which values of the address stand for nothing here: what is shown is not what was asked for.
    `known` are the names of agencies by key: one that has ended says when."""
    if found:
        listed = "; ".join(
            f"{t(f'filter.{PARAMETERS[name]}')}: “{known.get(value, value[:LONGEST])}”"
            for name, value in found.items()
        )
        html(notice(t("frame.unusable", listed=listed), t("frame.unusable_help")))


def filter_bar(allowed: Sequence[str], scope: Scope, choices: Choices) -> None:
    """Draw the filters that a page has; the page is run again with what was chosen."""

    def choose(name: str, field: str, label: str, options: Sequence, named: Callable, width: int) -> None:
        if name not in allowed:
            return
        key = f"filter_{name}"
        remember(key, getattr(scope, field) or EVERY)
        st.selectbox(
            label,
            options,
            key=key,
            format_func=named,
            label_visibility="collapsed",
            width=width,
            on_change=lambda: _write(scope.only(**{field: recall(key) or None}), choices),
        )

    with st.container(horizontal=True, key="filters", gap="xsmall"):
        starts = [month for month in choices.months if month <= scope.last]
        ends = [month for month in choices.months if month >= scope.first]
        choose("tu", "first", t("filter.first"), starts, _from, 140)
        choose("den", "last", t("filter.last"), ends, _to, 140)
        choose("cap", "level", t("filter.level"), [EVERY, *LEVELS.values()], _level, 120)
        units = {
            key: names.called(unit, scope.end) for key, unit in choices.units.items() if _fits(unit, scope)
        }
        choose("don_vi", "agency", t("filter.agency"), *_named(units, t("filter.every_agency")), 230)
        sectors = _named(choices.sectors, t("filter.every_sector"))
        choose("linh_vuc", "sector", t("filter.sector"), *sectors, 230)
        published = scope.only(first=PUBLISHED.first, last=PUBLISHED.last)
        if "tu" in allowed and scope != published and set(published.months()) <= set(choices.months):
            st.button(
                t("filter.published"),
                key="filter_published",
                type="tertiary",
                on_click=lambda: _write(published, choices),
            )


def _write(scope: Scope, choices: Choices) -> None:
    """Put a scope into the address; what has become impossible by the last choice leaves it."""
    possible = scope_of(params_of(scope, choices), choices, ALL_FILTERS)
    written = params_of(possible, choices)
    for name in ALL_FILTERS:
        if name in written:
            st.query_params[name] = written[name]
        else:
            st.query_params.pop(name, None)


def _named(names: dict[Any, str], every: str) -> tuple[list, Callable]:
    """Options in alphabetical order after "all of them", and how each is called."""
    options = sorted(names, key=lambda key: vi_key(names[key]))
    return [EVERY, *options], lambda key: names.get(key, every)


def _fits(unit, scope: Scope) -> bool:
    return scope.level in (None, unit.level) and unit.in_force(scope.first, scope.end)


def _from(month: date) -> str:
    return t("filter.from_month", month=month_long(month))


def _to(month: date) -> str:
    return t("filter.to_month", month=month_long(month))


def _level(level: str) -> str:
    return t(LEVEL_WORDS[level])
