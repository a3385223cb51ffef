"""The committed procedures and states as arrays, for the simulation."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from sample_data import seasons
from sample_data.agencies import BEGIN, TWO_TIERS
from sample_data.csv_file import read_rows
from sample_data.seasons import NEVER
from sample_data.traits import Traits, traits
from sample_data.units import CATALOGUES, COMMUNE, DISTRICT, PROVINCE

LEVELS = {"tỉnh": PROVINCE, "huyện": DISTRICT, "xã": COMMUNE}
STATES = ("trang-thai-thu-tuc.csv", "trang-thai-thu-tuc-2025-04.csv", "trang-thai-thu-tuc-2025-05.csv")


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Arrays in the order of thu-tuc.csv."""

    codes: list[str]
    level: np.ndarray  # until 30-6-2025
    level_in_two_tiers: np.ndarray
    department: np.ndarray  # 0 to 14, of the owner
    online_from: np.ndarray  # day since when it can be filed online; NEVER if it cannot
    live_from: np.ndarray  # day since when it is live across boundaries
    traits: Traits

    def level_on(self, month: date) -> np.ndarray:
        return self.level_in_two_tiers if month >= TWO_TIERS else self.level


def catalogue() -> Catalogue:
    """What the committed catalogues say."""
    rows = read_rows(CATALOGUES / "thu-tuc.csv")
    codes = [row["Mã TTHC"] for row in rows]
    level = np.array([LEVELS[row["Cấp thực hiện"]] for row in rows], dtype=np.int8)
    later = {row["Mã TTHC"]: row for row in read_rows(CATALOGUES / "thu-tuc-2025-07.csv")}
    moved = [LEVELS[later.get(row["Mã TTHC"], row)["Cấp thực hiện"]] for row in rows]
    department = np.array([int(row["Mã cơ quan chủ trì"][-2:]) - 1 for row in rows], dtype=np.int16)
    online, live = _first_days(codes)
    return Catalogue(codes, level, np.array(moved, dtype=np.int8), department, online, live, traits(rows))


def _first_days(codes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    at = {code: n for n, code in enumerate(codes)}
    online = np.full(len(codes), NEVER, dtype=np.int16)
    live = online.copy()
    for row in (row for name in STATES for row in read_rows(CATALOGUES / name)):
        first = {"toàn trình": online, "một phần": online, "đang thực hiện": live}.get(row["Trạng thái"])
        if first is not None:
            number = _day(row["Từ ngày"])
            first[at[row["Mã TTHC"]]] = min(first[at[row["Mã TTHC"]]], number)
    return online, live


@cache
def _day(text: str) -> int:
    day = date(int(text[6:]), int(text[3:5]), int(text[:2]))
    # The catalogue begins on 1-12-2024; what was so then, was so in November.
    return 0 if day == BEGIN else seasons.number(day)
