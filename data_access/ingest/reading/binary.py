"""An XLS (Excel 97 to 2003) looked over, and what the reader of values does not tell of its cells.

Numbers and layouts of the records are those of [MS-XLS].
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.errors import FileProblem
from data_access.ingest.reading.cells import PERCENT_FORMATS, percent, shows_percent
from data_access.ingest.reading.compound import Compound
from data_access.ingest.reading.marks import Marks

_OTHER_OFFICE = {"WordDocument": "Word", "PowerPoint Document": "PowerPoint"}
_NO_OTHER_FILE = (0x0401, 0x3A01)  # links to the workbook's own sheets, and to functions of Excel
_LAST_COLUMN = 255
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip


class _Record:
    FORMULA, EOF, SINCE_1904, FILEPASS, SHEET, MULTIPLE, STYLE = 0x06, 0x0A, 0x22, 0x2F, 0x85, 0xBD, 0xE0
    LINK, NUMBER, ERROR, ROW, SHORT, FORMAT, BEGIN = 0x1AE, 0x203, 0x205, 0x208, 0x27E, 0x41E, 0x809
    CELLS = (0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E)


@dataclass(frozen=True)
class Binary:
    """The records of a workbook, where each sheet begins in them, and which styles show percentages."""

    stream: bytes
    starts: tuple[int, ...]
    percents: frozenset[int]
    since_1904: bool

    @classmethod
    def of(cls, content: bytes) -> "Binary":
        """FileProblem when the file must not be opened, or is no workbook."""
        stream = _workbook_stream(Compound(content))
        starts, styles, formats, since_1904 = [], [], set(PERCENT_FORMATS), False
        for kind, body in _records(stream, 0):
            match kind:
                case _Record.FILEPASS:
                    raise FileProblem("file.password")
                case _Record.LINK if _number(body, 2) not in _NO_OTHER_FILE:
                    raise FileProblem("file.external_links")
                case _Record.SHEET if body[5:6] == b"\x01":
                    raise FileProblem("file.macros")
                case _Record.SHEET:
                    starts.append(_number(body, 0, 4))
                case _Record.SINCE_1904:
                    since_1904 = body[:1] == b"\x01"
                case _Record.STYLE:
                    styles.append(_number(body, 2))
                case _Record.FORMAT if shows_percent(_text(body[2:])):
                    formats.add(_number(body, 0))
        percents = frozenset(index for index, form in enumerate(styles) if form in formats)
        for start in starts:
            _refuse_far_cells(stream, start)
        return cls(stream, tuple(starts), percents, since_1904)

    def marks(self, position: int) -> Marks:
        """Errors, percentages and hidden rows of the sheet at this position of the workbook."""
        found = Marks()
        for kind, body in _records(self.stream, self.starts[position]):
            match kind:
                case _Record.ROW if _number(body, 12) & 0x20:
                    found.hidden.add(_number(body, 0))
                case _Record.ERROR | _Record.FORMULA if error := _error(kind, body):
                    found.texts[_place(body)] = error
                case _Record.NUMBER | _Record.SHORT | _Record.FORMULA | _Record.MULTIPLE if self.percents:
                    found.texts |= {
                        (row, column): percent(value)
                        for row, column, style, value in _numbers(kind, body)
                        if style in self.percents
                    }
        return found


def _workbook_stream(compound: Compound) -> bytes:
    if "EncryptedPackage" in compound:
        raise FileProblem("file.password")
    for stream, form in _OTHER_OFFICE.items():
        if stream in compound:
            raise FileProblem("file.other_office", form=form)
    if "_VBA_PROJECT_CUR" in compound or "_VBA_PROJECT" in compound:
        raise FileProblem("file.macros")
    for name in ("Workbook", "WORKBOOK", "Book", "BOOK"):
        if name in compound:
            return compound.read(name)
    raise FileProblem("file.not_a_table")


def _refuse_far_cells(stream: bytes, start: int) -> None:
    """The format has 256 columns; the reader would make room for the 65536 that a record can name."""
    for kind, body in _records(stream, start):
        last = _number(body, len(body) - 2) if kind == _Record.MULTIPLE else _number(body, 2)
        if kind in _Record.CELLS and last > _LAST_COLUMN:
            raise FileProblem("file.too_heavy")


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from an offset to the end of their sheet; what is drawn inside it (charts) is passed."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == _Record.BEGIN) - (kind == _Record.EOF)
        if depth == 1:
            yield kind, body
        if depth <= 0:
            return


def _error(kind: int, body: bytes) -> str | None:
    if kind == _Record.ERROR:
        return _ERRORS.get(body[6], "#N/A") if body[7:8] == b"\x01" else None
    is_error = body[12:14] == b"\xff\xff" and body[6] == 2
    return _ERRORS.get(body[8], "#N/A") if is_error else None


def _numbers(kind: int, body: bytes) -> Iterator[tuple[int, int, int, float]]:
    """(row, column, style, value) of each number in a record."""
    row, column = _place(body)
    if kind == _Record.MULTIPLE:
        for index, at in enumerate(range(4, len(body) - 2, 6)):
            yield row, column + index, _number(body, at), _short(body[at + 2 : at + 6])
    elif kind == _Record.SHORT:
        yield row, column, _number(body, 4), _short(body[6:10])
    elif body[12:14] != b"\xff\xff":  # a formula that gives no number
        yield row, column, _number(body, 4), struct.unpack_from("<d", body, 6)[0]


def _short(four: bytes) -> float:
    """A number in four bytes: the upper half of a float, or an integer; two bits say which, and by 100."""
    bits = int.from_bytes(four, "little", signed=True)
    whole, by_hundred = bits & 2, bits & 1
    value = bits >> 2 if whole else struct.unpack("<d", struct.pack("<q", (bits & ~3) << 32))[0]
    return value / 100 if by_hundred else float(value)


def _text(body: bytes) -> str:
    length, wide = _number(body, 0), body[2:3] == b"\x01"
    return body[3 : 3 + 2 * length].decode("utf-16-le", "replace") if wide else body[3:].decode("latin-1")


def _place(body: bytes) -> tuple[int, int]:
    return _number(body, 0), _number(body, 2)


def _number(body: bytes, at: int, size: int = 2) -> int:
    return int.from_bytes(body[at : at + size], "little")
