"""The units of the province, before and after 1-7-2025, from the facts in reference/.

Codes of departments and vertical agencies are synthetic; districts and communes bear the statistics
office's. No source tells when the units were founded, so all begin on the sample's first day.
"""

from datetime import date
from pathlib import Path

from sample_data.csv_file import read_rows

REFERENCE = Path(__file__).parent / "reference"
BEGIN, LAST_OF_DISTRICTS, TWO_TIERS = date(2024, 12, 1), date(2025, 6, 30), date(2025, 7, 1)

DEPARTMENTS = (
    "Văn phòng UBND tỉnh",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Thanh tra tỉnh",
    "Sở Ngoại vụ",
    "Sở Dân tộc và Tôn giáo",
    "Ban Quản lý các khu công nghiệp Bình Dương",
)
VERTICAL = 6
TILES = {  # row and column of each district, in geographic order
    "720": (1, 1), "719": (1, 2), "722": (1, 3),
    "721": (2, 1), "723": (2, 2), "726": (2, 3),
    "718": (3, 1), "725": (3, 2), "724": (3, 3),
}  # fmt: skip
TILES_OF_TWO_TIERS = (  # the 36 in six rows, roughly as they lie: a scheme of ours, no map
    ("25780", "25792", "25819", "25822", "25867", "25864"),
    ("25777", "25807", "25840", "25813", "25882", "25858"),
    ("25843", "25846", "25837", "25912", "25915", "25906"),
    ("25768", "25771", "25849", "25760", "25888", "25909"),
    ("25747", "25750", "25969", "25975", "25891", "25920"),
    ("25978", "25966", "25987", "25942", "25951", "25945"),
)

HEADER = ("Mã đơn vị", "Tên đơn vị", "Cấp", "Loại", "Mã đơn vị cấp trên", "Hiệu lực từ", "Hiệu lực đến",
          "Nộp số liệu hồ sơ")  # fmt: skip
POINT_HEADER = ("Mã đơn vị", "Hiệu lực từ", "Tên", "Loại", "Hàng", "Cột")
SUCCESSION_HEADER = ("Mã đơn vị cũ", "Hiệu lực cũ từ", "Mã đơn vị mới", "Hiệu lực mới từ", "Kiểu")


def department_code(owner: int) -> str:
    return f"H09.{owner:02d}"


def at_the_start() -> list[tuple]:
    """Rows of don-vi.csv: every unit in force from 1-12-2024."""
    kinds = ["sở ban ngành"] * 14 + ["ban quản lý"]
    departments = [
        (department_code(n), name, "tỉnh", kind, "", BEGIN, "", 1)
        for n, (name, kind) in enumerate(zip(DEPARTMENTS, kinds, strict=True), start=1)
    ]
    vertical = [
        (f"ND.{n}", f"Cơ quan ngành dọc {n}", "ngành dọc", "ngành dọc", "", BEGIN, "", 0)
        for n in range(1, VERTICAL + 1)
    ]
    return [*departments, *_districts(""), *_communes(""), *vertical]


def two_tiers() -> list[tuple]:
    """Rows of don-vi-2025-07.csv: districts and old communes end, the 36 new communes begin."""
    new = [
        (unit["ma_xa_moi"], unit["ten_xa_moi"], "xã", "phường xã", "", TWO_TIERS, "", 1)
        for unit in read_rows(REFERENCE / "new_units_36.csv", skip=0)
    ]
    return [*_districts(LAST_OF_DISTRICTS), *_communes(LAST_OF_DISTRICTS), *new]


def successions() -> list[tuple]:
    """Rows of ke-thua-2025-07.csv: each old commune and the new one or two that took it over.

    Districts have no successor: what they did went to communes and departments, procedure by procedure.
    """
    return [
        (unit["ma_xa_cu"], BEGIN, unit["ma_xa_moi"], TWO_TIERS, unit["kieu"])
        for unit in read_rows(REFERENCE / "old_communes_91.csv", skip=0)
    ]


def points() -> list[tuple]:
    """Rows of diem-mot-cua.csv: 9 branches and 91 reception points."""
    branches = [
        (district, BEGIN, f"Chi nhánh {_bare(name)}", "chi nhánh", *TILES[district])
        for district, name in _district_names().items()
    ]
    receptions = [
        (code, BEGIN, f"Điểm tiếp nhận {name}", "điểm tiếp nhận", *TILES[district])
        for code, name, district in old_communes()
    ]
    return [*branches, *receptions]


def points_of_two_tiers() -> list[tuple]:
    """Rows of diem-mot-cua-2025-07.csv: one reception point and one tile a unit."""
    tiles = {
        code: (row, column)
        for row, codes in enumerate(TILES_OF_TWO_TIERS, start=1)
        for column, code in enumerate(codes, start=1)
    }
    return [
        (code, TWO_TIERS, f"Điểm tiếp nhận {name}", "điểm tiếp nhận", *tiles[code])
        for code, name, _ in new_communes()
    ]


def old_communes() -> list[tuple[str, str, str]]:
    """Code, name and district of each of the 91, in order of code."""
    rows = read_rows(REFERENCE / "old_communes_91.csv", skip=0)
    return sorted({(row["ma_xa_cu"], row["ten_xa_cu"], row["ma_huyen_cu"]) for row in rows})


def new_communes() -> list[tuple[str, str, str]]:
    """Code, name and the old district that gave most (then the first whole part) of each of the 36."""
    rows = read_rows(REFERENCE / "old_communes_91.csv", skip=0)
    named = {row["ma_xa_moi"]: row["ten_xa_moi"] for row in rows}
    return [(code, named[code], _main_district(code, rows)) for code in sorted(named)]


def _main_district(code: str, rows: list[dict[str, str]]) -> str:
    parts = [row for row in rows if row["ma_xa_moi"] == code]
    weights: dict[str, int] = {}
    for row in parts:
        weight = 2 if row["kieu"] == "toàn bộ" else 1
        weights[row["ma_huyen_cu"]] = weights.get(row["ma_huyen_cu"], 0) + weight
    return max(weights, key=lambda district: (weights[district], -int(district)))


def _district_names() -> dict[str, str]:
    rows = read_rows(REFERENCE / "old_communes_91.csv", skip=0)
    return dict(sorted({(row["ma_huyen_cu"], row["ten_huyen_cu"]) for row in rows}))


def _districts(until) -> list[tuple]:
    return [
        (code, name, "huyện", "quận huyện", "", BEGIN, until, 1) for code, name in _district_names().items()
    ]


def _communes(until) -> list[tuple]:
    return [(code, name, "xã", "phường xã", of, BEGIN, until, 1) for code, name, of in old_communes()]


def _bare(name: str) -> str:
    return name.removeprefix("Thành phố ").removeprefix("Huyện ")
