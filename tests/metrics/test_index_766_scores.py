"""Index 766: numerators and denominators of agencies and the province, against the oracle."""

import random
from datetime import date

import pytest

from data_access.store import Store
from metrics.index_766_scores import agency_scores, province_score
from metrics.scope import Scope
from tests import tiny
from tests.brute_force import end_of, measures
from tests.metrics.index_766_made import load_weights
from tests.metrics.random_lines import random_line

MAY, JUNE, JULY, AUGUST = (date(2025, month, 1) for month in (5, 6, 7, 8))
SCOPES = [Scope(MAY, AUGUST), Scope(MAY, JUNE), Scope(JULY, JULY)]
FINISHED = ("finished_early", "finished_on_time", "finished_late")
FLOWS = {
    "DVCTT-C": (("received_online",), ("received",)),
    "TTTT-A": (("paid_online",), ("fee_due",)),
    "ORIGINAL_RESULT_AVAILABLE": (("digitised_result",), ("result_known",)),
    "SO_HOA_GIAY_TO_GIAI_QUYET": (("digitised_input",), ("input_known",)),
    "DOSSIER_RECEIVING_SATISFACTION": (("satisfied",), ("rated",)),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Four months around the reorganisation; Sở Hai never sends June, so it is left out there."""
    store = tiny.load(Store.open(f"sqlite:///{tmp_path_factory.mktemp('index') / 'sample.sqlite'}"))
    dice = random.Random(766)
    for month in (MAY, JUNE, JULY, AUGUST):
        lines = [text for code in range(120) if (text := random_line(dice, month, code))]
        tiny.put(store, tiny.extract(*lines, month=f"{month:%m/%Y}"))
    yield load_weights(store)
    store.close()


def fractions(score) -> dict[str, tuple]:
    return {one.component.code: (one.part, one.whole) for one in score.points if one.component.measurable}


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_dossiers_of_an_agency_and_of_the_province(connection, oracle, scope):
    found = {None: province_score(connection, scope), **agency_scores(connection, scope)}
    assert len(found) > 5
    for agency, score in found.items():
        for code, (part, whole) in FLOWS.items():
            expected = oracle.dossier_figure(part, whole, list(scope.months()), agency=agency)[:2]
            assert fractions(score)[code] == expected, (agency, code)


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_what_is_open_counts_once_at_the_end_and_what_is_finished_in_every_month(connection, oracle, scope):
    found = {None: province_score(connection, scope), **agency_scores(connection, scope)}
    for agency, score in found.items():
        finished = oracle.dossier_figure(FINISHED[:2], FINISHED, list(scope.months()), agency=agency)
        if finished[0] is None:
            assert fractions(score)["TDGQ"] == (None, None)
            continue
        complete, _ = oracle._complete(list(scope.months()), None, agency)
        at_the_end = [
            measures(line)
            for line in oracle.lines
            if line["month"] == scope.last and line["agency"] in complete
        ]
        in_time = sum(one["open_in_time"] for one in at_the_end)
        overdue = sum(one["open_overdue"] for one in at_the_end)
        expected = (finished[0] + in_time, finished[1] + in_time + overdue)
        assert fractions(score)["TDGQ"] == expected, agency


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_procedures_are_those_that_an_agency_carries_out(connection, oracle, scope):
    def carries_out(agency, procedure) -> bool:
        unit = oracle.agencies[agency]
        own = unit["level"] != "province" or procedure["owner"] == unit["code"]
        return procedure["level"] == unit["level"] and own

    for agency, score in agency_scores(connection, scope).items():
        if not oracle._complete(list(scope.months()), None, agency)[0]:
            assert fractions(score)["DVCTT-A"] == fractions(score)["DVCTT-B"] == (None, None)
            continue
        mine = [one for one in oracle.procedures.values() if carries_out(agency, one)]
        online = {
            one["code"] for one in mine if oracle.service_level(one["code"], scope.end) in ("full", "partial")
        }
        used = {
            line["procedure"]
            for line in oracle.lines
            if line["agency"] == agency
            and line["month"] in scope.months()
            and measures(line)["received_online"]
        }
        assert fractions(score)["DVCTT-A"] == (len(online), len(mine)), agency
        assert fractions(score)["DVCTT-B"] == (len(online & used), len(online)), agency


def test_the_province_counts_a_procedure_once_however_many_agencies_used_it(connection, oracle):
    scope = Scope(AUGUST, AUGUST)
    used = {
        line["procedure"]
        for line in oracle.lines
        if line["month"] == AUGUST and measures(line)["received_online"]
    }
    online = {
        code
        for code in oracle.procedures
        if oracle.service_level(code, end_of(AUGUST)) in ("full", "partial")
    }
    assert fractions(province_score(connection, scope))["DVCTT-B"] == (len(online & used), 3)


def test_of_one_agency_the_same_is_read_as_of_all(connection):
    scope = SCOPES[0]
    everyone = agency_scores(connection, scope)
    for agency, score in everyone.items():
        assert agency_scores(connection, scope.only(agency=agency)) == {agency: score}


def test_who_has_not_stated_every_month_is_missing_and_not_nought(connection):
    score = agency_scores(connection, Scope(MAY, JUNE))["S2@2024-12-01"]
    assert {one.state for one in score.points} == {"missing"}
    assert score.share is None and score.unmeasured == 100
    told = {
        one.component.code: (one.received, one.due) for one in province_score(connection, SCOPES[1]).points
    }
    assert told["TDGQ"] == (5, 6)
