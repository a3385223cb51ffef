"""Files that are something else than their name says: web pages and XML called .xls, pictures called .csv."""

from html import escape

from tests.data_access.files.delimiters import refused
from tests.data_access.files.headers import LOWER, UNKNOWN, UPPER
from tests.data_access.files.old_encodings import tcvn3
from tests.data_access.files.usual import COLUMNS, TITLE, USUAL, rows, taken, text_of

MARKED = ("file.was_markup", None, None)


def page(*tables: str, head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>x</title></head><body>{''.join(tables)}</body></html>"


def table(cells: list[list[str]], cell: str = "td") -> str:
    lines = ("".join(f"<{cell}>{escape(text)}</{cell}>" for text in row) for row in cells)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def web(name: str, markup: str | bytes, *problems: tuple, file: str = "bao-cao.xls", **expected):
    content = markup.encode() if isinstance(markup, str) else markup
    return taken(name, lambda: (file, content), problems=(MARKED, *problems), **expected)


def xml(cells: list[list[str]]) -> str:
    """A spreadsheet as XML of 2003; blank cells are left out and the next one says where it stands."""
    lines = ""
    for row in cells:
        line = "".join(
            f'<Cell ss:Index="{at}"><Data ss:Type="String">{escape(text)}</Data></Cell>'
            for at, text in enumerate(row, 1)
            if text
        )
        lines += f"<Row>{line}</Row>"
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="HS"><Table>{lines}</Table></Worksheet></Workbook>'
    )


MERGED = (
    f"<table><tr><td colspan=16>{TITLE}</td></tr><tr>"
    + "".join(f"<th rowspan=2>{name}</th>" for name in UPPER[:5])
    + "<th colspan=5>Ngày</th>"
    + "".join(f"<th rowspan=2>{name}</th>" for name in UPPER[10:13])
    + f"<th colspan=2>Phí</th><th rowspan=2>{UPPER[15]}</th></tr><tr>"
    + "".join(f"<th>{name}</th>" for name in LOWER if name)
    + "</tr>"
    + table(USUAL).removeprefix("<table>")
)
BROKEN_LINES = f"<table><tr><td>{TITLE}<tr>" + "".join(f"<td>{name}" for name in COLUMNS)
BROKEN_LINES += "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in USUAL)

CASES = (
    web("a web page called .xls", page(table(rows()))),
    web("a web page that begins with its mark and blank lines", "\ufeff\n\n" + page(table(rows()))),
    web("a web page whose cells are header cells", page(table(rows(), "th"))),
    web("a web page with spaces, line breaks and bold type within cells",
        page(table(rows())).replace("Mã hồ sơ", "<b>Mã<br>hồ&nbsp;sơ</b>").replace("D1", "\n  D1\n")),
    web("a web page that writes letters as numbers",
        page(table(rows())).encode("ascii", "xmlcharrefreplace")),
    web("a web page with merged headers", page(MERGED)),
    web("a web page that leaves its cells open", page(BROKEN_LINES)),
    web("a web page in TCVN3", tcvn3(page(table(rows()), head="")), ("file.old_encoding", None, None)),
    web("a web page with styles, scripts and another table",
        page("<style>td {color: red}</style><script>var x = '<td>';</script>",
             table([["Đơn vị", "Số"], ["A", "1"]]), table(rows()))),
    web("a table within a table", page(f"<table><tr><td>Menu</td><td>{table(rows())}</td></tr></table>")),
    web("a web page whose third line is wrong", page(table(rows(*USUAL, UNKNOWN))),
        ("procedure.unknown", 5, "Mã TTHC"), rejected=1),
    web("a web page whose table has a total", page(table([*rows(), ["Tổng cộng", "2"]])),
        ("layout.total", 5, None)),
    web("an XML spreadsheet of 2003 called .xls", xml(rows())),
    web("a web page called .csv", page(table(rows())), file="ho-so.csv"),
    taken("a title in angle brackets", lambda: ("x.csv", ("<Sở Một>\n" + text_of(rows())).encode())),
    taken("text with tabs called .xls", lambda: ("ho-so.xls", text_of(rows(), "\t").encode("utf-16"))),
    taken("text with commas called .xlsx", lambda: ("ho-so.xlsx", text_of(rows()).encode())),
    refused("a page that asks to sign in", page("<form>Đăng nhập</form>"), "file.markup_without_table",
            "x.xls"),
    refused("a page whose table is of something else", page(table([["a", "b"], ["1", "2"]])),
            "file.markup_without_table", "x.xls"),
    refused("XML with entities that pull in a file",
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + xml(rows())[21:],
            "file.entities", "x.xls"),
    refused("a picture called .csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file.not_a_table"),
    refused("a photograph called .csv", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(256), "file.not_a_table"),
    refused("a PDF called .csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "file.not_a_table"),
    refused("an empty file", b"", "file.empty"),
    refused("spaces and line ends alone", b" \r\n\t\r\n  ", "file.empty"),
)  # fmt: skip
