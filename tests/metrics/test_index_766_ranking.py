"""Index 766: who is compared with whom."""

from decimal import Decimal

from metrics.index_766 import Points, Score
from metrics.index_766_ranking import ranked
from tests.metrics.index_766_made import component

PAID, FILED = component(), component(code="DVCTT-C")


def of(**fractions: tuple[int, int]) -> Score:
    known = {"paid": PAID, "filed": FILED}
    return Score(tuple(Points(one, *fractions.get(name, (None, None))) for name, one in known.items()))


def test_agencies_are_ranked_by_their_share_and_equal_ones_share_a_rank():
    found = ranked({"a": of(paid=(1, 2)), "b": of(paid=(30, 40)), "c": of(paid=(2, 4)), "d": of(paid=(1, 4))})
    assert {key: (one.rank, one.of) for key, one in found.items()} == {
        "a": (2, 4), "b": (1, 4), "c": (2, 4), "d": (4, 4),
    }  # fmt: skip


def test_only_agencies_measured_on_the_same_components_are_compared():
    found = ranked(
        {"both": of(paid=(1, 2), filed=(1, 2)), "one": of(paid=(9, 10)), "other": of(paid=(1, 10))}
    )
    assert {key: (one.rank, one.of) for key, one in found.items()} == {
        "both": (1, 1), "one": (1, 2), "other": (2, 2),
    }  # fmt: skip


def test_who_has_stated_nothing_has_no_rank():
    silent = ranked({"silent": of(), "other": of(paid=(1, 2))})["silent"]
    assert (silent.rank, silent.of, silent.quarter) == (None, 0, None)


def test_quarters_are_told_from_eight_on_and_not_of_small_denominators():
    scores = {str(place): of(paid=(place * 10, 100)) for place in range(7)} | {"small": of(paid=(9, 10))}
    found = ranked(scores)
    assert found["small"].rank == 1 and found["small"].quarter is None
    assert found["6"].quarter == 1 and found["0"].quarter == 4
    assert found["0"].score.share == Decimal(0)
