"""The tables of docs/data-contract.md, written from the contracts themselves.

`python -m reports.contract` rewrites them; a test says when they are not current.
"""

import re
from pathlib import Path

from data_access.ingest.contract import Column, Contract
from data_access.ingest.contracts import CONTRACTS
from language import t, using

PAGE = Path(__file__).parents[1] / "docs" / "data-contract.md"
_BETWEEN = re.compile(r"(<!-- contracts -->\n).*(<!-- /contracts -->)", re.S)


def tables() -> str:
    """One section a kind, in Markdown."""
    with using("en"):
        return "\n".join(_section(contract) for contract in CONTRACTS.values())


def current(page: str) -> str:
    """The page with its tables as the contracts have them now."""
    return _BETWEEN.sub(lambda match: f"{match[1]}{tables()}{match[2]}", page)


def _section(contract: Contract) -> str:
    head = "| column | field | required | values | example |\n|---|---|---|---|---|"
    rows = [_row(column) for column in (*contract.columns, *contract.optional)]
    key = ", ".join(contract.key)
    title = f"### {t(f'kind.{contract.kind}')} (`{contract.kind}`)"
    return "\n".join([title, "", f"One record: {key}.", "", head, *rows, ""])


def _row(column: Column) -> str:
    needed = "filled" if column.filled else "header" if column.required else "no"
    values = ", ".join(dict.fromkeys(column.choices)) or _VALUES[column.parser]
    if column.refers:
        values += f"; one of the {column.refers} codes"
    names = "; also ".join((column.header, *column.aliases))
    return f"| {names} | `{column.field}` | {needed} | {values} | {column.example} |"


_VALUES = {
    "text": "text",
    "code": "code, as text",
    "date": "date, day first",
    "month": "MM/YYYY",
    "flag": "1 or 0, x, có or không",
    "number": "whole number",
    "decimal": "number",
    "status": "1–10 or a name from the table of statuses",
}


if __name__ == "__main__":
    PAGE.write_text(current(PAGE.read_text("utf-8")), "utf-8")
