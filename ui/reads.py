"""Every cached read of the pages: nouns. The revision comes first, so that an answer is found again only
while the data it was read from are still what counts; nothing is ever cleared by hand."""

from collections.abc import Callable

import streamlit as st

from data_access.agencies import kinship as _kinship
from metrics import completeness as _completeness
from metrics import (
    cross_boundary_counters,
    cross_boundary_flows,
    cross_boundary_gaps,
    cross_boundary_stages,
    data_quality,
    records,
    worklists,
)
from metrics import linked as _linked
from metrics import read as _read
from metrics import targets as _targets
from metrics.actions import agenda as _agenda
from metrics.balance import balances as _balances
from metrics.changes import change as _change
from metrics.deadlines import kept as _kept
from metrics.drivers import drivers as _drivers
from metrics.procedure_sums import standings as _standings
from metrics.published import reconciliation as _reconciliation
from metrics.reference_board import reference_board as _reference_board
from metrics.structure import restated as _restated
from ui.data import one_run, reading, revision


def cached(read: Callable, entries: int = 256) -> Callable:
    """A read of one connection as a cached noun of its other arguments."""

    def at(revision: int, words: str, _arguments: tuple):
        with reading() as connection:
            return read(connection, *_arguments)

    # Streamlit tells cached functions apart by name and module.
    at.__qualname__ = f"{read.__module__}.{read.__qualname__}"
    cached = st.cache_data(at, max_entries=entries, show_spinner=False)

    def asked(*arguments):
        with one_run():  # outside a run as well: what is kept under a revision was read of it
            # Told apart by their words: Streamlit would take every argument to pieces, at each call.
            return cached(revision(), repr(arguments), arguments)

    return asked


figures = cached(_read.figures)
by = cached(_read.by)
levels_by_month = cached(_read.levels_by_month)
restated = cached(_restated)
change = cached(_change)
drivers = cached(_drivers)
targets = cached(_targets.targets)
kept = cached(_kept)
agenda = cached(_agenda)
events = cached(records.events)
connections = cached(records.connections)
reform_items = cached(records.reform_items)
stated_until = cached(records.stated_until)
monthly_figures = cached(records.monthly_figures)
sectors = cached(records.sectors)
links = cached(_linked.links)
uses = cached(_linked.uses)
kinship = cached(_kinship)
stages = cached(cross_boundary_stages.stages)
stages_by = cached(cross_boundary_stages.stages_by)
map_parts = cached(cross_boundary_counters.parts)
points = cached(cross_boundary_counters.points)
handed_in = cached(cross_boundary_counters.handed_in)
open_shares = cached(cross_boundary_counters.open_shares)
flows = cached(cross_boundary_flows.flows)
gaps = cached(cross_boundary_gaps.gaps)
next_openings = cached(cross_boundary_gaps.next_openings)
worklist = cached(worklists.worklist, entries=8)
faults = cached(worklists.faults, entries=8)
balances = cached(_balances)
standings = cached(_standings, entries=8)
board = cached(_completeness.board, entries=8)
quality = cached(data_quality.quality, entries=8)
shared_codes = cached(data_quality.shared_codes, entries=8)
reference_board = cached(_reference_board, entries=4)
reconciliation = cached(_reconciliation, entries=4)
