"""What the process that reads a file hands back: what it recognised, its good lines part by part, and at the
end the outcome of the check or the problem of the file.

It has read what a stranger sent. Should the file have taken it over, its answer may still name nothing but
the values that an answer is made of: loading it runs no code that it could choose.
"""

import io
import pickle
import struct
from typing import BinaryIO

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.outcome import Checked
from data_access.ingest.recognising import Recognised

_VALUES = (
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("polars.dataframe.frame", "DataFrame"),
    ("polars.series.series", "Series"),
    ("data_access.errors", "_again"),
)
_OURS = ("data_access.errors", "data_access.ingest.")


_LENGTH = struct.Struct("<Q")

Answer = Recognised | pl.DataFrame | Checked | FileProblem


def give(answer: Answer, stream: BinaryIO) -> None:
    """Write an answer with its length before it."""
    content = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def next_of(stream: BinaryIO) -> Answer | None:
    """The next answer; None where the process ended without one."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(length)
    content = stream.read(size)
    return taken(content) if len(content) == size else None


def taken(answer: bytes) -> Answer:
    """An answer from its bytes; FileProblem "file.unforeseen" if they hold anything else."""
    try:
        found = _Unpickler(io.BytesIO(answer)).load()
    except Exception as error:  # whatever a broken pickle may raise
        found = error
    if isinstance(found, Answer):
        return found
    return FileProblem("file.unforeseen", place=type(found).__name__)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if isinstance(found, type) and found.__module__ == module:  # not what our modules import
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")
