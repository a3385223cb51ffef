"""What would become of the figures: reads about a batch that waits, or about the undo of one that counts."""

import streamlit as st
from sqlalchemy import Connection

from data_access import ingest
from data_access.ingest import Comparison
from metrics.stated import stated
from metrics.statements import statements
from metrics.unusual import Unusual, warnings
from metrics.watched import watched
from ui import batches
from ui.data import revision, store


def comparison(batch_id: int) -> Comparison:
    """What a staged batch would change now."""
    return _comparison(revision(), batch_id)


def rehearsal(batch_id: int) -> tuple[dict, dict]:
    """The watched indicators before and after applying a staged batch (undoing an applied one).

    Of a batch with slices also over its own agencies in its newest month (`own`, `month`).
    """
    return _rehearsal(revision(), batch_id)


def unusual(batch_id: int) -> list[Unusual]:
    """What deserves a second look before a staged batch is applied; held-back agencies stay as they are."""
    before, after = rehearsal(batch_id)
    if "statements" not in after:
        return []
    held = comparison(batch_id).held
    made = [(month, agency) for month, agency in batches.slices(batch_id) if agency not in held]
    return warnings(before["statements"], after["statements"], made)


def unseen(batch_id: int) -> list[tuple[str, str]]:
    """(agency, code) of dossiers open last month and not mentioned by this batch."""
    return _unseen(revision(), batch_id)


@st.cache_data(max_entries=32, show_spinner=False)
def _comparison(revision: int, batch_id: int) -> Comparison:
    return ingest.compare(store(), batch_id)


@st.cache_data(max_entries=32, show_spinner=False)
def _rehearsal(revision: int, batch_id: int) -> tuple[dict, dict]:
    slices = batches.slices(batch_id)

    def read(connection: Connection) -> dict:
        found = watched(connection)
        if slices:
            found["statements"] = statements(connection, slices)
            found["own"] = stated(found["statements"], slices)
            found["month"] = batches.newest(slices)
        return found

    return ingest.rehearse(store(), batch_id, read)


@st.cache_data(max_entries=8, show_spinner=False)
def _unseen(revision: int, batch_id: int) -> list[tuple[str, str]]:
    return ingest.unseen_dossiers(store(), batch_id)
