"""XLS files written by code: the few records of [MS-XLS] that a sheet needs, in a compound file."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

BOF, EOF, ROW, LABEL, NUMBER, SHORT, FORMULA = 0x809, 0x0A, 0x208, 0x204, 0x203, 0x27E, 0x06
BOOLEAN_OR_ERROR, SHEET, STYLE, FORMAT, SINCE_1904 = 0x205, 0x85, 0xE0, 0x41E, 0x22
PLAIN, DATE, PERCENT, OWN = range(4)  # the cell styles of every workbook written here
_FORMATS = (0, 14, 10, 164)
_SECTOR, _FREE, _END, _TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass(frozen=True)
class Value:
    """A number, date or formula with a cell style; `record` says how it is written."""

    value: float
    style: int = PLAIN
    record: int = NUMBER


@dataclass(frozen=True)
class Error:
    """An error by its number in the format, typed or out of a formula."""

    code: int
    record: int = BOOLEAN_OR_ERROR


@dataclass(frozen=True)
class XlsSheet:
    rows: Iterable[Iterable[object]]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    sort: int = 0  # 1 is a sheet of macros


@dataclass(frozen=True)
class Xls:
    sheets: Mapping[str, XlsSheet]
    since_1904: bool = False
    more: Mapping[int, bytes] = field(default_factory=dict)  # further records of the workbook

    def stream(self) -> bytes:
        """The workbook's records; those of each sheet begin where the first part says."""
        bodies = [_sheet(sheet) for sheet in self.sheets.values()]
        size = len(self._head([0] * len(bodies)))
        starts = [size + sum(map(len, bodies[:index])) for index in range(len(bodies))]
        return self._head(starts) + b"".join(bodies)

    def _head(self, starts: list[int]) -> bytes:
        records = [_begin(5), record(SINCE_1904, struct.pack("<H", self.since_1904))]
        records += [record(kind, body) for kind, body in self.more.items()]
        records.append(record(FORMAT, struct.pack("<H", 164) + _text('0,0" %"\\%')))
        records += [record(STYLE, struct.pack("<HH16x", 0, number)) for number in _FORMATS]
        for start, (name, sheet) in zip(starts, self.sheets.items(), strict=True):
            where = struct.pack("<IBBB", start, sheet.hidden, sheet.sort, len(name))
            records.append(record(SHEET, where + b"\x01" + name.encode("utf-16-le")))
        return b"".join([*records, record(EOF)])

    def content(self) -> bytes:
        return compound({"Workbook": self.stream()})


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file; streams are padded to the size from which they have sectors of their own."""
    padded = {name: stream.ljust(4096, b"\0") for name, stream in streams.items()}
    listed = -(-(len(padded) + 1) // 4)
    tables = 1 + sum(len(stream) // _SECTOR + 1 for stream in padded.values()) // 100
    chains = [[_TABLE] * tables, _chain(tables, listed)]
    entries, sectors = [_entry("Root Entry", 5, _END, 0, child=1)], []
    for index, (name, stream) in enumerate(padded.items(), 1):
        start = tables + listed + len(sectors)
        count = -(-len(stream) // _SECTOR)
        chains.append(_chain(start, count))
        sectors += [stream[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(stream), _SECTOR)]
        entries.append(_entry(name, 2, start, len(stream), right=index + 1 if index < len(padded) else _FREE))
    table = [number for chain in chains for number in chain]
    table += [_FREE] * (tables * 128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, tables, tables, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    directory = b"".join(entries).ljust(listed * _SECTOR, b"\0")
    return header + struct.pack(f"<{len(table)}I", *table) + directory + b"".join(sectors)


def _sheet(sheet: XlsSheet) -> bytes:
    records = [_begin(0x10)]
    for y, row in enumerate(sheet.rows):
        flags = 0x20 if y + 1 in sheet.hidden_rows else 0
        records.append(record(ROW, struct.pack("<HHHHIHH", y, 0, 256, 255, 0, flags, 0)))
        records += [_cell(y, x, cell) for x, cell in enumerate(row) if cell not in (None, "")]
    return b"".join([*records, record(EOF)])


def _cell(y: int, x: int, cell: object) -> bytes:
    match cell:
        case Error(code, kind) if kind == FORMULA:
            result = bytes((2, 0, code, 0, 0, 0)) + b"\xff\xff"
            return record(FORMULA, struct.pack("<3H", y, x, PLAIN) + result + bytes(6) + struct.pack("<H", 0))
        case Error(code):
            return record(BOOLEAN_OR_ERROR, struct.pack("<3HBB", y, x, PLAIN, code, 1))
        case bool():
            return record(BOOLEAN_OR_ERROR, struct.pack("<3HBB", y, x, PLAIN, cell, 0))
        case Value(value, style, kind) if kind == SHORT:
            return record(SHORT, struct.pack("<3Hi", y, x, style, int(value) << 2 | 2))
        case Value(value, style, kind):
            more = bytes(8) if kind == FORMULA else b""
            return record(kind, struct.pack("<3Hd", y, x, style, value) + more)
        case int() | float():
            return _cell(y, x, Value(cell))
    return record(LABEL, struct.pack("<3H", y, x, PLAIN) + _text(cell))


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _begin(sort: int) -> bytes:
    return record(BOF, struct.pack("<HHHHII", 0x600, sort, 0x0DBB, 1996, 0x41, 6))


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), _END]


def _entry(name: str, sort: int, start: int, size: int, right: int = _FREE, child: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    entry = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded), sort, 1, _FREE, right, child)
    return entry.ljust(116, b"\0") + struct.pack("<IQ", start, size)
