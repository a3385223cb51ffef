"""The dated states of the procedures: service level, and the cross-boundary list.

At 31-3-2025 exactly as published: 826 full, 681 partial, 370 information; 570 listed, of which 275 built
and live. Which procedure is which, and the growth since 1-12-2024, is synthetic.
"""

from datetime import date

import numpy as np

from sample_data.agencies import BEGIN
from sample_data.chance import Chance
from sample_data.traits import traits

HEADER = ("Mã TTHC", "Nội dung", "Trạng thái", "Từ ngày")
FULL, PARTIAL = 826, 681  # and the rest information only
WAS_PARTIAL, WAS_INFORMATION_NOW_FULL, WAS_INFORMATION_NOW_PARTIAL = 78, 14, 46
STEPS = (date(2024, 12, 16), date(2025, 1, 6), date(2025, 1, 15), date(2025, 2, 10), date(2025, 2, 17),
         date(2025, 3, 3), date(2025, 3, 17))  # fmt: skip
CENTRE_OPENED, LIST_WIDENED = date(2024, 12, 2), date(2025, 2, 28)
LIVE = {"tỉnh": 85, "huyện": 112, "xã": 78}  # 275
BEING_BUILT = {"tỉnh": 215, "huyện": 58, "xã": 22}  # 295
LEVEL_BONUS = {"tỉnh": 0.0, "huyện": 0.08, "xã": 0.16}

PROMPT = 236  # of the 295: live on 10-4-2025 as planned; the others follow in May
BUILT, WENT_LIVE = date(2025, 4, 8), date(2025, 4, 10)
LATE_STEPS = (date(2025, 5, 5), date(2025, 5, 12), date(2025, 5, 19), date(2025, 5, 26))
MORE_FULL = ((date(2025, 4, 14), 38), (date(2025, 5, 12), 46))


def rows(procedures: list[dict[str, str]]) -> list[tuple]:
    """Rows of trang-thai-thu-tuc.csv for the procedures of thu-tuc.csv."""
    codes = [row["Mã TTHC"] for row in procedures]
    today, since, earlier = service_levels(procedures)
    at_first = [(code, "mức độ DVC", earlier[at] or today[at], BEGIN) for at, code in enumerate(codes)]
    raised = [(codes[at], "mức độ DVC", today[at], since[at]) for at in np.flatnonzero(earlier != "")]
    live, being_built = cross_boundary(procedures)
    listed = [(codes[at], "phi địa giới", state, CENTRE_OPENED) for at in live
              for state in ("danh mục", "xây dựng xong", "đang thực hiện")]  # fmt: skip
    widened = [(codes[at], "phi địa giới", "danh mục", LIST_WIDENED) for at in being_built]
    return [*at_first, *sorted(raised, key=lambda row: row[3]), *listed, *widened]


def rows_of_april(procedures: list[dict[str, str]]) -> list[tuple]:
    """Rows of trang-thai-thu-tuc-2025-04.csv: most of the 295 go live, more procedures become full."""
    _, being_built = cross_boundary(procedures)
    prompt = being_built[:PROMPT]
    return [*_built(procedures, prompt, [BUILT] * PROMPT, [WENT_LIVE] * PROMPT), *_fuller(procedures, 0)]


def rows_of_may(procedures: list[dict[str, str]]) -> list[tuple]:
    """Rows of trang-thai-thu-tuc-2025-05.csv: the rest of the 295, and more procedures become full."""
    _, being_built = cross_boundary(procedures)
    late = being_built[PROMPT:]
    days = [LATE_STEPS[n * len(LATE_STEPS) // len(late)] for n in range(len(late))]
    return [*_built(procedures, late, days, days), *_fuller(procedures, 1)]


def service_levels(procedures: list[dict[str, str]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each procedure's level at 31-3-2025, since when, and the level before ("" if it never changed)."""
    order = _ease_of_going_online(procedures)
    size = len(procedures)
    today = np.full(size, "cung cấp thông tin", dtype="<U20")
    today[order[:FULL]], today[order[FULL : FULL + PARTIAL]] = "toàn trình", "một phần"
    earlier, since = np.full(size, "", dtype="<U20"), np.full(size, None, dtype=object)
    chance = Chance("steps")
    lowest_full, lowest_partial = order[:FULL][::-1], order[FULL : FULL + PARTIAL][::-1]
    changes = (
        (lowest_full[WAS_INFORMATION_NOW_FULL:][:WAS_PARTIAL], "một phần"),
        (lowest_full[:WAS_INFORMATION_NOW_FULL], "cung cấp thông tin"),
        (lowest_partial[:WAS_INFORMATION_NOW_PARTIAL], "cung cấp thông tin"),
    )
    for changed, before in changes:
        earlier[changed] = before
        since[changed] = [STEPS[step] for step in chance.choose([1] * len(STEPS), len(changed))]
    return today, since, earlier


def cross_boundary(procedures: list[dict[str, str]]) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the 275 live procedures and of the 295 being built, the most asked for first.

    Only procedures that were online when they were listed.
    """
    today, _, earlier = service_levels(procedures)
    online = (today != "cung cấp thông tin") & (earlier != "cung cấp thông tin")
    levels = np.array([row["Cấp thực hiện"] for row in procedures])
    demand = traits(procedures).demand
    live, being_built = [], []
    for level in LIVE:
        candidates = np.flatnonzero(online & (levels == level))
        lucky = Chance("cross boundary " + level).uniform(len(candidates))
        order = candidates[np.argsort(-demand[candidates] * (0.35 + lucky), kind="stable")]
        live.append(order[: LIVE[level]])
        being_built.append(order[LIVE[level] :][: BEING_BUILT[level]])
    return np.concatenate(live), np.concatenate(being_built)


def _ease_of_going_online(procedures: list[dict[str, str]]) -> np.ndarray:
    """Positions from the easiest to the hardest: by demand, level and department, with much chance."""
    demand, rank = traits(procedures).demand, np.zeros(len(procedures))
    levels = np.array([row["Cấp thực hiện"] for row in procedures])
    for level in LEVEL_BONUS:
        of_level = np.flatnonzero(levels == level)
        by_demand = of_level[np.argsort(-demand[of_level], kind="stable")]
        rank[by_demand] = np.arange(len(by_demand)) / len(by_demand)
    owners = [int(row["Mã cơ quan chủ trì"][-2:]) for row in procedures]
    zeal = Chance("zeal of departments").uniform(16)[owners]
    bonus = np.array([LEVEL_BONUS[level] for level in levels])
    score = Chance("ease").uniform(len(procedures)) - 0.9 * rank + 0.35 * zeal + bonus
    score[[row["Mã TTHC"][0] != "9" for row in procedures]] += 2  # the known ones are asked for every day
    return np.argsort(-score, kind="stable")


def _built(procedures, positions, built: list[date], live: list[date]) -> list[tuple]:
    rows = []
    for at, built_on, live_on in zip(positions, built, live, strict=True):
        code = procedures[at]["Mã TTHC"]
        rows.append((code, "phi địa giới", "xây dựng xong", built_on))
        rows.append((code, "phi địa giới", "đang thực hiện", live_on))
    return rows


def _fuller(procedures, step: int) -> list[tuple]:
    today, _, _ = service_levels(procedures)
    order = _ease_of_going_online(procedures)
    partial = order[today[order] == "một phần"]
    start = sum(number for _, number in MORE_FULL[:step])
    since, number = MORE_FULL[step]
    return [(procedures[at]["Mã TTHC"], "mức độ DVC", "toàn trình", since)
            for at in partial[start : start + number]]  # fmt: skip
