"""April to September 2025: what is uploaded by hand, month after month, and who hands over on 1-7-2025."""

from datetime import date

import numpy as np

from sample_data.agencies import LAST_OF_DISTRICTS
from sample_data.catalogue import Catalogue
from sample_data.dossiers import Dossiers
from sample_data.seasons import number
from sample_data.units import COMMUNE, Units

MONTHS = tuple(date(2025, m, 1) for m in range(4, 10))
LAST_OLD_MONTH = date(2025, 6, 1)
CATALOGUES_OF = {  # committed; they must be applied before the month's dossiers
    4: ("trang-thai-thu-tuc-2025-04.csv",),
    5: ("trang-thai-thu-tuc-2025-05.csv",),
    7: ("don-vi-2025-07.csv", "ke-thua-2025-07.csv", "diem-mot-cua-2025-07.csv", "thu-tuc-2025-07.csv"),
}
WITH_OPENINGS = (4, 5, 7)


def hand_over(dossiers: Dossiers, catalogue: Catalogue, units: Units) -> Dossiers:
    """Give what districts and old communes had open on 30-6-2025 to their successors.

    An old commune's go to the new one; where it was cut in two, by the parity of the dossier's number.
    A district's go where the procedure went: to the owning department, or to one of the new communes in
    the district's place, by the dossier's number. Codes and counters stay, but for dossiers that nobody
    had received yet: they are received by the successor.
    """
    unit = dossiers.unit.copy()
    for old in np.unique(unit[unit < units.departments.start]):
        mine = np.flatnonzero(unit == old)
        heirs = np.array(units.successors[old], dtype=unit.dtype)
        unit[mine] = heirs[dossiers.sequence[mine] % len(heirs)]
    goes_up = units.level[dossiers.unit] > 0
    goes_up &= catalogue.level_in_two_tiers[dossiers.procedure] != COMMUNE
    unit[goes_up] = units.departments.start + catalogue.department[dossiers.procedure[goes_up]]
    waiting = dossiers.received > number(LAST_OF_DISTRICTS)
    dossiers.counter[waiting] = unit[waiting]
    dossiers.unit = unit
    return dossiers
