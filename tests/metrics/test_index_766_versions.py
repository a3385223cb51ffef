"""Index 766: weights are records – another version changes the score, and no code."""

from datetime import date
from decimal import Decimal

import pytest

from data_access import ingest
from metrics.index_766_scores import agency_scores, province_score
from metrics.index_766_versions import breaks, version_on
from metrics.scope import Scope
from tests import tiny
from tests.metrics.index_766_made import WEIGHTS, load_weights

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
HEADER = WEIGHTS.read_text("utf-8-sig").splitlines()[2]
# Three of four dossiers are filed online: 6 points of 6 before, 3 of 4 after.
NEW = f"""{HEADER}
Mới,01/04/2025,,cung cấp DVCTT,1,DVCTT-C,Nộp,,4,received_online,received,100,không tính,,,1,Văn bản
Mới,01/04/2025,,mức độ hài lòng,2,PAKN,Phản ánh,,5,,,100,đủ điểm,,,1,Văn bản
"""


@pytest.fixture
def store(sqlite_province):
    for month in ("03", "04"):
        day = {"received": f"10/{month}/2025", "due": f"20/{month}/2025"}
        lines = [
            tiny.line(f"D{channel}{at}", channel=channel, **day) for at, channel in enumerate((1, 2, 2, 2))
        ]
        tiny.put(sqlite_province, tiny.extract(*lines, month=f"{month}/2025"))
    return load_weights(sqlite_province)


def score(store, month: date):
    with store.read() as connection:
        return agency_scores(connection, Scope(month, month))["X1@2024-12-01"]


def test_a_second_version_counts_from_its_first_day_on(store):
    before = score(store, MARCH), score(store, APRIL)
    batch_id = tiny.put(store, NEW, kind="index_components")
    assert score(store, MARCH) == before[0]
    after = score(store, APRIL)
    assert (after.measured, after.maximum, after.unmeasured) == (3, 4, 5)
    with store.read() as connection:
        assert version_on(connection, date(2025, 4, 1)).official
        assert not version_on(connection, date(2025, 3, 31)).official
        assert breaks(connection, MARCH, date(2025, 4, 30)) == [APRIL]
        assert breaks(connection, APRIL, date(2025, 4, 30)) == []
    ingest.undo(store, batch_id, by="Alice")
    assert (score(store, MARCH), score(store, APRIL)) == before


def test_a_component_that_has_ended_is_scored_no_more(store):
    tiny.put(store, NEW.replace("01/04/2025,,mức", "01/04/2025,30/04/2025,mức"), kind="index_components")
    with store.read() as connection:
        assert [one.code for one in version_on(connection, date(2025, 5, 1)).components] == ["DVCTT-C"]


def test_a_corrected_line_takes_the_place_of_the_one_before(store):
    tiny.put(store, NEW, kind="index_components")
    tiny.put(store, NEW.replace(",,4,received", ",,8,received"), kind="index_components")
    assert score(store, APRIL).measured == 6


def test_before_the_first_version_there_is_no_score(store):
    with store.read() as connection:
        long_ago = Scope(date(2024, 11, 1), date(2024, 11, 1))
        assert province_score(connection, long_ago) is None
        assert agency_scores(connection, long_ago) == {}


def test_a_rate_without_dossiers_is_left_out_and_one_that_gives_nought_is_not(store):
    points = {one.component.code: one for one in score(store, MARCH).points}
    assert (points["TTTT-A"].state, points["TTTT-A"].points) == ("no_value", None)
    rated = points["DOSSIER_RECEIVING_SATISFACTION"]
    assert (rated.state, rated.points) == ("no_value", Decimal(0))
    assert points["PETITION_PROCESSING_ON_TIME"].state == "missing"
    assert score(store, MARCH).maximum == 42  # 54 without payment (6) and electronic results (6)
