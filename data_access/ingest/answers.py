"""What the process that read a file hands back: the outcome of the check or the problem of the file.

It has read what a stranger sent. Should the file have taken it over, its answer may still name nothing but
the values that an answer is made of: loading it runs no code that it could choose.
"""

import io
import pickle
from dataclasses import replace
from typing import BinaryIO

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.checking import Checked

_VALUES = (
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("polars.dataframe.frame", "DataFrame"),
    ("polars.series.series", "Series"),
    ("data_access.errors", "_again"),
)
_OURS = ("data_access.errors", "data_access.ingest.")


def give(outcome: Checked | FileProblem, stream: BinaryIO) -> None:
    """Write an answer, without the raw text of the file: staging does not need it."""
    if isinstance(outcome, Checked):
        nothing = {"rows": pl.DataFrame(), "lines": pl.Series("line", dtype=pl.UInt32)}
        sheet = replace(outcome.recognised.sheet, **nothing)
        outcome = replace(outcome, recognised=replace(outcome.recognised, sheet=sheet))
    pickle.dump(outcome, stream, protocol=pickle.HIGHEST_PROTOCOL)


def taken(answer: bytes) -> Checked | FileProblem:
    """An answer from its bytes; FileProblem "file.unforeseen" if they hold anything else."""
    try:
        outcome = _Unpickler(io.BytesIO(answer)).load()
    except Exception as error:  # whatever a broken pickle may raise
        outcome = error
    if isinstance(outcome, (Checked, FileProblem)):
        return outcome
    return FileProblem("file.unforeseen", place=type(outcome).__name__)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if isinstance(found, type) and found.__module__ == module:  # not what our modules import
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")
