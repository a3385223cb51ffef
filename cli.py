"""The command line: what a page can do, a script can do, by the same rules.

Exit codes: 0 done · 1 the file or the request was refused; of several files, those before it stand ·
2 wrong usage · 3 done, but some lines were rejected · 4 the store is busy, full, read-only, gone
or another version's: the same request works once that is mended. docs/command-line.md has examples.
"""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

from data_access.ingest import child

if __name__ == "__main__":
    gc.disable()  # what is imported stays: looking for what does not would take a fifth of the time
    if {"check", "ingest"} & set(sys.argv):
        # It reads while all that follows is imported. A guess: if another file is meant, it reads that one.
        guess = next(filter(os.path.isfile, sys.argv[2:]), None)  # Path.is_file raises for a name too long
        with suppress(OSError):  # what is wrong with the file that is meant is told below
            child.ahead(Path(guess) if guess else None)

from typing import Annotated

import typer

import language
from commands.checking import check
from commands.declaring import declare_nothing
from commands.history import batches, undo
from commands.ingesting import ingest_files
from commands.noting import note
from commands.rebuilding import rebuild
from commands.sample import demo, figures
from commands.templates import template

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)


@app.callback()
def main(lang: Annotated[str, typer.Option(help="vi or en.")] = "vi") -> None:
    """Một Cửa IOC on whatever store DATABASE_URL names (default: the SQLite file of `make run`)."""
    language.use(lang)


app.command()(demo)
app.command()(check)
app.command(name="ingest")(ingest_files)
app.command(name="declare-nothing")(declare_nothing)
app.command()(note)
app.command()(undo)
app.command()(batches)
app.command()(template)
app.command()(figures)
app.command()(rebuild)

if __name__ == "__main__":
    gc.freeze()
    gc.enable()
    app()
