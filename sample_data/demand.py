"""Which procedures are asked for, by unit and channel."""

from datetime import date

import numpy as np

from sample_data import seasons
from sample_data.catalogue import Catalogue
from sample_data.chance import Chance
from sample_data.units import COMMUNE, DISTRICT, PROVINCE, Units

OFFLINE_ONLY = 4  # on paper, procedures that cannot be filed online are so many times likelier


def procedures_asked_for(month: date, catalogue: Catalogue, units: Units, unit, online) -> np.ndarray:
    """A procedure for each dossier: of the level of its unit, and for a department of its own sectors.

    Online only what can be filed online on the first of the month.
    """
    pick = Chance("demand", month.year * 100 + month.month).uniform(len(unit))
    can = catalogue.online_from <= seasons.number(month)
    level = catalogue.level_on(month)
    of_level = {number: level == number for number in (PROVINCE, DISTRICT, COMMUNE)}
    groups = [(units.old_communes, of_level[COMMUNE]), (units.new_communes, of_level[COMMUNE]),
              (units.districts, of_level[DISTRICT])]  # fmt: skip
    for at in range(15):
        one = slice(units.departments.start + at, units.departments.start + at + 1)
        groups.append((one, of_level[PROVINCE] & (catalogue.department == at)))
    procedure = np.zeros(len(unit), dtype=np.int64)
    for group, offered in groups:
        inside = slice(*np.searchsorted(unit, (group.start, group.stop)))
        if inside.start < inside.stop:
            procedure[inside] = _pick(catalogue, offered, can, pick[inside], online[inside])
    return procedure


def _pick(catalogue: Catalogue, offered, can, pick, online) -> np.ndarray:
    chosen = np.zeros(len(pick), dtype=np.int64)
    for through, weights in (
        (online, np.where(can, catalogue.traits.demand, 0)),
        (~online, np.where(can, catalogue.traits.demand, catalogue.traits.demand * OFFLINE_ONLY)),
    ):
        bounds = np.cumsum(np.where(offered, weights, 0))
        chosen[through] = np.searchsorted(bounds, pick[through] * bounds[-1], side="right")
    return chosen
