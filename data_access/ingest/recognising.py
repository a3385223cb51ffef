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

# "ngày 5 tháng 4 năm 2025" is the day a report was made, not the month it is about.
_IN_WORDS = re.compile(r"(ngay\s*\d{1,2}\s*)?thang\s*(\d{1,2})\s*(?:nam|/|-|\.)?\s*(20\d{2})")
_IN_FIGURES = re.compile(r"(?<!\d)(20\d{2})-(\d{2})(?!\d)")
_AS_OF = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})")
_BATCH = re.compile(r"ma lo\D{0,3}(\d{1,9})(?!\d)")


@dataclass(frozen=True, eq=False)
class Recognised:
    """A sheet with a contract. `columns` maps fields to column names of the sheet's rows.

    `month` is null for reference kinds and where the file carries a month column. `as_of` is null
    where neither titles nor month say it. `dropped` are headers that the contract does not name: their
    cells go no further.
    """

    sheet: Sheet
    contract: Contract
    columns: Mapping[str, str]
    dropped: tuple[str, ...]
    month: date | None
    as_of: date | None
    synthetic: bool
    supplement_of: int | None


def recognise(sheet: Sheet, *, kind: str | None = None, month: date | None = None) -> Recognised:
    """Find kind, columns, month and dates; FileProblem names what is missing."""
    contract = _contract(kind) if kind else _best_contract(sheet.header)
    columns, dropped = _map(contract, sheet.header)
    missing = [
        column.header for column in contract.columns if column.required and column.field not in columns
    ]
    if missing:
        raise FileProblem("file.missing_columns", columns=", ".join(missing), n=len(missing))
    titles = " | ".join(fold_keeping_marks(title) for title in sheet.titles)
    if "month" in columns or not contract.is_dossiers:
        month = None
    elif month is None:
        month = _month_in(titles) or _month_in(fold_keeping_marks(sheet.name))
        if month is None:
            raise FileProblem("file.no_month")
    as_of = _as_of_in(titles) or (month_end(month) if month else None)
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


def _contract(kind: str) -> Contract:
    if kind not in CONTRACTS:
        raise FileProblem("file.unknown_kind")
    return CONTRACTS[kind]


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
            if cell and fold(cell) not in _OUR_OWN:
                dropped.append(cell[:80])
        elif column.field in found:
            raise FileProblem("file.header_twice", column=column.header)
        else:
            found[column.field] = f"c{index}"
    return found, dropped


# The columns that the file of rejected lines carries when it comes back (reports.rejected).
_OUR_OWN = ("ly do", "cach sua")


def _named(contract: Contract, cell: str) -> Column | None:
    name = fold(cell)
    return next((c for c in (*contract.columns, *contract.optional) if name in c.names()), None)


def _month_in(text: str) -> date | None:
    found = [(year, number) for day, number, year in _IN_WORDS.findall(text) if not day]
    found += _IN_FIGURES.findall(text)
    months = [date(int(year), int(number), 1) for year, number in found if 1 <= int(number) <= 12]
    return months[0] if months else None


def _as_of_in(text: str) -> date | None:
    """The date after "đến ngày" in the titles, else the last date there."""
    _, named, after = text.rpartition("den ngay")
    found = _AS_OF.findall(after)
    if not found:
        return None
    day, month, year = map(int, found[0 if named else -1])
    try:
        return date(year, month, day)
    except ValueError:
        return None
