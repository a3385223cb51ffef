"""Where a dossier is handed in: at the agency that handles it, or at another unit's counter."""

from datetime import date

import numpy as np

from sample_data.agencies import TWO_TIERS
from sample_data.chance import Chance
from sample_data.units import PROVINCE, Units

TRIES_AWAY = 0.078  # of the dossiers of procedures that are live across boundaries
TRIES_AWAY_FROM_DEPARTMENT = 0.36
NEAR = 0.5  # of those who go elsewhere: to a counter of their own district first


def counters(month: date, units: Units, since: np.ndarray, unit, procedure, received) -> np.ndarray:
    """The unit whose counter took each dossier in.

    Away from home only where that counter had opened the procedure (`since`, from openings.py) by the
    day of receipt; who finds no such counter in three tries goes to the handling agency.
    """
    chance = Chance("handing in", month.year * 100 + month.month)
    at_department = units.level[unit] == PROVINCE
    away = chance.happens(np.where(at_department, TRIES_AWAY_FROM_DEPARTMENT, TRIES_AWAY))
    searching = np.flatnonzero(away & (since.min(axis=1)[procedure] <= received))
    every, starts, sizes = _counters_in_force(units, month)
    counter = unit.copy()
    for chance_of_near in (NEAR, NEAR, 0):
        near = chance.happens(np.full(len(searching), chance_of_near)) & ~at_department[searching]
        district = np.where(near, units.district[unit[searching]], -1)
        pick = chance.uniform(len(searching))
        start, size = starts[district], sizes[district]
        found = every[start + (pick * size).astype(np.int64)]
        open_there = since[procedure[searching], found] <= received[searching]
        settled = open_there & (found != unit[searching])
        counter[searching[settled]] = found[settled]
        searching = searching[~settled]
    return counter


def _counters_in_force(units: Units, month: date) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The counters by district, and where each district's begin and how many; the last entry is all."""
    if month >= TWO_TIERS:
        every = np.arange(units.new_communes.start, units.new_communes.stop)
    else:
        every = np.r_[units.old_communes, units.districts]
    every = every[np.argsort(units.district[every], kind="stable")]
    sizes = np.bincount(units.district[every], minlength=9)
    starts = np.cumsum(sizes) - sizes
    return every, np.append(starts, 0), np.append(sizes, len(every))
