"""Totals, sections, signatures, repeated headers, blank rows: what stands in a table and is no line of it."""

from tests.data_access.files.headers import LOWER, UNKNOWN, UPPER, at_line, made
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, TITLE, rows

WIDTH = len(COLUMNS)
BLANK = [""] * WIDTH


def under(name: str, *lines: list[str], told: tuple = (), **expected):
    """The usual file with rows below its two dossiers (lines 3 and 4)."""
    return made(
        name, [*rows(), *lines], problems=tuple((kind, line, None) for kind, line in told), **expected
    )


def among(name: str, *lines: list[str], told: tuple = (), **expected):
    """A file of these rows below title and header."""
    problems = tuple((kind, line, None) for kind, line in told)
    return made(name, [[TITLE], COLUMNS, *lines], problems=problems, **expected)


def numbered(name: str, *lines: list[str], told: tuple = (), **expected):
    """The same with a column STT before the others."""
    problems = tuple((kind, line, None) for kind, line in told)
    return made(name, [[TITLE], ["STT", *COLUMNS], *lines], problems=problems, dropped=("STT",), **expected)


def total(label: str, number: str = "", at: int = 1) -> list[str]:
    row = [label, *BLANK[1:]]
    row[at] = number
    return row


def digitised(label: str, number: str) -> list[str]:
    """A total below the column Số hóa thành phần."""
    return total(label, number, COLUMNS.index("Số hóa thành phần"))


FIRST, SECOND = ["1", *OPEN], ["2", *FINISHED]
TOTAL, DIFFERS, SECTION = "layout.total", "layout.total_differs", "layout.section"
SIGNED = [
    ["Nơi nhận:", *[""] * 7, "TM. ỦY BAN NHÂN DÂN"],
    ["- Sở Nội vụ;", *[""] * 7, "KT. CHỦ TỊCH"],
    ["- Lưu VT.", *[""] * 7, "Nguyễn Văn Bí Mật"],
]
SECRET = {"nowhere": ("Nguyễn Văn Bí Mật",)}

CASES = (
    among("blank rows between lines", OPEN, BLANK, [" "] * WIDTH, [], FINISHED),
    made("rows below blank rows keep their lines", [*rows(), BLANK, [], UNKNOWN], **at_line(7)),
    under("a total that agrees", total("Tổng cộng", "2"), told=((TOTAL, 5),)),
    under("a total in capitals with a colon and its number beside it", ["TỔNG CỘNG: 2 hồ sơ", *BLANK[1:]],
          told=((TOTAL, 5),)),
    under("a total that says one more than there are", total("Tổng số", "3"), told=((DIFFERS, 5),)),
    under("a total with thousands that differs", total("Cộng", "1.234"), told=((DIFFERS, 5),)),
    under("a total below a column of yes and no, added up", digitised("Cộng", "1"), told=((TOTAL, 5),)),
    under("a total below a column of yes and no that differs", digitised("Cộng", "2"), told=((DIFFERS, 5),)),
    under("a total without a number", ["Tổng cộng", *BLANK[1:]], told=((TOTAL, 5),)),
    under("of which: a part of a total", total("Tổng cộng", "2"), total("Trong đó", "1"),
          told=((TOTAL, 5), (TOTAL, 6))),
    among("a total above the lines", total("Tổng số", "2"), OPEN, FINISHED, told=((TOTAL, 3),)),
    among("a total between lines, and lines go on", OPEN, total("Cộng trang", ""), FINISHED,
          told=((TOTAL, 4),)),
    numbered("a total beside the column of numbers", FIRST, SECOND, ["", *total("Tổng cộng", "2")],
             told=((TOTAL, 5),)),
    numbered("a total in the column of numbers", FIRST, SECOND, ["Tổng cộng", "2", *BLANK[1:]],
             told=((TOTAL, 5),)),
    made("a total counts rejected lines as well", [*rows(), UNKNOWN, total("Tổng số", "3")],
         rejected=1, problems=(("procedure.unknown", 5, "Mã TTHC"), (TOTAL, 6, None))),
    among("sections with roman numbers", ["I. Cấp tỉnh", *BLANK[1:]], OPEN, ["II. Cấp xã", *BLANK[1:]],
          FINISHED, told=((SECTION, 3), (SECTION, 5))),
    among("sections by level", ["Cấp huyện", *BLANK[1:]], OPEN, ["CẤP XÃ", *BLANK[1:]], FINISHED,
          told=((SECTION, 3), (SECTION, 5))),
    numbered("sections in a numbered table", ["I", "Cấp huyện", *BLANK[1:]], FIRST,
             ["II", "Cấp xã", *BLANK[1:]], SECOND, told=((SECTION, 3), (SECTION, 5))),
    numbered("sections with letters", ["A", "Lĩnh vực hộ tịch", *BLANK[1:]], FIRST, SECOND,
             told=((SECTION, 3),)),
    among("the header again, as on every printed page", OPEN, COLUMNS, FINISHED,
          told=(("layout.header_again", 4),)),
    made("title and header again", [*rows(OPEN), [TITLE], COLUMNS, FINISHED],
         problems=(("layout.header_again", 4, None), ("layout.header_again", 5, None))),
    made("a row of numbers again", [*rows(OPEN), COLUMNS, [f"({n})" for n in range(1, WIDTH + 1)], FINISHED],
         problems=(("layout.header_again", 4, None),)),
    under("a signature block", BLANK, *SIGNED, told=(("layout.below", 6),), **SECRET),
    under("place and date above a signature", [*[""] * 5, "Bình Dương, ngày 05 tháng 4 năm 2025"], *SIGNED,
          told=(("layout.below", 5),), **SECRET),
    under("who made the list", ["Người lập biểu"], ["(Ký, ghi rõ họ tên)"], ["Nguyễn Văn Bí Mật"],
          told=(("layout.below", 5),), **SECRET),
    under("a footnote", ["* Số liệu đến ngày 31/03/2025"], told=(("layout.below", 5),)),
    under("a total and then a signature", total("Tổng cộng", "2"), BLANK, *SIGNED,
          told=((TOTAL, 5), ("layout.below", 7)), **SECRET),
    made("a signature on every page does not end the table",
         [*rows(OPEN), ["", "Người lập biểu"], COLUMNS, FINISHED],
         problems=(("layout.below", 4, None), ("layout.header_again", 5, None))),
    made("a damaged line after a signature is still rejected, not lost",
         [*rows(OPEN), ["Nơi nhận:"], ["", *OPEN[1:]], FINISHED], rejected=1,
         problems=(("layout.below", 4, None), ("cell.blank", 5, "Mã hồ sơ"))),
    made("a line whose code is blank is no total", [*rows(), ["", *OPEN[1:]]], rejected=1,
         problems=(("cell.blank", 5, "Mã hồ sơ"),)),
    made("a line whose code is the word for total is a line", [*rows(), ["Tổng cộng", *UNKNOWN[1:]]],
         rejected=1,
         problems=(("cell.personal", 5, "Mã hồ sơ"), ("procedure.unknown", 5, "Mã TTHC"))),
    made("a line whose code is a roman number is a line", [*rows(), ["IV", *UNKNOWN[1:]]],
         rejected=1, problems=(("procedure.unknown", 5, "Mã TTHC"),)),
    numbered("numbered rows without content are blank", FIRST, SECOND, ["3", *BLANK], ["4", *BLANK]),
    made("a two-row header again", [[TITLE], UPPER, LOWER, OPEN, UPPER, LOWER, FINISHED],
         problems=(("layout.header_again", 5, None), ("layout.header_again", 6, None))),
)  # fmt: skip
