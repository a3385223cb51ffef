"""After which unit a tile of the map is named, where it has seen several branches."""

from datetime import date

import pytest

from data_access.areas import areas_of
from data_access.store import Store
from tests import tiny

# On the tile of X2 and X3 one branch follows another, then there is none for a month, then a third.
BRANCHES = """A3,Chi nhánh một,huyện,quận huyện,,01/12/2024,31/01/2025,0
A2,Chi nhánh hai,huyện,quận huyện,,01/02/2025,31/03/2025,0
A1,Chi nhánh ba,huyện,quận huyện,,01/05/2025,,0
"""
TILE = """X2,01/12/2024,Điểm Hai,điểm tiếp nhận,2,2
X3,01/12/2024,Điểm Ba,điểm tiếp nhận,2,2
A3,01/12/2024,Chi nhánh một,chi nhánh,2,2
A2,01/02/2025,Chi nhánh hai,chi nhánh,2,2
A1,01/05/2025,Chi nhánh ba,chi nhánh,2,2
"""


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2024, 12, 31), "Chi nhánh một"),
        (date(2025, 2, 28), "Chi nhánh hai"),
        (date(2025, 4, 30), "Chi nhánh hai"),
        (date(2025, 5, 31), "Chi nhánh ba"),
    ],
    ids=["in force, others to come", "in force after another", "the newest that has ended", "the last"],
)
def test_a_tile_is_named_after_the_branch_of_the_day_and_never_after_a_later_one(sqlite_province, on, name):
    _with_branches(sqlite_province)
    with sqlite_province.read() as connection:
        assert {areas_of(connection, on)[f"{code}@2024-12-01"].name for code in ("X2", "X3")} == {name}


def test_before_its_first_branch_a_tile_of_several_counters_has_no_name(sqlite_province):
    later = BRANCHES.splitlines()[-1]
    tiny.put(sqlite_province, f"{tiny.AGENCIES.splitlines()[0]}\n{later}\n", kind="agencies")
    counters = [line for line in TILE.splitlines() if line[:2] in ("X2", "X3", "A1")]
    content = "\n".join((tiny.POINTS.splitlines()[0], *counters, ""))
    tiny.put(sqlite_province, content, kind="one_stop_points")
    with sqlite_province.read() as connection:
        assert "X3@2024-12-01" not in areas_of(connection, date(2025, 4, 30))


def _with_branches(store: Store) -> None:
    tiny.put(store, f"{tiny.AGENCIES.splitlines()[0]}\n{BRANCHES}", kind="agencies")
    tiny.put(store, f"{tiny.POINTS.splitlines()[0]}\n{TILE}", kind="one_stop_points")
