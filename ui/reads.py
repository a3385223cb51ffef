"""Every cached read of the pages: nouns. The revision comes first, so that an answer is found again only
while the data it was read from are still what counts; nothing is ever cleared by hand."""

from collections.abc import Callable

import streamlit as st

from metrics import actions as _actions
from metrics import cross_boundary, records
from metrics import read as _read
from metrics import targets as _targets
from metrics.changes import change as _change
from metrics.procedure_sums import standings as _standings
from metrics.published import reconciliation as _reconciliation
from ui.data import revision, store


def _cached(read: Callable, entries: int = 256) -> Callable:
    """A read of one connection as a cached noun of its other arguments."""

    def at(revision: int, *arguments):
        with store().read() as connection:
            return read(connection, *arguments)

    # Streamlit tells cached functions apart by name and module.
    at.__qualname__ = f"{read.__module__}.{read.__qualname__}"
    cached = st.cache_data(at, max_entries=entries, show_spinner=False)
    return lambda *arguments: cached(revision(), *arguments)


figures = _cached(_read.figures)
by = _cached(_read.by)
change = _cached(_change)
targets = _cached(_targets.targets)
actions = _cached(_actions.actions)
events = _cached(records.events)
connections = _cached(records.connections)
reform_items = _cached(records.reform_items)
monthly_figures = _cached(records.monthly_figures)
sectors = _cached(records.sectors)
plan_and_actual = _cached(cross_boundary.plan_and_actual)
points = _cached(cross_boundary.points)
flows = _cached(cross_boundary.flows)
gaps = _cached(cross_boundary.gaps)
procedure_demand = _cached(cross_boundary.procedure_demand)
standings = _cached(_standings, entries=8)
reconciliation = _cached(_reconciliation, entries=4)
