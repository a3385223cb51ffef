"""`note`: one line of a record kind, as a page writes it: a decision, an event, an official score."""

from typing import Annotated

import typer

from commands.terminal import AsJson, By, console, opened, print_json, refusals
from data_access import ingest
from data_access.ingest.contracts import REFERENCE
from language import t
from metrics.watched import watched

KINDS = {contract.kind: [column.field for column in contract.columns] for contract in REFERENCE}


def note(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(KINDS)}.")],
    fields: Annotated[list[str], typer.Argument(help="field=value, each as a cell of a file would have it.")],
    by: By = "cli",
    as_json: AsJson = False,
) -> None:
    """Write one record and apply it: a batch of one line, undone like any other."""
    if kind not in KINDS:
        raise typer.BadParameter(", ".join(KINDS), param_hint="kind")
    said = dict(field.partition("=")[::2] for field in fields)
    if unknown := sorted(set(said) - set(KINDS[kind])):
        raise typer.BadParameter(f"{', '.join(unknown)} ({', '.join(KINDS[kind])})", param_hint="fields")
    with refusals():
        batch = ingest.note(opened(), kind, said, by=by, read=watched)
    if as_json:
        print_json({"batch": batch, "kind": kind})
    else:
        console.print(t("cli.noted", batch=str(batch), kind=t(f"kind.{kind}")))
