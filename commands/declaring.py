"""`declare-nothing`: a month of an agency in which no dossier came up."""

from typing import Annotated

import typer

from commands.both_sides import BothSides
from commands.outcome import show_cautions
from commands.terminal import AsJson, By, console, month_named, opened, print_json, refusals, waiting
from data_access import ingest
from data_access.counting import slices_of
from language import t


def declare_nothing(
    month: Annotated[str, typer.Argument(help="2025-04 or 04/2025.")],
    agencies: Annotated[list[str], typer.Argument(help="Codes of the agencies.")],
    by: By = "cli",
    as_json: AsJson = False,
) -> None:
    """Declare that these agencies had no dossiers in a month (không phát sinh), and apply it."""
    first, store = month_named(month), opened()
    with refusals():
        batch = ingest.declare_nothing(store, first, agencies, by=by)
    with refusals(t("cli.left_staged", batch=str(batch))), waiting(t("cli.applying", file=month)):
        seen = ingest.compare(store, batch)
        with store.read() as connection:
            sides = BothSides(slices_of(connection, batch))
        ingest.apply(store, batch, by=by, seen=seen, read=sides.read)
    result = {**vars(seen), "batch": batch, "unusual": sides.unusual(), "outcome": "applied"}
    if as_json:
        print_json(result)
        return
    console.print(t("cli.declared", batch=str(batch), month=f"{first:%m/%Y}", agencies=", ".join(agencies)))
    show_cautions(store, result)
