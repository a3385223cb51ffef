"""Headers: where they stand, how they are spelled, merged, numbered."""

from tests.data_access.files.case import Case
from tests.data_access.files.delimiters import refused
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, TITLE, USUAL, rows, taken, text_of

WIDTH = len(COLUMNS)


def made(name: str, cells: list[list[str]], file: str = "ho-so.csv", **expected) -> Case:
    return taken(name, lambda: (file, text_of(cells).encode()), **expected)


def headed(name: str, *header: list[str], **expected) -> Case:
    return made(name, [[TITLE], *header, *USUAL], **expected)


def spelled(**other: str) -> list[str]:
    """The header with columns spelled otherwise; keys are those of the spellings below."""
    return [other.get(ALIKE.get(name, ""), name) for name in COLUMNS]


ALIKE = {"Mã hồ sơ": "code", "Mã TTHC": "procedure", "Ngày nộp": "submitted", "Trạng thái": "status",
         "Ngày hẹn trả": "due", "Mã đơn vị tiếp nhận": "counter"}  # fmt: skip
# Codes, then dates below a group of their own, then the rest.
UPPER = ["Mã hồ sơ", "Mã TTHC", "Mã đơn vị xử lý", "Mã đơn vị tiếp nhận", "Kênh nộp", "Ngày", "", "", "", "",
         "Trạng thái", "Số hóa thành phần", "Kết quả điện tử", "Phí", "", "Mức hài lòng"]  # fmt: skip
LOWER = ["", "", "", "", "", "nộp", "tiếp nhận", "hẹn trả", "kết thúc", "trả kết quả", "", "", "",
         "Có phí", "Thanh toán trực tuyến", ""]  # fmt: skip
TOP = ["Thông tin hồ sơ", *[""] * 4, "Thời gian", *[""] * 4, "Kết quả", *[""] * 5]
GROUPS = ["Hồ sơ", "", "Đơn vị", "", "Nộp", "", "Thời gian", *[""] * 9]
NUMBERS = [str(n) for n in range(1, WIDTH + 1)]
UNKNOWN = ["D3", "9.999999", *OPEN[2:]]


def at_line(line: int) -> dict:
    """A third dossier of an unknown procedure is rejected in this line."""
    return {"rejected": 1, "problems": (("procedure.unknown", line, "Mã TTHC"),)}


CASES = (
    made("no title row, the month in the file name", [COLUMNS, *USUAL], "ho so thang 3-2025.csv"),
    made("no title row, the month in figures in the file name", [COLUMNS, *USUAL], "hs_2025-03.csv"),
    made(
        "nine title rows: republic, motto, agency, report, period",
        [
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Độc lập - Tự do - Hạnh phúc"], [],
            ["UBND TỈNH BÌNH DƯƠNG"], ["DANH SÁCH HỒ SƠ"], ["(Kèm theo Báo cáo số 12/BC-UBND)"], [TITLE], [],
            [], COLUMNS, OPEN, FINISHED, UNKNOWN,
        ],
        **at_line(13),
    ),
    made("a header in line 40", [*[[]] * 38, [TITLE], COLUMNS, *USUAL]),
    refused("a header below line 40", text_of([*[[]] * 40, [TITLE], COLUMNS, *USUAL]), "file.no_header"),
    headed("headers in capitals", [name.upper() for name in COLUMNS]),
    headed("headers with spaces around and within", [f"  {name.replace(' ', '  ')} " for name in COLUMNS]),
    headed("headers with hard spaces", [name.replace(" ", "\u00a0") for name in COLUMNS]),
    headed("headers with zero-width spaces and a byte order mark", [f"\ufeff{n}\u200b" for n in COLUMNS]),
    headed("headers with a colon, a star, a line break", [f"{n}:*" for n in COLUMNS[:8]] + [
        name.replace(" ", "\n") for name in COLUMNS[8:]]),
    headed("aliases of headers", spelled(code="Số hồ sơ", procedure="Mã thủ tục", due="Hạn trả",
                                         status="Trạng thái hồ sơ", counter="Đơn vị tiếp nhận")),
    made("columns in another order", [[TITLE], *([*row[8:], *row[:8]] for row in [COLUMNS, *USUAL])]),
    made("an empty first column", [["", *row] for row in rows()]),
    made("an empty column in the middle", [[*row[:3], "", *row[3:]] for row in rows()]),
    made("three empty columns before a column of numbers", [
        ["", "", "", TITLE], ["", "", "", "STT", *COLUMNS],
        *(["", "", "", str(n), *row] for n, row in enumerate(USUAL, 1))], dropped=("STT",)),
    made("a column TT with a dot", [[TITLE], ["TT", *COLUMNS], *([f"{n}.", *row] for n, row in
                                                                 enumerate(USUAL, 1))], dropped=("TT",)),
    headed("two rows, groups above their parts", UPPER, LOWER),
    headed("two rows and a third that numbers them in brackets", UPPER, LOWER, [f"({n})" for n in NUMBERS]),
    headed("three rows, each part under a group under a group", TOP, UPPER, LOWER),
    headed("groups above complete headers", GROUPS, COLUMNS),
    made("rows below a header of three rows keep their lines",
         [[TITLE], TOP, UPPER, LOWER, OPEN, FINISHED, UNKNOWN], **at_line(7)),
    headed("a row (1) (2) (3)", COLUMNS, [f"({n})" for n in NUMBERS]),
    headed("a row 1 2 3", COLUMNS, NUMBERS),
    headed("a row A B 1 2", COLUMNS, ["A", "B", *NUMBERS[:-2]]),
    headed("a row (1) (2) (3)=(1)+(2)", COLUMNS,
           ["(1)", "(2)", "(3)=(1)+(2)", *(f"({n})" for n in NUMBERS[3:])]),
    made("rows below a row of numbers keep their lines",
         [[TITLE], COLUMNS, NUMBERS, OPEN, FINISHED, UNKNOWN], **at_line(6)),
    headed("columns that no contract names", [*COLUMNS, "Tên thủ tục", "Cán bộ thụ lý"],
           dropped=("Tên thủ tục", "Cán bộ thụ lý")),
    refused("a required column is missing", text_of([[TITLE], spelled(due="Hẹn"), *USUAL]),
            "file.missing_columns"),
    refused("a header twice", text_of([[TITLE], spelled(due="Ngày nộp"), *USUAL]), "file.header_twice"),
    refused("no header that anything knows", "a;b;c\n1;2;3\n", "file.no_header"),
    refused("only a header", text_of([[TITLE], COLUMNS]), "file.no_lines"),
    refused("a header and blank lines", text_of([[TITLE], COLUMNS, [], [""] * WIDTH, [" "] * WIDTH]),
            "file.no_lines"),
    refused("no month anywhere", text_of([COLUMNS, *USUAL]), "file.no_month"),
)  # fmt: skip
