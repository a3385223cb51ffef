"""Makes the example files of broken/, one fault each: python -m sample_data.faults

All state April 2025 for three agencies, so that none of them replaces what the sample province holds.
"""

import io
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import xlsxwriter

FOLDER = Path(__file__).parent / "broken"
TITLES = (
    "DỮ LIỆU MÔ PHỎNG – Tỉnh mẫu Bình Dương",
    "Kỳ số liệu: tháng 04/2025 – Số liệu đến ngày 30/04/2025",
)
HEADER = (
    "Mã hồ sơ", "Mã TTHC", "Mã đơn vị xử lý", "Mã đơn vị tiếp nhận", "Kênh nộp", "Ngày nộp", "Ngày tiếp nhận",
    "Ngày hẹn trả", "Ngày kết thúc", "Ngày trả kết quả", "Trạng thái", "Số hóa thành phần", "Kết quả điện tử",
    "Có phí", "Thanh toán trực tuyến", "Mức hài lòng",
)  # fmt: skip
# In the order of HEADER; every day is one of 2025, - is a blank cell.
GOOD = (
    "H09.25747-250402-0001 2.000815 25747 25747 2 02/04 02/04 02/04 02/04 02/04 10 1 1 1 1 5",
    "H09.25747-250403-0001 2.000635 25747 25750 2 03/04 03/04 04/04 04/04 04/04 10 1 1 0 0 -",
    "H09.25747-250403-0002 1.001193 25747 25747 1 03/04 03/04 04/04 04/04 - 9 1 1 0 0 -",
    "H09.718-250401-0001 1.001612 718 718 2 01/04 01/04 04/04 03/04 03/04 10 1 1 1 1 4",
    "H09.718-250408-0001 1.001612 718 718 2 08/04 09/04 14/04 15/04 15/04 10 1 0 1 0 -",
    "H09.718-250428-0001 1.001612 718 718 3 28/04 28/04 07/05 - - 4 0 - 1 0 -",
    "H09.03-250414-0001 9.000009 H09.03 H09.03 2 14/04 14/04 21/04 18/04 18/04 10 1 1 0 0 5",
    "H09.03-250429-0001 9.000009 H09.03 H09.03 2 29/04 - - - - 1 1 - 0 0 -",
)
FIRST = 0  # the line that most faults are put into
NAMES = {"25747": "Phường Phú Cường", "718": "Thành phố Thủ Dầu Một", "H09.03": "Sở Tư pháp"}

Rows = list[list[str]]


def make(folder: Path = FOLDER) -> list[Path]:
    """Write every example into a folder; README.md there says what each should do."""
    folder.mkdir(exist_ok=True)
    for number, (name, content) in enumerate(_examples(), start=1):
        (folder / f"{number:02d}-{name}").write_bytes(content)
    return sorted(folder.glob("[0-9]*"))


def _examples() -> list[tuple[str, bytes]]:
    twice = [*_good(), _good()[FIRST]]
    differing = [*_good(), _with({"Trạng thái": "9", "Ngày trả kết quả": ""})[FIRST]]
    return [
        ("don-vi-khong-co.csv", _csv(_with({"Mã đơn vị xử lý": "25748", "Mã đơn vị tiếp nhận": "25747"}))),
        ("thu-tuc-khong-co.csv", _csv(_with({"Mã TTHC": "2.999999"}))),
        ("ket-thuc-truoc-tiep-nhan.csv", _csv(_with({"Ngày kết thúc": "01/04/2025"}))),
        ("ngoai-ky.csv", _csv(_with(dict.fromkeys(HEADER[5:10], "06/05/2025")))),
        ("trang-thai-la.csv", _csv(_with({"Trạng thái": "Đã bổ sung – chờ tiếp nhận"}))),
        ("trung-giong-nhau.csv", _csv(twice)),
        ("trung-khac-nhau.csv", _csv(differing)),
        ("thieu-cot.csv", _csv(*_without("Ngày tiếp nhận"))),
        ("tieu-de-sai-chinh-ta.csv", _csv(_good(), [h.replace("hẹn trả", "hện chả") for h in HEADER])),
        ("tep-rong.csv", b""),
        ("khong-phai-csv.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        ("phong-chu-tcvn3.csv", _tcvn3(_text(_good(), HEADER))),
        ("so-giay-to-trong-o.csv", _csv(_with({"Mã hồ sơ": "H09.25747-250402-0001 CCCD 000000000000"}))),
        ("cot-ca-nhan.csv", _csv(*_with_personal_columns())),
        ("ngay-sai.csv", _csv(_with({"Ngày hẹn trả": "31/02/2025"}))),
        ("da-xong-thieu-ngay-ket-thuc.csv", _csv(_with({"Ngày kết thúc": "", "Ngày trả kết quả": ""}))),
        ("dau-cham-phay.csv", _csv(_good(), separator=";")),
        ("windows-1258.csv", _windows_1258(_text(_good(), HEADER))),
        ("hop-le.xlsx", _workbook()),
        ("ten-khac-ma.csv", _csv(*_with_names())),
    ]


def _good() -> Rows:
    rows = [["" if cell == "-" else cell for cell in line.split(" ")] for line in GOOD]
    return [[f"{cell}/2025" if "/" in cell else cell for cell in row] for row in rows]


def _with(changes: dict[str, str], line: int = FIRST) -> Rows:
    """The good lines with one of them changed."""
    rows = _good()
    for header, cell in changes.items():
        rows[line][HEADER.index(header)] = cell
    return rows


def _without(header: str) -> tuple[Rows, list[str]]:
    at = HEADER.index(header)
    return [row[:at] + row[at + 1 :] for row in _good()], [h for h in HEADER if h != header]


def _with_personal_columns() -> tuple[Rows, list[str]]:
    # Nobody: the number is all zeros, the name the one of the forms' instructions.
    rows = [[row[0], "Nguyễn Văn A", "000000000000", "0000000000", *row[1:]] for row in _good()]
    return rows, [HEADER[0], "Chủ hồ sơ", "Số giấy tờ", "Số điện thoại", *HEADER[1:]]


def _with_names() -> tuple[Rows, list[str]]:
    rows = [[*row, NAMES[row[2]]] for row in _good()]
    rows[FIRST][-1] = "Phường Phú Thọ"
    return rows, [*HEADER, "Tên đơn vị xử lý"]


def _text(rows: Rows, header, separator: str = ",") -> str:
    lines = [*TITLES, separator.join(header), *(separator.join(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _csv(rows: Rows, header=HEADER, separator: str = ",") -> bytes:
    return b"\xef\xbb\xbf" + _text(rows, header, separator).encode()


def _windows_1258(text: str) -> bytes:
    """As Windows writes it: the letter with its hat, then the tone as a sign of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        written.append(base + "".join(part for part in parts if part in tones))
    return "".join(written).encode("cp1258")


def _workbook() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(2025, 5, 5)})  # the same bytes whenever it is made
    sheet = book.add_worksheet("Hồ sơ")
    for at, title in enumerate(TITLES):
        sheet.write_string(at, 0, title)
    for row, cells in enumerate([HEADER, *_good()], start=len(TITLES)):
        for column, cell in enumerate(cells):
            _put(sheet, row, column, cell)
    book.close()
    return stream.getvalue()


def _put(sheet, row: int, column: int, cell: str) -> None:
    # Channel, status and flags as numbers, as Excel would keep them; codes and dates as text.
    write: Callable = sheet.write_number if cell.isdigit() and len(cell) < 3 else sheet.write_string
    write(row, column, int(cell) if write == sheet.write_number else cell)


# The letters of TCVN3 (ABC), a font encoding of the nineties: each stands where Latin-1 has another.
_LETTERS = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ"
_PLACES = (
    "B5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8DCDDDEDFE1E2E3E4E5E6E7E8E9EAEBECEDEE"
    "EFF1F2F3F4F5F6F7F8F9FAFBFCFDFEA8A9AAABACADAEA1A2A3A4A5A6A7"
)
_TCVN3 = str.maketrans(_LETTERS, bytes.fromhex(_PLACES).decode("latin-1"))


def _tcvn3(text: str) -> bytes:
    """Capitals with a tone are small letters there, shown in a font of capitals; there is no long dash."""
    lowered = "".join(letter if letter in _LETTERS else _small(letter) for letter in text)
    return lowered.translate(_TCVN3).encode("latin-1")


def _small(letter: str) -> str:
    return letter.lower() if letter.lower() in _LETTERS else letter.translate({ord("–"): "-", ord("·"): "-"})


if __name__ == "__main__":
    for path in make():
        print(path.name)
