"""The container of the Office files of before 2007 (OLE2): the streams in it by name."""

import struct

from data_access.errors import FileProblem

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_SECTOR = 0xFFFFFFFA  # this and what is above it end a chain or mean something else
_IN_HEADER = 109  # sectors of the allocation table that the header names itself


class Compound:
    """Streams and storages of a compound file; FileProblem if it is damaged."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._read_tables()
        except (struct.error, IndexError, ValueError) as error:
            raise FileProblem("file.broken_workbook") from error

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """A stream as bytes."""
        start, size = self._entries[name]
        try:
            if size < self._smallest:
                return _joined(self._small, self._small_table, start, 1 << self._small_shift)[:size]
            return self._chain(start)[:size]
        except (struct.error, IndexError, ValueError) as error:
            raise FileProblem("file.broken_workbook") from error

    def _read_tables(self) -> None:
        head = self._content
        shift, self._small_shift = struct.unpack_from("<HH", head, 30)
        if shift not in (9, 12) or self._small_shift >= shift:
            raise ValueError("no such sectors")
        self._size = 1 << shift
        directory, self._smallest, small_start = struct.unpack_from("<I4xII", head, 48)
        more = struct.unpack_from("<I", head, 68)[0]
        self._table = self._allocation(struct.unpack_from(f"<{_IN_HEADER}I", head, 76), more)
        entries = self._chain(directory)
        named = [_entry(entries[at : at + 128], self._size) for at in range(0, len(entries), 128)]
        self._entries = {name: place for name, place in named if name}
        root_start, root_size = named[0][1]
        self._small = self._chain(root_start)[:root_size]
        self._small_table = _numbers(self._chain(small_start))

    def _allocation(self, sectors: tuple[int, ...], more: int) -> tuple[int, ...]:
        """The table of what follows what; large files name its sectors in further ones."""
        listed = list(sectors)
        for _ in range(len(self._content) // self._size):
            if more >= _NO_SECTOR:
                break
            *found, more = _numbers(self._sector(more))
            listed += found
        return _numbers(b"".join(self._sector(number) for number in listed if number < _NO_SECTOR))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        if at >= len(self._content):
            raise IndexError(number)
        return self._content[at : at + self._size]

    def _chain(self, start: int) -> bytes:
        return _joined(self._content[self._size :], self._table, start, self._size)


def _joined(data: bytes, table: tuple[int, ...], start: int, size: int) -> bytes:
    """The sectors of a chain one after the other; ValueError if it runs in a circle."""
    view, found, number = memoryview(data), [], start
    while number < _NO_SECTOR:
        if len(found) > len(table) or number * size >= len(data):
            raise ValueError("a chain that leads nowhere")
        found.append(view[number * size : (number + 1) * size])
        number = table[number]
    return b"".join(found)


def _entry(entry: bytes, sector: int) -> tuple[str, tuple[int, int]]:
    """Name, first sector and size of a stream or storage."""
    length, kind = struct.unpack_from("<HB", entry, 64)
    start, size = struct.unpack_from("<IQ", entry, 116)
    name = entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace") if kind else ""
    return name, (start, size & 0xFFFFFFFF if sector == 512 else size)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
