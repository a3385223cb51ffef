"""What the frame itself must know of the data: what can be chosen, and what the figures stand on."""

import streamlit as st

from data_access.agencies import agencies
from graphics.shapes import Coverage
from graphics.strip import Strip
from metrics.coverage import coverage, default_scope
from metrics.records import sectors
from metrics.scope import Scope
from metrics.sources import data_months
from ui.data import reading
from ui.filters import Choices


@st.cache_data(max_entries=4, show_spinner=False)
def choices(revision: int) -> Choices:
    """Months with a counted statement, agencies and sectors, as of a revision."""
    with reading() as connection:
        return Choices(
            months=data_months(connection),
            usual=default_scope(connection),
            units={unit.key: unit for unit in agencies(connection)},
            sectors=sectors(connection),
        )


@st.cache_data(max_entries=256, show_spinner=False)
def standing(revision: int, scope: Scope) -> Strip:
    """What a scope's figures stand on: period, as-of date, statements received of those due."""
    with reading() as connection:
        found = coverage(connection, scope)
    received = Coverage(len(found.complete), len(found.members))
    ended = sum(not found.units[key].in_force(scope.end, scope.end) for key in found.members)
    return Strip(scope.first, scope.end, found.as_of, received, found.synthetic, ended=ended)
