"""Text files made to do harm, or so large that they do it by accident: refused at once, or only text."""

import gzip

from tests.data_access.files.case import Case
from tests.data_access.files.delimiters import refused
from tests.data_access.files.headers import made
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, STORED, TITLE, USUAL, rows, taken, text_of

PLAIN = text_of(rows()).encode()
FORMULAS = ("=1+2", '=HYPERLINK("http://x";"y")', "+84", "-5", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0")
NAMES = ("../../etc/passwd", "..\\..\\windows\\win.ini", "/dev/null", "con.csv", "a\nb\x00c.csv", "x" * 5000)


def code(name: str, text: str, stored: str | None = None) -> Case:
    """The first dossier has this code."""
    kept = {stored or text.strip(): STORED["D1"], "D2": STORED["D2"]}
    return made(name, rows([text, *OPEN[1:]], FINISHED), stored=kept)


def bomb() -> bytes:
    """A megabyte of packed blanks that unpacks to more than a gigabyte."""
    return gzip.compress(b"\n" * 10_000_000) * 101


CASES = (
    *(code(f"a code that looks like a formula: {text!r}", text) for text in FORMULAS),
    *(taken(f"a file named {name[:24]!r}", lambda name=name: (name, PLAIN)) for name in NAMES),
    code("a code with quotes and markup", "<script>alert('x')</script>"),
    code("a code that is SQL", "D1'); DROP TABLE dossier; --"),
    refused("a cell of 40,000 letters", text_of(rows(["D" * 40_000, *OPEN[1:]], FINISHED)),
            "file.giant_cell"),
    refused("a cell of a million letters in a column that nobody reads",
            text_of([[TITLE], [*COLUMNS, "Ghi chú"], [*OPEN, "x" * 1_000_000], [*FINISHED, ""]]),
            "file.giant_cell"),
    refused("a million columns", ",".join(COLUMNS) + "," * 1_000_000 + "\n" + text_of(USUAL),
            "file.too_wide"),
    refused("a million named columns", ",".join([*COLUMNS, *(f"c{n}" for n in range(100_000))]) + "\n",
            "file.too_wide"),
    made("a line of a million cells", rows(OPEN, FINISHED, ["D3", *OPEN[1:], *["x"] * 1_000_000]), rejected=1,
         problems=(("line.too_many_cells", 5, None),)),
    refused("a title so long that no header is near", text_of([["x" * 1_000_000], [TITLE], COLUMNS, *USUAL]),
            "file.no_header"),
    refused("ten thousand quotes", '"' * 9_999 + text_of(rows()), "file.no_header"),
    Case("a packed file that unpacks to a gigabyte", lambda: ("x.csv.gz", bomb()), refused="file.too_large"),
    refused("brackets that open a million times", "<" * 1_000_000, "file.no_header"),
    refused("tables that open a hundred thousand times", "<table>" * 100_000, "file.markup_without_table"),
    refused("comments of markup that nothing closes", "<!--" * 250_000, "file.markup_without_table"),
    refused("tags that nothing closes", "<table><tr><td a='" * 60_000, "file.markup_without_table"),
    refused("a cell that reaches over a million columns", "<table><tr><td colspan=999999>x" * 9_000,
            "file.too_heavy"),
)  # fmt: skip
