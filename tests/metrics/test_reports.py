"""Figures where some agencies have sent only II.06a reports: summed where these can answer, left out of the
sum and of its n where they cannot – missing, never 0."""

from datetime import date
from itertools import permutations

import pytest

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store
from metrics.changes import change
from metrics.completeness import board
from metrics.coverage import coverage
from metrics.cross_boundary_counters import points
from metrics.dossier_sums import dossier_sums
from metrics.drivers import DIMENSIONS, drivers
from metrics.indicators import INDICATORS
from metrics.read import by, figure, figures
from metrics.report_check import differences
from metrics.scope import Scope
from tests import tiny
from tests.metrics.comparing import counted, months_of, told
from tests.reports_made import report, row
from tests.tiny import extract, line

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
BOTH = Scope(MARCH, APRIL)
X2 = "X2@2024-12-01"
KEYS = [key for key, one in INDICATORS.items() if one.source == "dossiers"]
EVERYONE = ("S1", "S2", "H1", "X1", "X2", "X3")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """March: dossiers of all six, and a report of X1 beside them. April: X2 and X3 send reports alone, S2
    sends nothing."""
    store = tiny.load(Store.open(f"sqlite:///{tmp_path_factory.mktemp('reports') / 'sample.sqlite'}"))
    lines = [
        line(f"D{n}", agency=key, procedure=f"1.00000{n % 4 + 1}", channel=n % 3 + 1,
             finished="18/03/2025" if n % 2 else "", rest="1,1,1,0,5" if n % 2 else "1,,1,0,")
        for n, key in enumerate(EVERYONE * 4)
    ]  # fmt: skip
    tiny.put(store, extract(*lines))
    _put(store, report(row(), agency="Xã An Bình"))
    april = [
        line(f"A{n}", agency=key, received="08/04/2025", due="28/04/2025", channel=n % 3 + 1)
        for n, key in enumerate(("S1", "H1", "X1"))
    ]
    tiny.put(store, extract(*april, month="04/2025"))
    for agency, rows in (("Xã Hòa Bình", [row(), row("Đất đai", still_open=(0, 4))]), ("Phường Ba", [row()])):
        _put(store, report(*rows, agency=agency, period="Tháng 4/2025"))
    yield store
    store.close()


def _put(store, content: bytes) -> None:
    checked = ingest.check(Known.of(store), content, "06a.xlsx")
    assert checked.rejected.is_empty()
    ingest.apply(store, ingest.stage(store, checked, by="Alice"), by="Alice")


@pytest.mark.parametrize("scope", [BOTH, Scope(MARCH, MARCH), Scope(APRIL, APRIL)], ids=str)
@pytest.mark.parametrize("key", KEYS)
def test_totals_and_groupings_are_the_oracles(connection, oracle, key, scope):
    one, months = INDICATORS[key], months_of(key, scope)
    for narrower in ({}, {"level": "commune"}, {"sector": "L2"}, {"agency": X2}):
        slow = oracle.dossier_figure(one.part, one.whole, months, **narrower)
        assert told(figure(connection, key, scope.only(**narrower))) == counted(one, slow), narrower
    for level, found in by(connection, key, scope, "level").items():
        assert told(found) == counted(one, oracle.dossier_figure(one.part, one.whole, months, level=level))
    for agency, found in by(connection, key, scope, "agency").items():
        slow = oracle.dossier_figure(one.part, one.whole, months, agency=agency)
        assert told(found) == counted(one, slow), agency
    for dimension in ("sector", "service_level", "channel"):
        found = {label: (f.part, f.whole or 0) for label, f in by(connection, key, scope, dimension).items()}
        assert found == oracle.dossiers_by(dimension, one.part, one.whole, months), dimension


NARROWER = ({}, {"level": "commune"}, {"level": "province"}, {"sector": "L2"}, {"agency": X2})


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize(("here", "there"), [*permutations(NARROWER, 2)], ids=str)
def test_a_change_between_scopes_that_differ_in_more_than_their_months_is_refused(
    connection, here, there, dimension
):
    """The agencies of both would be counted on each side, and reports with them, which state no flags."""
    with pytest.raises(ValueError, match="two periods of one scope"):
        drivers(
            connection,
            "cross_boundary_uptake",
            Scope(MARCH, MARCH, **here),
            Scope(APRIL, APRIL, **there),
            dimension,
        )


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("narrower", NARROWER, ids=str)
def test_a_change_of_what_reports_cannot_state_is_explained_without_those_who_report(
    connection, narrower, dimension
):
    march, april = (Scope(month, month, **narrower) for month in (MARCH, APRIL))
    found = drivers(connection, "cross_boundary_uptake", march, april, dimension)
    assert found.agencies == change(connection, "cross_boundary_uptake", march, april).agencies
    assert X2 not in {group.label for group in found.groups}


@pytest.mark.parametrize("narrower", [{}, {"level": "commune"}, {"sector": "L2"}, {"agency": X2}], ids=str)
@pytest.mark.parametrize("key", KEYS)
def test_a_figure_of_several_months_is_that_of_each(connection, key, narrower):
    """Also of X2, whose dossiers of March can answer what its report of April cannot."""
    scope = BOTH.only(**narrower)
    each = {month: figure(connection, key, scope.only(first=month, last=month)) for month in (MARCH, APRIL)}
    assert by(connection, key, scope, "month") == each


def test_each_figure_has_the_n_of_those_whose_source_can_answer(connection):
    april = figures(connection, ["dossiers_online", "cross_boundary_uptake"], Scope(APRIL, APRIL))
    assert [(one.received, one.due) for one in april.values()] == [(5, 6), (3, 6)]
    alone = figure(connection, "digitised_input", Scope(APRIL, APRIL, agency=X2))
    assert (alone.state, alone.part) == ("missing", None)
    channels = by(connection, "dossiers_received", Scope(APRIL, APRIL), "channel")
    assert {one.received for one in channels.values()} == {3}


def test_a_measure_that_a_report_does_not_state_is_missing_from_its_sums(connection):
    sums = dossier_sums(connection, Scope(APRIL, APRIL), [X2], "agency")[X2]
    assert (sums["received"], sums["open_overdue"], sums["digitised_input"]) == (16, 5, None)


def test_a_change_compares_agencies_whose_source_can_answer_on_both_sides(connection):
    before, after = Scope(MARCH, MARCH), Scope(APRIL, APRIL)
    assert change(connection, "timeliness", before, after).agencies == 5
    assert change(connection, "digitised_input", before, after).agencies == 3


def test_a_report_is_received_on_the_board_and_in_the_fraction_on_every_tile(connection):
    april = Scope(APRIL, APRIL)
    states = {unit.key: cells[0].state for unit, cells in board(connection, april).rows}
    assert states[X2] == "received"
    assert len(coverage(connection, april).complete) == 5


def test_the_counter_map_says_nothing_of_an_agency_that_sent_totals(connection):
    received = {point.unit.key: point.received for point in points(connection, Scope(APRIL, APRIL))}
    assert (received[X2], received["X1@2024-12-01"]) == (None, 1)


def test_only_the_report_that_stands_beside_dossiers_is_checked(connection):
    found = differences(connection, BOTH)
    assert {(one.agency, one.month) for one in found} == {("X1@2024-12-01", MARCH)}
    received = [one for one in found if one.measure == "received" and one.sector == "L1"]
    assert [(one.report, one.counted) for one in received] == [(8, 0)]
    unstated = [one for one in found if one.sector == "L2" and one.measure == "received"]
    assert [(one.report, one.counted) for one in unstated] == [(None, 4)]
