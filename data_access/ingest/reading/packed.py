"""A gzipped file unpacked as far as a limit: a kilobyte may unpack to a gigabyte."""

import zlib

from data_access.errors import FileProblem
from data_access.ingest.limits import GZIP

_FED = 1 << 16  # packed bytes at a time
_TAKEN = 1 << 20  # unpacked bytes at a time


def unpacked(content: bytes, limit: int) -> bytes:
    """What a gzip file holds, or the content itself if it is none; FileProblem beyond `limit` bytes."""
    if not content.startswith(GZIP):
        return content
    inner = bytearray()
    at = 0
    while content.startswith(GZIP, at):  # a gzip file may be several, one after another
        at = _member(content, at, inner, limit)
    if inner.startswith(GZIP):
        raise FileProblem("file.nested_gzip")
    return bytes(inner)


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
