"""One line of a reference kind, written on a page: a batch of its own, like an uploaded file of one line.

The same contract, checks, staging and apply, in one transaction: whatever is refused leaves no trace, and
what is taken is undone, listed and told like any other batch.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection

from data_access.authors import ON_A_PAGE
from data_access.errors import FieldProblem, LineRefused
from data_access.ingest.applying import Read, apply_within, records_checked
from data_access.ingest.checking import Checked, checked
from data_access.ingest.contract import Contract
from data_access.ingest.contracts import CONTRACTS, REFERENCE
from data_access.ingest.known import Known
from data_access.ingest.reading.grid import Sheet, frame, numbered
from data_access.ingest.recognising import recognise
from data_access.ingest.staging import stage_within
from data_access.store import Store


def note(store: Store, kind: str, fields: Mapping[str, str], *, by: str, read: Read | None = None) -> int:
    """Stage and apply one line; the id of its batch.

    `fields` are field names of the kind's contract with cells as a file would have them: dates as
    31/03/2025 or 2025-03-31, words of closed lists; a field left out is a blank cell. `read` gives the
    indicators before and after, as in `apply`. LineRefused names the fields that do not fit; KeyError for
    a kind that is no reference kind or a field that it does not have.
    """
    contract = {one.kind: one for one in REFERENCE}[kind]
    sheet = _sheet(contract, fields)
    with records_checked(), store.write() as connection:
        line = _fitting(connection, kind, sheet)
        batch_id = stage_within(connection, line, by=by)
        apply_within(connection, batch_id, by=by, read=read)
    return batch_id


def word(kind: str, field: str, value: object) -> str:
    """The word by which a file says a value of a closed list: what a page's choice is written as."""
    choices = CONTRACTS[kind].column(field).choices
    return next(word for word, meant in choices.items() if meant == value)


def _sheet(contract: Contract, fields: Mapping[str, str]) -> Sheet:
    """The line as the table of a file; nothing in it is taken for a title, a total or a signature."""
    cells = {contract.column(name).field: cell for name, cell in fields.items()}
    row = [cells.get(column.field, "") for column in contract.columns]
    return Sheet(
        titles=(),
        header=tuple(column.header for column in contract.columns),
        rows=frame([row], len(row)),
        lines=numbered(1, 1),
        name=ON_A_PAGE,
        # Of no file: the same may be written again after an undo.
        sha256=hashlib.sha256(f"{contract.kind} {cells} {datetime.now(UTC)}".encode()).hexdigest(),
    )


def _fitting(connection: Connection, kind: str, sheet: Sheet) -> Checked:
    line = checked(Known.seen_by(connection), recognise(sheet, kind=kind))
    refused = line.issues.filter(severity="reject")
    if len(refused):
        fields = {column.header: column.field for column in line.contract.columns}
        raise LineRefused(
            tuple(
                FieldProblem(fields.get(issue["column"], ""), issue["column"] or "", issue["kind"])
                for issue in refused.iter_rows(named=True)
            )
        )
    return line
