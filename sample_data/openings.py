"""Which procedures each one-stop counter accepts for other agencies, since when.

Synthetic, and uneven on purpose: towns accept much, rural districts little, so that there are gaps to see.
"""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from sample_data import seasons
from sample_data.agencies import TWO_TIERS
from sample_data.catalogue import Catalogue
from sample_data.chance import Chance
from sample_data.csv_file import titles, write_table
from sample_data.seasons import NEVER
from sample_data.units import Units

# Share of the live procedures that a counter accepts, for districts 718 to 726.
COVERAGE = (0.80, 0.36, 0.24, 0.50, 0.19, 0.54, 0.72, 0.62, 0.29)
BRANCH_BONUS, IN_TWO_TIERS_BONUS = 0.15, 0.12
FIRST_STEPS = ((date(2024, 12, 2), 74), (date(2025, 1, 6), 9), (date(2025, 2, 10), 10), (date(2025, 3, 3), 7))


def openings(catalogue: Catalogue, units: Units) -> np.ndarray:
    """Day since when each unit (column) accepts each procedure (row) for others; NEVER if it does not."""
    shape = (len(catalogue.codes), len(units.codes))
    share = np.array([*COVERAGE, 0.0])[units.district]
    share[units.districts] += BRANCH_BONUS
    share[units.new_communes] += IN_TWO_TIERS_BONUS
    eagerness = Chance("eagerness of counters").uniform(shape[1]) * 0.3 + 0.85
    ease = Chance("ease of accepting").uniform(shape[0]) * 0.8 + 0.6
    accepts = Chance("openings").uniform(shape) < np.outer(ease, share * eagerness)
    days, weights = zip(*FIRST_STEPS, strict=True)
    steps = np.array([seasons.number(day) for day in days], dtype=np.int16)
    step = steps[np.searchsorted(np.cumsum(weights), Chance("opening days").uniform(shape) * 100, "right")]
    since = np.maximum(step, catalogue.live_from[:, None])
    since[:, units.new_communes] = np.maximum(seasons.number(TWO_TIERS), catalogue.live_from[:, None])
    since[~accepts | (catalogue.live_from == NEVER)[:, None]] = NEVER
    return since


def write(path: Path, catalogue: Catalogue, units: Units, since: np.ndarray, first: date, last: date) -> Path:
    """The extract of the openings between two days (both included), as of the last."""
    days = np.array(seasons.day_texts("%d/%m/%Y"))
    procedure, counter = np.nonzero((since >= seasons.number(first)) & (since <= seasons.number(last)))
    order = np.lexsort((procedure, counter))
    procedure, counter = procedure[order], counter[order]
    table = pl.DataFrame({
        "Mã TTHC": pl.Series(catalogue.codes).gather(procedure),
        "Mã đơn vị tiếp nhận": pl.Series(units.codes.tolist()).gather(counter),
        "Mở từ ngày": pl.Series(days.tolist()).gather(since[procedure, counter]),
        "Đóng từ ngày": pl.Series([None] * len(procedure), dtype=pl.String),
    })  # fmt: skip
    return write_table(path, titles(last), table)
