"""How many dossiers each unit receives in a month, and how many of them not online.

December 2024 to March 2025 hold the sums of reference/ exactly, by level and month and by district
(sums exact, split synthetic); every other month is a guess that follows them.
"""

from datetime import date
from functools import cache

import numpy as np

from sample_data.agencies import REFERENCE, TWO_TIERS
from sample_data.csv_file import read_rows
from sample_data.split import by_margins, by_weights
from sample_data.units import Units

PUBLISHED_MONTHS = tuple(date(2024 + (m < 12), m, 1) for m in (12, 1, 2, 3))
DEPARTMENT_WEIGHTS = (10, 95, 150, 170, 95, 205, 150, 30, 35, 40, 75, 3, 4, 6, 62)
# From 1-3-2025 criminal records (Justice) and driving licences (Construction) are the police's.
DEPARTMENT_WEIGHTS_FROM_MARCH = (10, 100, 60, 185, 100, 225, 105, 30, 38, 44, 80, 3, 4, 7, 70)
# Percent of March's volume, and of March's paper: months without published sums.
# October is before the story begins.
OTHERS = {10: (0, 0), 11: (96, 112), 4: (99, 92), 5: (104, 84), 6: (107, 78), 7: (88, 90), 8: (101, 72),
          9: (104, 62)}  # fmt: skip
DISTRICT_TO_PROVINCE = 22  # percent of what districts received before 1-7-2025


def volume(units: Units, month: date) -> tuple[np.ndarray, np.ndarray]:
    """Dossiers received in the month by each unit, and how many of them on paper or by post."""
    if month in PUBLISHED_MONTHS:
        received, paper = _published(units)
        at = PUBLISHED_MONTHS.index(month)
        return received[:, at], paper[:, at]
    more, more_paper = OTHERS[month.month]
    model = PUBLISHED_MONTHS[0] if month < PUBLISHED_MONTHS[0] else PUBLISHED_MONTHS[-1]
    received, paper = volume(units, model)
    received, paper = received * more // 100, paper * more_paper // 100
    if month >= TWO_TIERS:
        received, paper = _in_two_tiers(units, received), _in_two_tiers(units, paper)
    return received, np.minimum(paper, received)


@cache
def _published(units: Units) -> tuple[np.ndarray, np.ndarray]:
    by_level = read_rows(REFERENCE / "article_split_level_month.csv", skip=0)
    by_district = read_rows(REFERENCE / "article_split_district.csv", skip=0)
    tables = []
    for received in (True, False):
        table = np.zeros((len(units.codes), 4), dtype=np.int64)
        months = {level: [int(row["tiep_nhan" if received else "giay_bcci"]) for row in by_level
                          if row["cap"] == level] for level in ("tỉnh", "huyện", "xã")}  # fmt: skip
        for at, weights in enumerate([DEPARTMENT_WEIGHTS] * 3 + [DEPARTMENT_WEIGHTS_FROM_MARCH]):
            table[units.departments, at] = by_weights(months["tỉnh"][at], weights)
        table[units.districts] = by_margins(_district_sums(by_district, "huyen", received), months["huyện"])
        communes = by_margins(_district_sums(by_district, "xa", received), months["xã"])
        for district in range(9):
            inside = np.flatnonzero(units.district[units.old_communes] == district)
            for at in range(4):
                table[inside, at] = by_weights(communes[district, at], _commune_weights(units, inside))
        tables.append(table)
    return tables[0], tables[1]


def _district_sums(rows: list[dict[str, str]], level: str, received: bool) -> list[int]:
    every = [int(row[f"{level}_tiep_nhan"]) for row in rows]
    online = [int(row[f"{level}_truc_tuyen"]) for row in rows]
    return every if received else [e - o for e, o in zip(every, online, strict=True)]


def _commune_weights(units: Units, inside: np.ndarray) -> list[int]:
    # Uneven, the same for received and paper; no weights are published.
    return [28 + int(units.codes[unit]) * 37 % 101 for unit in inside]


def _in_two_tiers(units: Units, of_old: np.ndarray) -> np.ndarray:
    moved = np.zeros_like(of_old)
    moved[units.departments] = of_old[units.departments]
    for unit, successors in enumerate(units.successors):
        if unit < 91:
            moved[successors] += by_weights(int(of_old[unit]), [1] * len(successors))
    for unit in range(units.districts.start, units.districts.stop):
        up = int(of_old[unit]) * DISTRICT_TO_PROVINCE // 100
        # Land, schools, building, environment: what TO_PROVINCE in procedures.py sends up.
        moved[units.departments] += by_weights(up, [0, 0, 0, 0, 0, 4, 2, 0, 0, 3, 0, 0, 0, 0, 0])
        moved[units.successors[unit]] += by_weights(int(of_old[unit]) - up, [1] * len(units.successors[unit]))
    return moved
