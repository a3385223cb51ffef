"""`rebuild` makes every kept sum anew from the lines: when somebody doubts them."""

from commands.terminal import AsJson, console, opened, print_json, refusals, waiting
from data_access import sums
from data_access.sums.rebuilding import TABLES
from language import t, tn


def rebuild(as_json: AsJson = False) -> None:
    """Make every kept sum anew from the lines that count; say which were wrong."""
    with refusals(), waiting(t("cli.rebuilding")), opened().write() as connection:
        wrong = sums.rebuild(connection)
    if as_json:
        print_json({"tables": list(TABLES), "wrong": wrong})
        return
    console.print(tn("cli.rebuilt", len(TABLES)))
    for table, rows in wrong.items():
        console.print(tn("cli.rebuilt_wrong", rows, table=table))
    if not wrong:
        console.print(t("cli.rebuilt_same"))
