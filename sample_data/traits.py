"""What the simulation knows of each procedure beside its catalogue entry: demand, days allowed, fee."""

from dataclasses import dataclass

import numpy as np

from sample_data.chance import Chance

KNOWN_DEMAND = {  # per mille of the demand at its level
    "2.000815": 270, "2.000884": 120, "2.000635": 90, "1.001193": 70, "1.000894": 40, "1.001612": 130,
}  # fmt: skip
KNOWN_DAYS = {"2.000815": 0, "2.000884": 0, "2.000635": 1, "1.001193": 1, "1.000894": 3, "1.001612": 3}
KNOWN_FEE = {"2.000815": 45, "2.000884": 40, "2.000635": 60, "1.001193": 0, "1.000894": 0, "1.001612": 97}

DAYS = {  # working days allowed, and how many procedures in a hundred have that many
    "tỉnh": ((1, 3, 5, 7, 10, 15, 20), (6, 20, 28, 20, 14, 8, 4)),
    "huyện": ((1, 2, 3, 5, 7, 10, 15), (10, 14, 28, 24, 12, 8, 4)),
    "xã": ((0, 1, 2, 3, 5, 10), (32, 30, 14, 14, 7, 3)),
}
FEE = {"tỉnh": 44, "huyện": 36, "xã": 22}  # procedures in a hundred that cost a fee
OPEN_ENDED = 12  # flattens the head of the demand curve


@dataclass(frozen=True)
class Traits:
    """Arrays in the order of thu-tuc.csv."""

    demand: np.ndarray  # weight within level (and department)
    days: np.ndarray  # working days allowed
    fee: np.ndarray  # probability that a dossier costs a fee


def traits(rows: list[dict[str, str]]) -> Traits:
    """The traits of the procedures of thu-tuc.csv, the same for the same rows."""
    levels = np.array([row["Cấp thực hiện"] for row in rows])
    owners = np.array([row["Mã cơ quan chủ trì"] for row in rows])
    codes = [row["Mã TTHC"] for row in rows]
    chance = Chance("traits")
    demand, days, fee = (np.zeros(len(rows), dtype=np.int64) for _ in range(3))
    groups = [levels == "huyện", levels == "xã"]
    groups += [(levels == "tỉnh") & (owners == owner) for owner in sorted(set(owners))]
    for group in groups:
        size = int(group.sum())
        if not size:
            continue
        rank = np.argsort(np.argsort(chance.uniform(size), kind="stable"), kind="stable")
        demand[group] = 10_000_000 // (rank + OPEN_ENDED) ** 2
        level = levels[group][0]
        allowed, weights = DAYS[level]
        days[group] = np.array(allowed)[chance.choose(weights, size)]
        fee[group] = np.where(chance.uniform(size) * 100 < FEE[level], 92, 0)
    _put_known(codes, levels, demand, days, fee)
    return Traits(demand, days, fee / 100)


def _put_known(codes, levels, demand, days, fee) -> None:
    for level in ("huyện", "xã"):
        known = {c: share for at, (c, share) in enumerate(KNOWN_DEMAND.items())
                 if c in codes and levels[codes.index(c)] == level}  # fmt: skip
        at = np.array([codes.index(code) for code in known])
        others = levels == level
        others[at] = False
        rest = 1000 - sum(known.values())
        demand[others] = demand[others] * rest * 1000 // demand[others].sum()
        demand[at] = [share * 1000 for share in known.values()]
        demand[others] = np.maximum(demand[others], 1)
    for code in KNOWN_DAYS:
        at = codes.index(code)
        days[at], fee[at] = KNOWN_DAYS[code], KNOWN_FEE[code]
