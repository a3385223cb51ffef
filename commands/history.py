"""`batches` lists what was loaded; `undo` takes a batch back."""

from typing import Annotated

import typer

from commands.terminal import AsJson, By, console, opened, print_json, refusals, waiting
from data_access import ingest
from data_access.history import BatchRow
from data_access.history import batches as all_batches
from data_access.tables.batch import STATES
from language import t
from language.numbers import count, day, month_long


def undo(batch: int, by: By = "cli", as_json: AsJson = False) -> None:
    """Make an applied batch count no more; the store is then as if it had never been applied."""
    from metrics.watched import watched

    with refusals(), waiting(t("cli.undoing", batch=str(batch))):
        ingest.undo(opened(), batch, by=by, read=watched)
    if as_json:
        print_json({"batch": batch, "state": "undone", "undone_by": by})
    else:
        console.print(t("cli.undone", batch=str(batch)))


def batches(
    state: Annotated[str | None, typer.Option(help=f"Only of one state: {', '.join(STATES)}.")] = None,
    as_json: AsJson = False,
) -> None:
    """Every batch, newest first."""
    if state not in (None, *STATES):
        raise typer.BadParameter(t("cli.bad_state", states=", ".join(STATES)))
    with opened().read() as connection:
        found = all_batches(connection, state)
    if as_json:
        print_json([vars(batch) for batch in found])
        return
    from rich.table import Table

    names = ("kind", "months", "lines", "state", "file", "by")
    table = Table("#", *(t(f"cli.column_{name}") for name in names), box=None)
    for batch in found:
        table.add_row(*_row(batch))
    console.print(table)


def _row(batch: BatchRow) -> tuple[str, ...]:
    when = batch.undone_at or batch.applied_at or batch.staged_at
    return (
        str(batch.id),
        t(f"kind.{batch.kind}"),
        ", ".join(month_long(month) for month in batch.months),
        f"{count(batch.accepted)} / {count(batch.total)}",
        f"{t(f'state.{batch.state}')} {day(when.date())}",
        batch.file_name,
        batch.staged_by,
    )
