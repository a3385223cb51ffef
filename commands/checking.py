"""`check`: what is wrong with a file. Writes nothing."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.issues import show_issues
from commands.terminal import (
    DONE,
    REJECTED_SOME,
    AsJson,
    console,
    month_named,
    opened,
    print_json,
    refusals,
    waiting,
)
from data_access import ingest
from data_access.ingest.known import Known
from language import t
from language.numbers import month_long

if TYPE_CHECKING:
    from data_access.ingest import Checked

Agency = Annotated[
    str | None, typer.Option(help="Whose a II.06a report is, by code: where its title is silent.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", help="Which header is which field: code='Số biên nhận'. May be repeated."),
]


def check(
    file: Path,
    kind: str | None = None,
    month: str | None = None,
    agency: Agency = None,
    column: Columns = None,
    as_json: AsJson = False,
) -> None:
    """Say what is wrong with a file, line by line. Writes nothing."""
    how = said(kind, month, agency, column)
    store = opened()
    with refusals(), waiting(t("cli.checking", file=file.name)):
        checked = ingest.check_apart(partial(Known.of, store), file, **how)
    if as_json:
        print_json(_plain(checked))
    else:
        _show(checked)
    raise typer.Exit(REJECTED_SOME if len(checked.rejected) else DONE)


def said(kind: str | None, month: str | None, agency: str | None, column: list[str] | None) -> dict:
    """What the caller says about a file, as checking takes it."""
    return {"kind": kind, "month": month_named(month), "agency": agency, "columns": _fields(column)}


def _fields(given: list[str] | None) -> dict[str, str] | None:
    """field=header, as often as given."""
    pairs = [one.partition("=") for one in given or ()]
    if any(not (field and header) for field, _, header in pairs):
        raise typer.BadParameter(t("cli.bad_column"))
    return {field.strip(): header.strip() for field, _, header in pairs} or None


def _plain(checked: "Checked") -> dict:
    recognised = checked.recognised
    return {
        "kind": checked.contract.kind,
        "month": recognised.month,
        "as_of": checked.as_of,
        "synthetic": recognised.synthetic,
        "total": checked.total,
        "accepted": checked.accepted,
        "rejected": len(checked.rejected),
        "repeated": checked.repeated,
        "dropped_columns": recognised.dropped,
        "issues": checked.issues.to_dicts(),
    }


def _show(checked: "Checked") -> None:
    recognised = checked.recognised
    month = month_long(recognised.month) if recognised.month else "—"
    kind = t(f"kind.{checked.contract.kind}")
    console.print(t("cli.checked", kind=kind, month=month, total=checked.total, good=checked.accepted,
                    rejected=len(checked.rejected)))  # fmt: skip
    if recognised.dropped:
        console.print(t("cli.dropped", columns=", ".join(recognised.dropped)))
    show_issues(checked)
