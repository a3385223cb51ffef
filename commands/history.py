"""`batches` lists what was loaded; `undo` takes a batch back."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from commands.terminal import AsJson, By, console, opened, print_json, refusals, waiting
from data_access import ingest
from data_access.history import BatchRow
from data_access.history import batches as all_batches
from data_access.leaning import counting_nowhere, leaning_on
from data_access.tables.batch import STATES
from language import t
from language.numbers import count, day, month_long
from reports.leaning_words import sentences

if TYPE_CHECKING:
    from rich.table import Table

COLUMNS = ("number", "kind", "months", "lines", "state", "file", "by")
# In characters: the terminals in which a column has its place, those in which all have, and how wide some may
# be in others, so that what is left is the file's.
FROM_WIDTH = {"by": 110, "lines": 72}
WIDE = 110
MOST_WIDTH = {"kind": 14, "months": 8, "lines": 11, "state": 12}


def undo(batch: int, by: By = "cli", as_json: AsJson = False) -> None:
    """Make an applied batch count no more; the store is then as if it had never been applied."""
    from metrics.watched import watched

    store = opened()
    with refusals(), waiting(t("cli.undoing", batch=str(batch))):
        with store.read() as connection:
            leaning = leaning_on(connection, batch)
        ingest.undo(store, batch, by=by, read=watched)
    if as_json:
        print_json({"batch": batch, "state": "undone", "undone_by": by, "leaning": leaning})
        return
    console.print(t("cli.undone", batch=str(batch)))
    for one in leaning:
        for said in sentences(one):
            console.print(said)


def batches(
    state: Annotated[str | None, typer.Option(help=f"Only of one state: {', '.join(STATES)}.")] = None,
    as_json: AsJson = False,
) -> None:
    """Every batch, newest first."""
    if state not in (None, *STATES):
        raise typer.BadParameter(t("cli.bad_state", states=", ".join(STATES)))
    with opened().read() as connection:
        found, nowhere = all_batches(connection, state), counting_nowhere(connection)
    if as_json:
        print_json([{**vars(batch), "counts_nowhere": nowhere.get(batch.id)} for batch in found])
        return
    console.print(_table(found, nowhere))


def _table(found: Sequence[BatchRow], nowhere: Collection[int]) -> "Table":
    """A row a batch; those in `nowhere` were applied and do not count.

    Words wrap and names fold, since a name that is cut names another file.
    """
    from rich.table import Table

    shown = [name for name in COLUMNS if console.width >= FROM_WIDTH.get(name, 0)]
    table = Table(box=None)
    for name in shown:
        most = MOST_WIDTH.get(name) if console.width < WIDE else None
        table.add_column(t(f"cli.column_{name}"), overflow="fold", max_width=most)
    for batch in found:
        cells = _cells(batch, counts=batch.id not in nowhere)
        table.add_row(*(cells[name] for name in shown))
    return table


def _cells(batch: BatchRow, *, counts: bool) -> dict[str, str]:
    state = t(f"state.{batch.state}") if counts else t("batch.applied_nowhere")
    when = batch.undone_at or batch.applied_at or batch.staged_at
    return {
        "number": str(batch.id),
        "kind": t(f"kind.{batch.kind}"),
        "months": ", ".join(month_long(month) for month in batch.months),
        "lines": f"{count(batch.accepted)} / {count(batch.total)}",
        "state": f"{state} {day(when.date())}",
        "file": batch.file_name,
        "by": batch.staged_by,
    }
