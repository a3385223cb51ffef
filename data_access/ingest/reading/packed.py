"""A gzipped file unpacked as far as a limit: a kilobyte may unpack to a gigabyte."""

import zlib
from pathlib import Path

from data_access.errors import FileProblem

_GZIP = b"\x1f\x8b"
_FED = 1 << 16  # packed bytes at a time
_TAKEN = 1 << 20  # unpacked bytes at a time
_RATIO = 25  # to one: what text packs to at best


def unpacked(content: bytes, limit: int) -> bytes:
    """What a gzip file holds, or the content itself if it is none; FileProblem beyond `limit` bytes."""
    if not content.startswith(_GZIP):
        return content
    inner = bytearray()
    at = 0
    while content.startswith(_GZIP, at):  # a gzip file may be several, one after another
        at = _member(content, at, inner, limit)
    if inner.startswith(_GZIP):
        raise FileProblem("file.nested_gzip")
    return bytes(inner)


def size_unpacked(source: bytes | Path) -> int:
    """Bytes that a file takes to read: its own, or what a gzip file says of itself, if credible."""
    content = source if isinstance(source, bytes) else b""
    size = len(content)
    if isinstance(source, Path):
        size = source.stat().st_size
        with source.open("rb") as file:
            content = file.read(2)
            file.seek(-min(4, size), 2)
            content += file.read()
    if not content.startswith(_GZIP) or size < 18:
        return size
    return max(size, min(int.from_bytes(content[-4:], "little"), _RATIO * size))


def _member(content: bytes, at: int, inner: bytearray, limit: int) -> int:
    """Add what the member that begins at `at` holds to `inner`; where the next one begins."""
    inflate = zlib.decompressobj(wbits=31)
    try:
        while not inflate.eof:
            packed = inflate.unconsumed_tail
            if not packed:
                packed, at = content[at : at + _FED], at + _FED
            if not packed:
                raise FileProblem("file.broken_gzip")  # cut off
            inner += inflate.decompress(packed, _TAKEN)
            if len(inner) > limit:
                raise FileProblem("file.too_large", size=len(inner) // 1_000_000, limit=limit // 1_000_000)
    except zlib.error as error:
        raise FileProblem("file.broken_gzip") from error
    return min(at, len(content)) - len(inflate.unused_data)
