"""Index 766 of the sample province: what its weights and published scores say, and what they do not."""

from datetime import date
from decimal import Decimal

import pytest

from data_access.store import Store
from metrics.index_766_scores import agency_scores, province_score
from metrics.index_766_versions import version_on
from metrics.official_scores import official_scores
from metrics.records import simulated
from metrics.scope import PUBLISHED
from tests.demo import copied


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    file = copied(tmp_path_factory.mktemp("index") / "store.sqlite")
    store = Store.open(f"sqlite:///{file}", migrate=False)
    with store.read() as opened:
        yield opened
    store.close()


def test_the_weights_are_all_hundred_points_and_no_official_text(connection):
    version = version_on(connection, PUBLISHED.end)
    assert sum(one.maximum for one in version.components) == 100
    assert not version.official
    assert all("không phải văn bản chính thức" in source for source in version.sources)


def test_the_province_is_scored_on_54_points_by_the_published_sums(connection):
    score = province_score(connection, PUBLISHED)
    fractions = {one.component.code: (one.part, one.whole) for one in score.counted}
    assert (score.maximum, score.unmeasured) == (54, 46)
    assert fractions["DVCTT-A"] == (1507, 1877)
    assert fractions["DVCTT-C"] == (295230, 299637)
    assert round(score.measured, 2) == Decimal("48.07")


def test_every_agency_of_the_sample_is_measured_on_the_same_components(connection):
    scores = agency_scores(connection, PUBLISHED)
    assert len(scores) == 115
    assert len({score.basis for score in scores.values()}) == 1


def test_published_scores_are_of_other_periods_and_not_simulated(connection):
    province = official_scores(connection)
    assert [(one.points, one.last) for one in province] == [
        (Decimal("83.47"), date(2024, 1, 21)), (Decimal("80.21"), date(2023, 12, 31)),
    ]  # fmt: skip
    assert [one.points for one in official_scores(connection, "718@2024-12-01")] == [Decimal("88.6")]
    assert {"official_scores", "index_components"}.isdisjoint(simulated(connection))
