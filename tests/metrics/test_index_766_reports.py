"""Index 766 where an agency sends II.06a reports: measured on what they state, compared with its like."""

from datetime import date

from data_access import ingest
from data_access.ingest import Known
from metrics.index_766_ranking import ranked
from metrics.index_766_scores import agency_scores, province_score
from metrics.scope import Scope
from tests import tiny
from tests.metrics.index_766_made import load_weights
from tests.reports_made import report, row

APRIL = Scope(date(2025, 4, 1), date(2025, 4, 1))
X1, X2 = "X1@2024-12-01", "X2@2024-12-01"


def scored(store):
    """X1 sends two dossiers of April, X2 a report of it."""
    tiny.load(store)
    april = {"received": "08/04/2025", "due": "28/05/2025"}
    tiny.put(store, tiny.extract(tiny.line("A1", **april), tiny.line("A2", **april), month="04/2025"))
    checked = ingest.check(
        Known.of(store), report(row(), agency="Xã Hòa Bình", period="Tháng 4/2025"), "a.xlsx"
    )
    ingest.apply(store, ingest.stage(store, checked, by="Alice"), by="Alice")
    return load_weights(store)


def test_what_a_report_does_not_state_is_missing_and_not_lost(sqlite_store):
    with scored(sqlite_store).read() as connection:
        scores = agency_scores(connection, APRIL)
        province = {one.component.code: one for one in province_score(connection, APRIL).points}
    assert scores[X2].basis == {"TDGQ", "DVCTT-A", "DVCTT-C"}
    assert scores[X2].maximum == 28
    assert {one.state for one in scores[X2].points if one.component.code == "TTTT-A"} == {"missing"}
    assert (province["TDGQ"].received, province["DVCTT-B"].received) == (2, 1)


def test_it_is_not_ranked_among_those_measured_on_more(sqlite_store):
    with scored(sqlite_store).read() as connection:
        found = ranked({key: one for key, one in agency_scores(connection, APRIL).items() if key in (X1, X2)})
    assert {key: (one.rank, one.of) for key, one in found.items()} == {X1: (1, 1), X2: (1, 1)}
