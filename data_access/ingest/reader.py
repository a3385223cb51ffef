"""The process that reads a stranger's file: python -m data_access.ingest.reader, started by `child`.

It knows no store, and nothing of where it is (tests/test_architecture.py).
"""

import gc
import pickle
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

if __name__ == "__main__":
    gc.disable()  # what is imported stays, as in cli.py

from data_access.errors import FileProblem
from data_access.ingest import answers, child
from data_access.ingest.checking import HandOver, check_sheet, sheet_of
from data_access.ingest.known import Known
from data_access.ingest.limits import limit, size_unpacked
from data_access.ingest.outcome import Checked


def main() -> None:
    """A file and what else is asked from standard input, limits, answers to standard output."""
    asked = child.requests()
    source, name = pickle.loads(next(asked))
    limit(size_unpacked(source))
    give = partial(answers.give, stream=sys.stdout.buffer)
    give(_outcome(source, name, lambda: pickle.loads(next(asked)), give))


def _outcome(
    source: bytes | Path, name: str | None, more: Callable[[], tuple[Known, dict]], give: HandOver
) -> Checked | FileProblem:
    try:
        sheet = sheet_of(source, name)
        known, how = more()
        return check_sheet(known, sheet, **how, hand_over=give)
    except FileProblem as problem:
        return problem
    except MemoryError:
        return FileProblem("file.too_heavy")
    except BaseException as error:  # panics of the parsers, which are no Exception, and our own mistakes
        return FileProblem("file.unforeseen", place=_place(error))


def _place(error: BaseException) -> str:
    """Kind and place of a mistake; its message may hold what stood in a cell."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = child.ROOT / "data_access"
    step = next(step for step in reversed(steps) if Path(step.filename).is_relative_to(ours))
    return f"{type(error).__name__}, {Path(step.filename).name}:{step.lineno}"


if __name__ == "__main__":
    gc.freeze()
    gc.enable()
    main()
