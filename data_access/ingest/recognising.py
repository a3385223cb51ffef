"""What a sheet is: its kind, which column is which, the month it states, as of when, real or synthetic."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data_access.counting import month_end
from data_access.errors import FileProblem
from data_access.ingest.contract import Column, Contract, fold
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.reading import Sheet

_MONTH = re.compile(r"thang\s*(\d{1,2})\s*(?:nam|/|-|\.)?\s*(\d{4})|(?<!\d)(\d{4})-(\d{2})(?!\d)", re.I)
_AS_OF = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})")
_BATCH = re.compile(r"ma lo\D{0,3}(\d+)")


@dataclass(frozen=True, eq=False)
class Recognised:
    """A sheet with a contract. `columns` maps fields to column names of the sheet's rows.

    `month` is null for reference kinds and where the file carries a month column. `dropped` are
    headers that the contract does not name: their cells go no further.
    """

    sheet: Sheet
    contract: Contract
    columns: Mapping[str, str]
    dropped: tuple[str, ...]
    month: date | None
    as_of: date
    synthetic: bool
    supplement_of: int | None


def recognise(sheet: Sheet, *, kind: str | None = None, month: date | None = None) -> Recognised:
    """Find kind, columns, month and dates; FileProblem names what is missing."""
    contract = CONTRACTS[kind] if kind else _best_contract(sheet.header)
    columns, dropped = _map(contract, sheet.header)
    missing = [
        column.header for column in contract.columns if column.required and column.field not in columns
    ]
    if missing:
        raise FileProblem("file.missing_columns", columns=", ".join(missing), n=len(missing))
    titles = " | ".join(fold_keeping_marks(title) for title in sheet.titles)
    if contract.is_dossiers and "month" not in columns and month is None:
        month = _month_in(titles) or _month_in(fold_keeping_marks(sheet.name))
        if month is None:
            raise FileProblem("file.no_month")
    as_of = _as_of_in(titles) or (month_end(month) if month else date.today())
    batch = _BATCH.search(titles)
    return Recognised(
        sheet=sheet,
        contract=contract,
        columns=columns,
        dropped=tuple(dropped),
        month=month,
        as_of=as_of,
        synthetic="mo phong" in titles,
        supplement_of=int(batch.group(1)) if batch else None,
    )


def fold_keeping_marks(text: str) -> str:
    """Like `fold`, but 31/03/2025 and 2025-03 keep their marks."""
    plain = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _best_contract(header: tuple[str, ...]) -> Contract:
    """The contract of which the largest share of required columns is there."""
    present = {fold(cell) for cell in header if cell}

    def score(contract: Contract) -> tuple[float, int]:
        required = [column for column in contract.columns if column.required]
        found = sum(bool(column.names() & present) for column in required)
        return found / len(required), found

    best = max(CONTRACTS.values(), key=score)
    if score(best)[0] < 0.5:
        raise FileProblem("file.unknown_kind")
    return best


def _map(contract: Contract, header: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """Fields to sheet columns. A header found twice is refused: which one would be meant?"""
    found: dict[str, str] = {}
    dropped = []
    for index, cell in enumerate(header):
        column = _named(contract, cell)
        if column is None:
            if cell:
                dropped.append(unicodedata.normalize("NFC", cell)[:80])
        elif column.field in found:
            raise FileProblem("file.header_twice", column=column.header)
        else:
            found[column.field] = f"c{index}"
    return found, dropped


def _named(contract: Contract, cell: str) -> Column | None:
    name = fold(cell)
    return next((c for c in (*contract.columns, *contract.optional) if name in c.names()), None)


def _month_in(text: str) -> date | None:
    match = _MONTH.search(text)
    if not match:
        return None
    number, year = (match[1], match[2]) if match[1] else (match[4], match[3])
    return date(int(year), int(number), 1) if 1 <= int(number) <= 12 else None


def _as_of_in(text: str) -> date | None:
    """The date after "đến ngày" in the titles, else the last date there."""
    found = _AS_OF.findall(text.split("den ngay")[-1])
    if not found:
        return None
    day, month, year = map(int, found[-1])
    try:
        return date(year, month, day)
    except ValueError:
        return None
