"""The process in which a stranger's file is read, and one that waits for the next file.

Such a process imports for a third of a second before it can read. `ahead` starts it before it is needed:
while a person chooses the file, or while the command that names one imports what it needs itself. It ends by
itself when no file comes, and with the process that started it.

It is asked in two parts: first the file, which it reads at once, then what the store knows and the person
said, without which it cannot be checked.
"""

import atexit
import os
import pickle
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from data_access.ingest.limits import surroundings

# Not from the settings, which take as long to import as all that is needed here.
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600  # seconds that a process waits for a file
_SAFE = 30  # before its end nothing more is asked of it
_PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}


@dataclass(eq=False)
class _Child:
    process: subprocess.Popen
    since: float = field(default_factory=time.monotonic)
    file: bytes | None = None  # what it was asked to read

    def waits(self, file: bytes | None = None) -> bool:
        """Whether it can still be asked to read this file, or reads it already."""
        is_free = self.file in (None, file)
        return is_free and self.process.poll() is None and time.monotonic() - self.since < PATIENCE - _SAFE

    def read(self, file: bytes) -> None:
        if self.file is None:
            self.file = file
            self.tell(file)

    def tell(self, part: bytes) -> None:
        if self.process.stdin.closed:
            return
        try:
            self.process.stdin.write(_LENGTH.pack(len(part)))
            self.process.stdin.write(part)
            self.process.stdin.flush()
        except OSError:  # it has ended; Windows calls that an invalid argument. The answer breaks off at once
            with suppress(OSError):
                self.process.stdin.close()


_LENGTH = struct.Struct("<Q")

_one_at_a_time = threading.Lock()
_ready: list[_Child] = []  # at most one


def ahead(file: Path | None = None) -> None:
    """Start the process of the next check now, unless one waits already; with a file, it begins to read."""
    asked = named(file) if file else None
    with _one_at_a_time:
        if not (_ready and _ready[0].waits(asked)):
            dismiss()
            _ready.append(_started())
        if asked:
            _ready[0].read(asked)


def named(source: bytes | Path, name: str | None = None) -> bytes:
    """A file as the process is asked to read it. OSError if there is none."""
    if isinstance(source, Path):
        # It stands elsewhere; a missing file is said here.
        return pickle.dumps((source.resolve(strict=True), name or source.name))
    return pickle.dumps((source, name))


@atexit.register
def dismiss() -> None:
    """End the process that waits, if there is one."""
    while _ready:
        with _ready.pop().process as process:
            process.kill()


@contextmanager
def asked(
    file: bytes, more: Callable[[], bytes], seconds: float
) -> Iterator[tuple[BinaryIO, threading.Event]]:
    """What a process answers of a file (`named`), as it comes; when it is waited for longer than `seconds`,
    the answer breaks off, `late` set.

    `more` is the rest of what it is asked, put together while it reads; that time is not the file's.
    """
    child, late = _taken(file), threading.Event()
    with child.process as process:
        try:
            with _ending(process, seconds, late):
                child.read(file)
            rest = more()
            with _ending(process, seconds, late):
                child.tell(rest)
                yield process.stdout, late
        finally:
            process.kill()


@contextmanager
def _ending(process: subprocess.Popen, seconds: float, late: threading.Event) -> Iterator[None]:
    """While open, the process is waited for, at most so long."""

    def end() -> None:
        late.set()  # first, so that whoever finds the answer broken off finds why
        process.kill()

    clock = threading.Timer(seconds, end)
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _taken(file: bytes) -> _Child:
    with _one_at_a_time:
        if _ready and _ready[0].waits(file):
            return _ready.pop()
        dismiss()
    return _started()


def _started() -> _Child:
    command = [sys.executable, "-m", "data_access.ingest.reader"]
    return _Child(subprocess.Popen(command, cwd=ROOT, env=surroundings(), **_PIPES))


def requests() -> Iterator[bytes]:
    """In the process itself: what it is asked, part by part; it ends when that takes too long."""
    _end_with_parent()
    while True:
        clock = threading.Timer(PATIENCE, os._exit, (0,))
        clock.daemon = True
        clock.start()
        length = sys.stdin.buffer.read(_LENGTH.size)
        if len(length) < _LENGTH.size:  # nobody is there any more
            os._exit(0)
        part = sys.stdin.buffer.read(*_LENGTH.unpack(length))
        clock.cancel()
        yield part


def _end_with_parent() -> None:
    """Whatever it is doing, it ends when its parent is gone: nobody would take the answer.

    Watched, and not told by the system: that would tell of the thread that started it.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
