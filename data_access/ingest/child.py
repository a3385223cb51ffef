"""The process in which a stranger's file is read, and one that waits for the next file.

Such a process imports for half a second before it can read. `ahead` starts it before it is needed: while a
person chooses the file. It ends by itself when no file comes, and with the process that started it.
"""

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
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

    def waits(self) -> bool:
        return self.process.poll() is None and time.monotonic() - self.since < PATIENCE - _SAFE


_one_at_a_time = threading.Lock()
_ready: list[_Child] = []  # at most one


def ahead() -> None:
    """Start the process of the next check now, unless one waits already."""
    with _one_at_a_time:
        if not (_ready and _ready[0].waits()):
            dismiss()
            _ready.append(_started())


@atexit.register
def dismiss() -> None:
    """End the process that waits, if there is one."""
    while _ready:
        with _ready.pop().process as process:
            process.kill()


@contextmanager
def asked(request: bytes, seconds: float) -> Iterator[tuple[BinaryIO, threading.Event]]:
    """What a process answers to this request, as it comes; after `seconds` it breaks off, `late` set."""
    child, late = _taken(), threading.Event()
    clock = threading.Timer(seconds, _end, (child.process, late))
    clock.start()
    with child.process as process:
        try:
            with suppress(BrokenPipeError):  # it has ended: the answer breaks off at once
                process.stdin.write(request)
                process.stdin.close()
            yield process.stdout, late
        finally:
            clock.cancel()
            process.kill()


def _end(process: subprocess.Popen, late: threading.Event) -> None:
    late.set()  # first, so that whoever finds the answer broken off finds why
    process.kill()


def _taken() -> _Child:
    with _one_at_a_time:
        if _ready and _ready[0].waits():
            return _ready.pop()
        dismiss()
    return _started()


def _started() -> _Child:
    command = [sys.executable, "-m", "data_access.ingest.apart"]
    return _Child(subprocess.Popen(command, cwd=ROOT, env=surroundings(), **_PIPES))


def request() -> bytes:
    """In the process itself: what it is asked, once it is; it ends when that takes too long."""
    _end_with_parent()
    clock = threading.Timer(PATIENCE, os._exit, (0,))
    clock.daemon = True
    clock.start()
    asked = sys.stdin.buffer.read()
    clock.cancel()
    if not asked:  # nobody is there any more
        sys.exit()
    return asked


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
