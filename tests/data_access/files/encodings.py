"""Encodings, old and new, and what programs do to them on the way."""

import unicodedata
from collections.abc import Callable

from tests.data_access.files.case import Case
from tests.data_access.files.delimiters import refused
from tests.data_access.files.old_encodings import tcvn3, vni, windows_1258
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, rows, taken, text_of
from tests.data_access.files.workbooks_made import book

PLAIN = text_of(rows())
NAMED_CELLS = [
    ["DỮ LIỆU của Sở Tư pháp"],
    ["Kỳ số liệu: tháng 03/2025"],
    [*COLUMNS, "Tên đơn vị xử lý"],
    [*OPEN, "Xã An Bình"],
    [*FINISHED, "Xã Hoà Bình"],
]
NAMED = text_of(NAMED_CELLS)
OLD = (("file.old_encoding", None, None),)
RESTORED = (("file.misread_encoding", None, None),)


def encoded(name: str, content: bytes | Callable[[str], bytes] | str, text: str = PLAIN, **expected) -> Case:
    if isinstance(content, str):
        content = text.encode(content)
    made = content if isinstance(content, bytes) else content(text)
    return taken(name, lambda: ("ho-so.csv", made), **expected)


def misread(content: bytes) -> bytes:
    """Read as Windows-1252 by some program and saved as UTF-8."""
    letters = "".join(_latin(byte) for byte in content)
    return letters.encode()


def _latin(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def workbook(name: str, encoding: Callable[[str], bytes], problems: tuple) -> Case:
    """A workbook whose cells hold what the bytes of another encoding look like."""
    cells = [[misread(encoding(cell)).decode() for cell in row] for row in NAMED_CELLS]
    return taken(name, lambda: ("ho-so.xlsx", book(cells)), problems=problems)


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def without_marks(text: str) -> str:
    letters = apart(text).replace("Đ", "D").replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


# Once more through a program that knows no such sign.
GARBLED = misread(NAMED.encode()).decode().replace("»", "?").encode()

CASES = (
    encoded("UTF-8", "utf-8"),
    encoded("UTF-8 with its mark", "utf-8-sig"),
    encoded("UTF-8 with its mark twice", b"\xef\xbb\xbf" + PLAIN.encode("utf-8-sig")),
    encoded("UTF-8 with marks apart from their letters, as a Mac writes", apart(NAMED).encode()),
    encoded("UTF-16 little-endian with its mark", b"\xff\xfe" + PLAIN.encode("utf-16-le")),
    encoded("UTF-16 big-endian with its mark", b"\xfe\xff" + PLAIN.encode("utf-16-be")),
    encoded("UTF-16 little-endian without its mark", "utf-16-le"),
    encoded("UTF-16 big-endian without its mark", "utf-16-be"),
    encoded("UTF-16 with tabs: Unicode Text of Excel", "utf-16", text_of(rows(), "\t", "\r\n")),
    encoded("UTF-16 with letters apart", "utf-16", apart(NAMED)),
    encoded("Windows-1258", windows_1258, problems=OLD),
    encoded("Windows-1258 with names and semicolons", windows_1258, NAMED.replace(",", ";"), problems=OLD),
    encoded("Windows-1258 read as Windows-1252", misread(windows_1258(NAMED)), problems=OLD),
    encoded("TCVN3, the font encoding ABC", tcvn3, problems=OLD),
    encoded("TCVN3 with names, capitals as small letters", tcvn3, NAMED, problems=OLD),
    encoded("TCVN3 read as Windows-1252", misread(tcvn3(NAMED)), problems=OLD),
    encoded("VNI", vni, problems=OLD),
    encoded("VNI with names and tabs", vni, NAMED.replace(",", "\t"), problems=OLD),
    encoded("VNI read as Windows-1252", misread(vni(NAMED)), problems=OLD),
    workbook("a workbook in a font of TCVN3", tcvn3, OLD),
    workbook("a workbook in a font of VNI", vni, OLD),
    workbook("a workbook into which UTF-8 was pasted as Windows-1252", str.encode, RESTORED),
    encoded("UTF-8 read as Windows-1252", misread(NAMED.encode()), problems=RESTORED),
    encoded("UTF-8 with its mark, read so", misread(NAMED.encode("utf-8-sig")), problems=RESTORED),
    encoded("no marks at all, as some systems write", without_marks(PLAIN).encode("ascii")),
    encoded("a DOS end-of-file sign after the last line", PLAIN.encode() + b"\x1a"),
    refused("Cyrillic letters of Windows-1251", "Дело,Дата,Орган\n1,2,3\n".encode("cp1251"),
            "file.unknown_encoding"),
    refused("Vietnamese garbled beyond repair", GARBLED, "file.garbled_encoding"),
    refused("UTF-8 cut off within a letter", NAMED.encode()[: NAMED.encode().rindex("à".encode()) + 1],
            "file.cut_off"),
    refused("UTF-8 with its mark, cut off within a letter",
            b"\xef\xbb\xbf" + NAMED.encode()[: NAMED.encode().rindex("à".encode()) + 1], "file.cut_off"),
    refused("UTF-16 cut off within a letter", b"\xff\xfe" + PLAIN.encode("utf-16-le")[:-3], "file.cut_off"),
    refused("a NUL byte in a cell", PLAIN.replace("D1", "D\x001"), "file.not_a_table"),
    refused("NUL bytes only", b"\x00" * 5000, "file.empty"),
    refused("UTF-32, which nobody writes", PLAIN.encode("utf-32"), "file.not_a_table"),
)  # fmt: skip
