"""What every command shares: its store, its exit codes, and how it speaks.

Results go to standard output, in JSON if asked; refusals and progress go to standard error.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass
from datetime import date, datetime
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from data_access.errors import ColumnsUnclear, FileProblem, ProductError, StoreProblem
from data_access.store import Store
from language import t

DONE, REFUSED, REJECTED_SOME, STORE_UNUSABLE = 0, 1, 3, 4  # 2, wrong usage, is Typer's own

By = Annotated[str, typer.Option(help="Who does it; recorded with the batch.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]

console = Console(markup=False)  # file names and headers are not ours: [/x] would be read as markup
aside = Console(markup=False, stderr=True)


def opened() -> Store:
    """The store of DATABASE_URL, migrated; or a sentence why there is none."""
    with refusals():
        return Store.open()


@contextmanager
def refusals(more: str = "", file: str = "") -> Iterator[None]:
    """Foreseen problems as one sentence on standard error, `more` after it, and an exit code; what is wrong
    with the `file` names it."""
    try:
        yield
    except ProductError as error:
        of_file = t("cli.of_file", file=file) if file and isinstance(error, FileProblem) else ""
        sentence = " ".join(filter(None, (error.told(), _by_option(error), of_file, more)))
        refuse(sentence, STORE_UNUSABLE if isinstance(error, StoreProblem) else REFUSED)
    except OSError as error:
        refuse(t("cli.no_file", file=str(error.filename)))


def _by_option(error: ProductError) -> str:
    """How an option of the command answers what the file leaves open."""
    if isinstance(error, ColumnsUnclear) and error.key == "file.missing_columns":
        return t("cli.name_column", field=error.missing[0])
    return ""


def refuse(sentence: str, code: int = REFUSED) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise typer.Exit(code)


def print_json(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, default=_plain))


def _plain(found: object) -> dict | str:
    """What JSON has no form for: a record by its fields, all else as it is written."""
    return vars(found) if is_dataclass(found) else str(found)


def month_named(text: str | None) -> date | None:
    """2025-04 or 04/2025 as the first of that month."""
    if text is None:
        return None
    for form in ("%Y-%m", "%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise typer.BadParameter(t("cli.bad_month", given=text))


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """A line that says what is being done for how long, while it is; only where somebody looks on."""
    if not aside.is_terminal:
        yield
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=aside, transient=True) as progress:
        progress.add_task(words, total=None)
        yield
