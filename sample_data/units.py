"""The reporting units as the simulation holds them: arrays by unit number, old and new side by side."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

import numpy as np

from sample_data import agencies
from sample_data.csv_file import read_rows

CATALOGUES = Path(__file__).parent / "catalogues"
PROVINCE, DISTRICT, COMMUNE = 0, 1, 2


@dataclass(frozen=True, eq=False)
class Units:
    """Unit numbers follow the order of codes among units that report in the same month.

    First the 91 old communes, then the 36 new ones, the 9 districts, the 15 departments.
    """

    codes: np.ndarray
    level: np.ndarray
    district: np.ndarray  # 0 to 8; of a new commune the district that gave most; -1 for departments
    old_communes: ClassVar[slice] = slice(0, 91)
    new_communes: ClassVar[slice] = slice(91, 127)
    districts: ClassVar[slice] = slice(127, 136)
    departments: ClassVar[slice] = slice(136, 151)

    @cached_property
    def prefixes(self) -> list[str]:
        """What dossier codes of each unit begin with."""
        return [code if code.startswith("H09") else f"H09.{code}" for code in self.codes.tolist()]

    @cached_property
    def code_rank(self) -> np.ndarray:
        """The order of the codes; an old and a new commune of one code share their rank."""
        return np.unique(self.codes, return_inverse=True)[1].astype(np.int64)

    @cached_property
    def prefix_rank(self) -> np.ndarray:
        """The order of the prefixes: H09.06 comes before H09.718, though 718 comes before H09.06."""
        return np.unique(self.prefixes, return_inverse=True)[1].astype(np.int64)

    @cached_property
    def successors(self) -> list[list[int]]:
        """The new communes that took each unit over; of a district, those that stand in its place."""
        new = {code: 91 + at for at, code in enumerate(self.codes[self.new_communes].tolist())}
        found: list[list[int]] = [[] for _ in self.codes]
        for row in read_rows(CATALOGUES / "ke-thua-2025-07.csv"):
            found[self._old(row["Mã đơn vị cũ"])].append(new[row["Mã đơn vị mới"]])
        for unit in range(self.districts.start, self.districts.stop):
            of_district = self.district[self.new_communes] == self.district[unit]
            found[unit] = (91 + np.flatnonzero(of_district)).tolist()
        return found

    def _old(self, code: str) -> int:
        return int(np.searchsorted(self.codes[self.old_communes], code))


def units() -> Units:
    """The units of don-vi.csv that report, and the new communes."""
    rows = [row for row in read_rows(CATALOGUES / "don-vi.csv") if row["Nộp số liệu hồ sơ"] == "1"]
    of_level = {
        level: sorted((row["Mã đơn vị"], row["Mã đơn vị cấp trên"]) for row in rows if row["Cấp"] == level)
        for level in ("xã", "huyện", "tỉnh")
    }
    new = [(code, district) for code, _, district in agencies.new_communes()]
    listed = [*of_level["xã"], *new, *[(code, code) for code, _ in of_level["huyện"]], *of_level["tỉnh"]]
    level = np.repeat([COMMUNE, DISTRICT, PROVINCE], [127, 9, 15]).astype(np.int8)
    districts = [code for code, _ in of_level["huyện"]]
    district = np.array([districts.index(of) if of else -1 for _, of in listed], dtype=np.int8)
    return Units(np.array([code for code, _ in listed]), level, district)
