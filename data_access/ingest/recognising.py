"""What a sheet is: its kind, which column is which, the month it states, as of when, real or synthetic."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from data_access.errors import ColumnsUnclear, FileProblem
from data_access.ingest.contract import NO_COLUMN, Contract
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.headers import Headers, explained, matched
from data_access.ingest.periods import as_of_in, month_in, plain
from data_access.ingest.reading.grid import Note, Sheet
from data_access.ingest.samples import samples
from data_access.ingest.signatures import Answers, signature
from data_access.months import month_end

_BATCH = re.compile(r"\bma lo\b\D{0,3}(\d{1,9})(?!\d)")


@dataclass(frozen=True, eq=False)
class Recognised:
    """A sheet with a contract. `columns` maps fields to column names of the sheet's rows.

    `month` is null for reference kinds and where the file carries a month column; `chosen` is the one
    that a person chose. `as_of` is null where neither titles nor month say it. `dropped` are headers that
    the contract does not name: their cells go no further. `mapped` are the fields (with their headers)
    that a person's answer named, given now or remembered. `notes` are warnings of the file.
    `months` is how many months end with `month`: more than one in reports alone.
    """

    sheet: Sheet
    contract: Contract
    columns: Mapping[str, str]
    dropped: tuple[str, ...]
    month: date | None
    as_of: date | None
    synthetic: bool
    supplement_of: int | None
    chosen: date | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    months: int = 1

    def without_rows(self) -> "Recognised":
        """The same without the sheet's text, which is as large as all that is made of it."""
        rows, lines = self.sheet.rows.clear(), self.sheet.lines.clear()
        return replace(self, sheet=replace(self.sheet, rows=rows, lines=lines))


def recognise(
    sheet: Sheet,
    *,
    kind: str | None = None,
    month: date | None = None,
    columns: Mapping[str, str] | None = None,
    answers: Answers | None = None,
) -> Recognised:
    """Find kind, columns, month and dates; FileProblem names what is missing.

    `columns` (field to header text) is what the person says about this very file; `answers` what was said
    about earlier files of the same headers.
    """
    answers = answers or {}
    contract = _contract(kind) if kind else _best_contract(sheet.header, answers)
    said = {**answers.get((contract.kind, signature(sheet.header)), {}), **(columns or {})}
    headers = _matched(contract, sheet, said)
    titles = " | ".join(plain(title) for title in sheet.titles)
    stated = month_in(titles) or month_in(plain(sheet.name))
    stands_in_lines = "month" in headers.columns or not contract.is_dossiers
    if not (stands_in_lines or month or stated):
        raise FileProblem("file.no_month")
    of_file = None if stands_in_lines else month or stated
    batch = _BATCH.search(titles)
    return Recognised(
        sheet=sheet,
        contract=contract,
        columns=headers.columns,
        dropped=headers.dropped,
        month=of_file,
        as_of=as_of_in(titles) or (month_end(of_file) if of_file else None),
        synthetic="mo phong" in titles,
        supplement_of=int(batch.group(1)) if batch else None,
        chosen=month if contract.is_statement else None,
        mapped=headers.mapped,
        notes=(*sheet.notes, *_mapped(contract, headers), *_other_month(of_file, stated)),
    )


def _matched(contract: Contract, sheet: Sheet, said: Mapping[str, str]) -> Headers:
    """The columns; where a person must say which is which, some cells go with the question."""
    try:
        return matched(contract, sheet.header, said)
    except ColumnsUnclear as problem:
        unused = [cell for cell in problem.header if cell not in problem.found.values()]
        problem.samples = samples(sheet, map(contract.column, problem.missing), unused)
        raise


def _mapped(contract: Contract, headers: Headers) -> list[Note]:
    """That columns were named by a person's answer, or said not to be there, is said each time."""
    pairs = [f"{header[:80]} → {contract.column(field).header}" for field, header in headers.mapped.items()]
    absent = [contract.column(field).header for field, at in headers.columns.items() if at == NO_COLUMN]
    notes = [Note("file.mapped", detail="; ".join(pairs))] if pairs else []
    return [*notes, Note("file.without", detail="; ".join(absent))] if absent else notes


def _contract(kind: str) -> Contract:
    if kind not in CONTRACTS:
        raise FileProblem("file.unknown_kind")
    return CONTRACTS[kind]


def _best_contract(header: tuple[str, ...], answers: Answers) -> Contract:
    """The one kind that a file with these headers was said to be, else the contract that explains most:
    at least half of its required columns are there, and more than of any other."""
    shape = signature(header)
    said = {kind for kind, of in answers if of == shape}
    if len(said) == 1:
        return _contract(said.pop())
    named_by = {kind: explained(contract, header) for kind, contract in CONTRACTS.items()}
    likely = {kind: found - missing / 2 for kind, (found, missing) in named_by.items() if found >= missing}
    if not any(likely.values()):
        raise FileProblem("file.unknown_kind")
    return CONTRACTS[max(likely, key=likely.get)]


def _other_month(month: date | None, stated: date | None) -> list[Note]:
    """The person's month counts; that the file names another one is said."""
    if not month or not stated or month == stated:
        return []
    return [Note("file.month_differs", detail=f"{month:%m/%Y} ≠ {stated:%m/%Y}")]
