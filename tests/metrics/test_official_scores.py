"""Published scores: whose they are, and which comes first."""

from datetime import date
from decimal import Decimal

from metrics.official_scores import official_scores
from tests import tiny

SCORES = """Mã đơn vị,Kỳ chấm từ,Kỳ chấm đến,Điểm công bố,Trên tổng điểm,Ngày công bố,Nguồn
,01/01/2023,31/12/2023,"80,21",100,,Báo
,15/01/2024,21/01/2024,"83,47",100,30/01/2024,Cổng
X1,01/01/2023,31/12/2023,"88,6",100,,Báo
X1,01/07/2025,30/09/2025,90,100,,Cổng
"""


def test_scores_of_the_province_and_of_whoever_bore_the_code_then(sqlite_province):
    tiny.put(sqlite_province, SCORES, kind="official_scores")
    with sqlite_province.read() as connection:
        province = official_scores(connection)
        old = official_scores(connection, "X1@2024-12-01")
        new = official_scores(connection, "X1@2025-07-01")
    assert [(one.points, one.published_on) for one in province] == [
        (Decimal("83.47"), date(2024, 1, 30)), (Decimal("80.21"), None),
    ]  # fmt: skip
    # 2023 is before the list of agencies begins: the first unit of that code is meant.
    assert [one.points for one in old] == [Decimal("88.6")]
    assert [one.points for one in new] == [90]
