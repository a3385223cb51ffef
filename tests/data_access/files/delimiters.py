"""Delimiters, line ends, quotes: the shapes of a CSV."""

import gzip

from tests.data_access.files.case import Case
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, STORED, TITLE, rows, taken, text_of


def written(name: str, text: str, file: str = "ho-so.csv", **expected) -> Case:
    return taken(name, lambda: (file, text.encode()), **expected)


def refused(name: str, content: str | bytes, key: str, file: str = "ho-so.csv") -> Case:
    content = content if isinstance(content, bytes) else content.encode()
    return Case(name, lambda: (file, content), refused=key)


def renamed(code: str) -> dict:
    """The stored dossiers where the first has another code."""
    return {code: STORED["D1"], "D2": STORED["D2"]}


def with_code(code: str) -> list[list[str]]:
    return rows([code, *OPEN[1:]], FINISHED)


PLAIN = text_of(rows())
COMMAS_IN_NAMES = [
    [TITLE],
    [*COLUMNS, "Tên đơn vị xử lý", "Tên thủ tục"],
    [*OPEN, "Xã An Bình", "Khai sinh, khai tử, kết hôn, hộ tịch, cư trú, bảo hiểm"],
    [*FINISHED, "Xã Hòa Bình", "Đất, nhà, rừng, biển, sông"],
]
UNREAD = {"dropped": ("Tên thủ tục",)}

CASES = (
    written("commas", PLAIN),
    written("semicolons, as Vietnamese Excel writes", text_of(rows(), ";")),
    written("tabs", text_of(rows(), "\t")),
    written("tabs in a file called .xls", text_of(rows(), "\t"), "bao-cao.xls"),
    written("upright strokes", text_of(rows(), "|")),
    written("semicolons, and more commas in the names", text_of(COMMAS_IN_NAMES, ";"), **UNREAD),
    written("names with commas in quotes", text_of(COMMAS_IN_NAMES), **UNREAD),
    written("every cell in quotes", text_of(rows(), quoting=1)),
    written("lines that end in CR LF", text_of(rows(), newline="\r\n")),
    written("lines that end in CR alone", text_of(rows(), newline="\r")),
    written("lines that end now so, now so", PLAIN.replace("\n", "\r\n", 2)),
    written("no line end after the last line", PLAIN.rstrip("\n")),
    written("blank lines after the last line", PLAIN + "\n\n\n"),
    written("a line that says sep=;", "sep=;\n" + text_of(rows(), ";")),
    written("sep=, where names hold many commas", "sep=,\n" + text_of(COMMAS_IN_NAMES), **UNREAD),
    written("SEP= in quotes and with a tab", '"SEP=\t"\r\n' + text_of(rows(), "\t", "\r\n")),
    written(
        "a line that says sep= is not counted, as in Excel",
        "sep=;\n" + text_of(rows(OPEN, FINISHED, ["D3", "9.999999", *OPEN[2:]]), ";"),
        rejected=1, problems=(("procedure.unknown", 5, "Mã TTHC"),),
    ),
    written("a line break in quotes is part of a cell", text_of(with_code("D\n1")), stored=renamed("D\n1")),
    written("CR LF in quotes is one line break", text_of(with_code("D\r\n1")), stored=renamed("D\n1")),
    written(
        "a line break in quotes makes no line of the spreadsheet",
        text_of(rows(["D\n1", *OPEN[1:]], FINISHED, ["D3", "9.999999", *OPEN[2:]])),
        stored=renamed("D\n1"), rejected=1, problems=(("procedure.unknown", 5, "Mã TTHC"),),
    ),
    written("a line break in a header", PLAIN.replace("Mã hồ sơ,", '"Mã\nhồ sơ",')),
    written("a doubled quote is a quote", text_of(with_code('D"1')), stored=renamed('D"1')),
    written("a quote within a cell without quotes", PLAIN.replace("D1", 'D"1'), stored=renamed('D"1')),
    written(
        "a line with more cells than headers",
        text_of(rows(OPEN, FINISHED, [*OPEN, "", "thừa"])),
        rejected=1, problems=(("line.too_many_cells", 5, None),),
    ),
    written("blank cells beyond the headers", text_of(rows([*OPEN, "", ""], [*FINISHED, "  "]))),
    written("lines that leave out their last blank cells", PLAIN.replace("1,,0,0,\n", "1,,0,0\n")),
    taken("packed as .csv.gz", lambda: ("ho-so.csv.gz", gzip.compress(PLAIN.encode()))),
    taken(
        "packed in two pieces, one after another",
        lambda: ("x.gz", gzip.compress(PLAIN[:99].encode()) + gzip.compress(PLAIN[99:].encode())),
    ),
    refused("a packed file that is cut off", gzip.compress(PLAIN.encode())[:-30], "file.broken_gzip"),
    refused("a packed file within a packed file", gzip.compress(gzip.compress(b"x")), "file.nested_gzip"),
    refused("a packed file of nothing", gzip.compress(b""), "file.empty", "x.csv.gz"),
    refused("a quote that nothing closes", PLAIN.replace("D1", '"D1'), "file.open_quote"),
    refused("a last line that stops short", PLAIN[:-30], "file.cut_off"),
)  # fmt: skip
