"""The 1,877 procedures: a handful known by their national code, the rest plainly synthetic."""

from sample_data import sectors
from sample_data.agencies import department_code
from sample_data.sectors import SECTORS
from sample_data.split import by_weights

HEADER = ("Mã TTHC", "Tên TTHC", "Mã lĩnh vực", "Cấp thực hiện", "Mã cơ quan chủ trì", "Nội bộ")
LEVELS = ("tỉnh", "huyện", "xã")
KNOWN = {  # the first procedures of a sector and level; code and subject as on the national portal
    ("Chứng thực", "xã"): (("2.000815", "Chứng thực bản sao từ bản chính"),
                           ("2.000884", "Chứng thực chữ ký")),
    ("Hộ tịch", "xã"): (("1.001193", "Đăng ký khai sinh"), ("1.000894", "Đăng ký kết hôn"),
                        ("2.000635", "Cấp bản sao trích lục hộ tịch")),
    ("Thành lập và hoạt động của hộ kinh doanh", "huyện"): (("1.001612", "Đăng ký thành lập hộ kinh doanh"),),
}  # fmt: skip
TO_PROVINCE = ("Đất đai", "Giáo dục và đào tạo", "Hoạt động xây dựng", "Môi trường", "Quy hoạch, kiến trúc")


def rows() -> list[tuple]:
    """Rows of thu-tuc.csv, in order of level and sector."""
    made: list[tuple] = []
    totals = (sectors.PROVINCE, sectors.DISTRICT, sectors.COMMUNE)
    for level, total, field in zip(LEVELS, totals, ("province", "district", "commune"), strict=True):
        numbers = by_weights(total, [getattr(sector, field) for sector in SECTORS])
        for at, sector in enumerate(SECTORS):
            known = KNOWN.get((sector.name, level), ())
            for n in range(numbers[at]):
                code, name = known[n] if n < len(known) else _synthetic(len(made) + 1, sector.name)
                made.append((code, name, sectors.code(at), level, department_code(sector.owner), 0))
    return made


def rows_of_two_tiers() -> list[tuple]:
    """Rows of thu-tuc-2025-07.csv: each district procedure goes to the province or the communes.

    Which goes where is synthetic: the sectors named in TO_PROVINCE go up with every second procedure,
    all others down.
    """
    up = {sectors.code(at) for at, sector in enumerate(SECTORS) if sector.name in TO_PROVINCE}
    moved = [row for row in rows() if row[3] == "huyện"]
    return [(*row[:3], "tỉnh" if row[2] in up and at % 2 else "xã", *row[4:]) for at, row in enumerate(moved)]


def _synthetic(number: int, sector: str) -> tuple[str, str]:
    # 9.xxxxxx: the national portal's codes begin with 1, 2 or 3.
    return f"9.{number:06d}", f"Thủ tục mô phỏng {number:04d} – lĩnh vực {sector}"
