"""How each unit works in a month: lateness, digitisation, payments. All synthetic.

The story to be found: three units are visibly late and get worse towards March, while digitisation and
online payment rise everywhere.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from sample_data.chance import Chance
from sample_data.units import DISTRICT, PROVINCE, Units

STRUGGLING = {  # late in a hundred, November 2024 to September 2025
    "H09.06": (7, 7, 8, 10, 15, 15, 13, 11, 12, 10, 9),
    "725": (5, 5, 6, 9, 13, 14, 12, 10, 10, 10, 10),
    "25951": (3, 3, 4, 7, 11, 10, 8, 6, 6, 5, 5),
    "25822": (4, 4, 6, 8, 12, 11, 9, 7, 8, 7, 6),
}
LATE = {PROVINCE: 2.6, DISTRICT: 2.2}  # in a hundred
LATE_COMMUNE = 1.3
STUCK_OF_LATE = 0.11  # of the late ones, left lying for weeks
DIGITISED_INPUT = (0.71, 0.74, 0.77, 0.81, 0.85, 0.87, 0.88, 0.90, 0.83, 0.88, 0.90)
DIGITISED_RESULT = (0.63, 0.66, 0.69, 0.73, 0.78, 0.80, 0.82, 0.84, 0.78, 0.83, 0.86)
PAID_ONLINE = (0.45, 0.48, 0.52, 0.55, 0.59, 0.61, 0.63, 0.64, 0.60, 0.65, 0.68)


@dataclass(frozen=True)
class Behaviour:
    """Probabilities by unit number."""

    late: np.ndarray
    stuck: np.ndarray
    digitised_input: np.ndarray
    digitised_result: np.ndarray
    paid_online: np.ndarray


def behaviour(units: Units, month: date) -> Behaviour:
    """How the units work on what they receive in the month."""
    at = (month.year - 2024) * 12 + month.month - 11  # November 2024 is 0
    size = len(units.codes)
    care = Chance("care of units").uniform((4, size))
    base = np.array([LATE.get(level, LATE_COMMUNE) for level in units.level.tolist()])
    late = base * (0.4 + 1.2 * care[0]) / 100
    for code, in_a_hundred in STRUGGLING.items():
        late[units.codes == code] = in_a_hundred[at] / 100
    return Behaviour(
        late,
        late * STUCK_OF_LATE,
        np.clip(DIGITISED_INPUT[at] + (care[1] - 0.5) * 0.24, 0, 0.99),
        np.clip(DIGITISED_RESULT[at] + (care[2] - 0.5) * 0.28, 0, 0.99),
        np.clip(PAID_ONLINE[at] + (care[3] - 0.5) * 0.30, 0, 0.97),
    )
