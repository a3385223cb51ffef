"""`template`: a workbook to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal import console
from data_access.ingest.contracts import CONTRACTS
from language import t


def template(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(CONTRACTS)}.")],
    to: Annotated[Path | None, typer.Option(help="The file to write; default mau-KIND.xlsx here.")] = None,
) -> None:
    """Write the template of a kind of extract: a sheet to fill in, and a guide with examples."""
    from reports.templates import workbook  # which takes longer to import than most commands to run

    if kind not in CONTRACTS:
        raise typer.BadParameter(t("cli.no_such_kind", kinds=", ".join(CONTRACTS)))
    to = to or Path(f"mau-{kind.replace('_', '-')}.xlsx")
    to.write_bytes(workbook(kind))
    console.print(t("cli.template_written", file=str(to)))
