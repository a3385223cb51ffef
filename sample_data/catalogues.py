"""Makes the committed catalogues that follow from reference/: python -m sample_data.catalogues

Those that were written by hand (targets, events, connections, reform items, monthly figures, statuses)
are left alone.
"""

from datetime import date
from pathlib import Path

from sample_data import agencies, procedures, sectors, states
from sample_data.csv_file import read_rows, titles, write_rows

FOLDER = Path(__file__).parent / "catalogues"
START, APRIL, MAY = date(2025, 3, 31), date(2025, 4, 30), date(2025, 5, 31)


def make(folder: Path = FOLDER) -> list[Path]:
    """Write every derived catalogue into a folder."""
    made = [
        _write(folder, "don-vi.csv", START, agencies.HEADER, agencies.at_the_start()),
        _write(folder, "diem-mot-cua.csv", START, agencies.POINT_HEADER, agencies.points()),
        _write(folder, "linh-vuc.csv", START, ("Mã lĩnh vực", "Tên lĩnh vực"),
               [(sectors.code(at), sector.name) for at, sector in enumerate(sectors.SECTORS)]),
        _write(folder, "thu-tuc.csv", START, procedures.HEADER, procedures.rows()),
    ]  # fmt: skip
    known = read_rows(folder / "thu-tuc.csv")
    return [
        *made,
        _write(folder, "trang-thai-thu-tuc.csv", START, states.HEADER, states.rows(known)),
        _write(folder, "trang-thai-thu-tuc-2025-04.csv", APRIL, states.HEADER, states.rows_of_april(known)),
        _write(folder, "trang-thai-thu-tuc-2025-05.csv", MAY, states.HEADER, states.rows_of_may(known)),
        _write(folder, "don-vi-2025-07.csv", agencies.TWO_TIERS, agencies.HEADER, agencies.two_tiers()),
        _write(folder, "ke-thua-2025-07.csv", agencies.TWO_TIERS, agencies.SUCCESSION_HEADER,
               agencies.successions()),
        _write(folder, "diem-mot-cua-2025-07.csv", agencies.TWO_TIERS, agencies.POINT_HEADER,
               agencies.points_of_two_tiers()),
        _write(folder, "thu-tuc-2025-07.csv", agencies.TWO_TIERS, procedures.HEADER,
               procedures.rows_of_two_tiers()),
    ]  # fmt: skip


def _write(folder: Path, name: str, as_of: date, header, rows) -> Path:
    return write_rows(folder / name, titles(as_of), header, rows)


if __name__ == "__main__":
    for path in make():
        print(path.name)
