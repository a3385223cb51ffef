"""What a process that reads a stranger's file may use, and that it leaves nothing behind."""

import os
from pathlib import Path

MEMORY = 2 * 2**30  # bytes of address space for any file: three quarters are reserved and never used
MEMORY_PER_BYTE = 40  # of the file: a large CSV takes half of it, a packed workbook about as much
SECONDS = 120  # for any file up to what a browser may send; a larger one, by command, has as much more
_BROWSERS = 100_000_000  # bytes
THREADS = min(4, os.cpu_count() or 1)  # of Polars: each reserves memory, and others want to be served
_NICENESS = 10
GZIP = b"\x1f\x8b"  # what a gzip file begins with
_RATIO = 25  # to one: what text packs to at best


def seconds_for(size: int) -> float:
    """How long a file of this many bytes may take to be checked."""
    return SECONDS * max(1, size / _BROWSERS)


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
    if not content.startswith(GZIP) or size < 18:
        return size
    return max(size, min(int.from_bytes(content[-4:], "little"), _RATIO * size))


def limit(size: int) -> None:
    """Bind this process for good, before it reads a file of this many bytes.

    Not on Windows, which knows no such limits: there the checks of archive and cell range still hold.
    """
    try:
        import resource
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: MEMORY + MEMORY_PER_BYTE * size,
        # Of all threads; also when nobody waits any more.
        resource.RLIMIT_CPU: int(THREADS * seconds_for(size)),
        # A core file would hold whom the file names, and so would anything else it could write.
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }
    for kind, bound in bounds.items():
        _, hard = resource.getrlimit(kind)
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (bound, bound))
    os.nice(_NICENESS)


# Polars' allocator gives back soon what it does not use: a slab's memory is not the next one's on top.
_SPARING = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "POLARS_MAX_THREADS": str(THREADS),
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:50,muzzy_decay_ms:0",
}


def surroundings() -> dict[str, str]:
    """The environment of such a process: how to hash codes, but not where the store is or how to sign in."""
    kept = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "LC_ALL", "DOSSIER_CODE_KEY")
    found = {name: value for name, value in os.environ.items() if name.upper() in kept}
    return {**found, **_SPARING}
