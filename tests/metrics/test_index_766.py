"""Index 766: each formula of the committed weights on a worked example, without a denominator too."""

from decimal import Decimal

import pytest

from metrics.index_766 import Points, Score
from tests.metrics.index_766_made import component, components, load_weights

# Component, numerator, denominator, points by hand: maximum × (numerator ÷ denominator) ÷ threshold.
WORKED = [
    ("PUBLISH_ON_TIME", 9, 12, "4.5"),  # 6 × 75 %
    ("PUBLIC_UPDATE_ON_TIME", 3, 4, "3"),  # 4 × 75 %
    ("PUBLIC_CONTENT_FULL", 1, 2, "1"),  # 2 × 50 %
    ("DOSSIER_SYNC", 50, 60, "5"),  # 6 × 5/6
    ("TDGQ", 180, 200, "18"),  # 20 × 90 %
    ("DVCTT-A", 60, 100, "1.5"),  # 2 × 60 % ÷ 80 %
    ("DVCTT-A", 80, 100, "2"),
    ("DVCTT-A", 100, 100, "2"),  # never more than the maximum
    ("DVCTT-B", 30, 40, "3"),  # 4 × 75 %
    ("DVCTT-C", 40, 100, "4.8"),  # 6 × 40 % ÷ 50 %
    ("DVCTT-C", 50, 100, "6"),
    ("DVCTT-C", 99, 100, "6"),
    ("TTTT-A", 2, 3, "4"),  # 6 × 2/3
    ("TTTT-B", 60, 100, "1.5"),  # 2,5 × 60 %
    ("TTTT-B", 81, 100, "2"),
    ("TTTT-C", 40, 100, "1"),  # 2,5 × 40 %
    ("TTTT-C", 100, 100, "2"),
    ("ORIGINAL_RESULT_AVAILABLE", 7, 10, "4.2"),  # 6 × 70 %
    ("SO_HOA_GIAY_TO_GIAI_QUYET", 3, 10, "1.2"),  # 4 × 30 %
    ("SYNCED_WITH_DVCQG_PERSONAL_STORAGE", 1, 4, "1"),  # 4 × 25 %
    ("ELECTRONIC_CERTIFIED_COPY", 1, 2, "1"),  # 2 × 50 %
    ("REUSED_DIGITIZED_DATA", 40, 100, "1"),  # 2 × 40 ÷ 80
    ("REUSED_DIGITIZED_DATA", 90, 100, "2"),
    ("CITIZEN_DATA_CONNECTED_DOSSIER", 1, 4, "0.5"),  # 2 × 25 %
    ("CITIZEN_DATA_CONNECTED_FORMALITY", 3, 4, "1.5"),  # 2 × 75 %
    ("PETITION_PROCESSING_ON_TIME", 5, 6, "5"),  # 6 × 5/6
    ("PETITION_HANDLING_SATISFACTION", 2, 3, "4"),  # 6 × 2/3
    ("DOSSIER_RECEIVING_SATISFACTION", 45, 100, "3"),  # 6 × 45 % ÷ 90 %
    ("DOSSIER_RECEIVING_SATISFACTION", 90, 100, "6"),
    ("DOSSIER_RECEIVING_SATISFACTION", 95, 100, "6"),
]
FULL_WITHOUT = {"PETITION_PROCESSING_ON_TIME", "PETITION_HANDLING_SATISFACTION"}
NONE_WITHOUT = {"DOSSIER_RECEIVING_SATISFACTION"}


@pytest.fixture
def weights(sqlite_store):
    return components(load_weights(sqlite_store))


def test_every_formula_gives_the_points_worked_by_hand(weights):
    found = [
        (code, part, whole, Points(weights[code], part, whole).points) for code, part, whole, _ in WORKED
    ]
    assert found == [(code, part, whole, Decimal(points)) for code, part, whole, points in WORKED]
    assert {code for code, *_ in WORKED} == set(weights)


def test_every_formula_says_what_a_denominator_of_nought_gives(weights):
    for code, one in weights.items():
        empty = Points(one, 0, 0)
        expected = one.maximum if code in FULL_WITHOUT else Decimal(0) if code in NONE_WITHOUT else None
        assert (empty.state, empty.points) == ("no_value", expected), code


def test_a_numerator_of_nought_is_no_points_and_what_nobody_stated_is_missing(weights):
    for one in weights.values():
        assert Points(one, 0, 5).points == 0 and Points(one, 0, 5).lost == one.maximum
        missing = Points(one)
        assert (missing.state, missing.points, missing.lost) == ("missing", None, None)


def test_the_six_groups_weigh_what_the_decision_gives_them(weights):
    maxima = {}
    for one in weights.values():
        maxima[one.group] = maxima.get(one.group, 0) + one.maximum
    assert maxima == {
        "transparency": 18, "progress": 20, "online": 12, "payment": 10, "digitisation": 22,
        "satisfaction": 18,
    }  # fmt: skip
    assert sum(maxima.values()) == 100
    assert sum(one.maximum for one in weights.values() if one.measurable) == 54


def test_a_score_is_told_of_what_is_measured_and_of_what_is_not():
    petitions = component(code="PAKN", part=(), whole=(), when_empty="full")
    paid, filed = component(), component(code="C", full_at=Decimal(50))
    score = Score((Points(paid, 1, 2), Points(filed, 30, 40), Points(petitions)))
    assert (score.measured, score.maximum, score.unmeasured) == (9, 12, 6)
    assert (score.lost, score.share) == (3, 75)
    assert score.basis == {"TTTT-A", "C"}


def test_a_component_that_is_left_out_is_not_measured_and_one_with_points_is():
    without_fees = Score((Points(component(), 0, 0), Points(component(code="S", when_empty="zero"), 0, 0)))
    assert (without_fees.measured, without_fees.maximum, without_fees.unmeasured) == (0, 6, 6)
    nothing = Score((Points(component()),))
    assert (nothing.measured, nothing.maximum, nothing.share) == (0, 0, None)


def test_a_rate_on_a_few_dossiers_marks_the_score():
    assert Score((Points(component(), 20, 29),)).small
    assert not Score((Points(component(), 20, 30),)).small
    assert not Score((Points(component(when_empty="zero"), 0, 0),)).small
