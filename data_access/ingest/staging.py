"""Staging: a checked file into the store, where a refresh or a colleague finds it. Nothing counts yet."""

import json
from datetime import UTC, date, datetime

import polars as pl
from sqlalchemy import Connection, insert, select, update

from data_access.bulk import bulk_insert
from data_access.combining import inserting
from data_access.errors import FileProblem
from data_access.ingest.arriving import Arriving
from data_access.ingest.contract import Contract
from data_access.ingest.outcome import Checked
from data_access.ingest.receptions import RECEPTIONS_ONLY
from data_access.ingest.recognising import Recognised
from data_access.statements import REPORTS, REPORTS_OVER
from data_access.store import Store
from data_access.tables import Batch, BatchSlice

NIL = tuple[date, str]


def stage(
    store: Store, checked: Checked | Arriving, *, by: str, nil: tuple[NIL, ...] = (), mode: str | None = None
) -> int:
    """Write a batch with its lines, issues and fixed list of slices; its id.

    A file that is still being checked is written as its parts arrive, in one transaction that its problem,
    should it have one, takes back. `nil` are (month, agency key) for which the person declares không phát
    sinh. `mode` is whole for statements unless the file is a corrected supplement; reference kinds are
    always supplements.
    """
    with store.write() as connection:
        return stage_within(connection, checked, by=by, nil=nil, mode=mode)


def stage_within(
    connection: Connection,
    checked: Checked | Arriving,
    *,
    by: str,
    nil: tuple[NIL, ...] = (),
    mode: str | None = None,
) -> int:
    """The same in the caller's transaction."""
    batch_id = _begun(connection, checked.recognised, by, mode)
    _lines(connection, batch_id, checked)
    outcome = checked.whole()
    if not (outcome.accepted or nil or outcome.contract.is_statement):
        raise FileProblem("file.nothing_good", n=outcome.total)
    _completed(connection, batch_id, outcome)
    _slices(connection, batch_id, outcome, nil)
    if outcome.contract.is_dossiers:
        bulk_insert(connection, "batch_sum", _of(batch_id, outcome.sums))
    bulk_insert(connection, "issue", _of(batch_id, _asked_of(connection, batch_id, outcome.issues)))
    _rejected(connection, batch_id, outcome.rejected)
    return batch_id


def _begun(connection: Connection, recognised: Recognised, by: str, mode: str | None) -> int:
    """The batch, with what is known of a file before its lines are."""
    supplement_of = _existing(connection, recognised.supplement_of)
    if not recognised.contract.is_statement:
        mode = "supplement"
    return new_batch(
        connection,
        by=by,
        kind=recognised.contract.kind,
        # Also when the batch that it names is not here: a few corrected lines are never a whole month.
        mode=mode or ("supplement" if recognised.supplement_of else "whole"),
        as_of=date.today(),
        synthetic=recognised.synthetic,
        file_name=recognised.sheet.name,
        sha256=recognised.sheet.sha256,
        delimiter=recognised.sheet.delimiter,
        dropped_columns=list(recognised.dropped),
        supplement_of=supplement_of,
    )


def new_batch(connection: Connection, *, by: str, **said) -> int:
    """A batch, staged now, of which only this is known and that holds nothing yet; its id."""
    values = {
        "state": "staged",
        "synthetic": False,
        **dict.fromkeys(("total", "accepted", "rejected", "repeated"), 0),
        "dropped_columns": [],
        "staged_at": datetime.now(UTC),
        "staged_by": by,
        **said,
    }
    return connection.execute(insert(Batch).values(values)).inserted_primary_key[0]


def _completed(connection: Connection, batch_id: int, checked: Checked) -> None:
    """The day that its lines reach, and how many there are."""
    values = {
        "as_of": checked.as_of,
        "total": checked.total,
        "accepted": checked.accepted,
        "rejected": len(checked.rejected),
        "repeated": checked.repeated,
    }
    connection.execute(update(Batch).where(Batch.c.id == batch_id).values(values))


def _asked_of(connection: Connection, batch_id: int, issues: pl.DataFrame) -> pl.DataFrame:
    """The issues, without what is asked of a whole month alone: a person may say later than the check that
    a file adds to its month."""
    mode = connection.scalar(select(Batch.c.mode).where(Batch.c.id == batch_id))
    return issues.filter(pl.col("kind") != RECEPTIONS_ONLY) if mode == "supplement" else issues


def _existing(connection: Connection, batch_id: int | None) -> int | None:
    """The batch that a supplement says it corrects, if there is such a one here."""
    return connection.scalar(select(Batch.c.id).where(Batch.c.id == batch_id)) if batch_id else None


def _slices(connection: Connection, batch_id: int, checked: Checked, nil: tuple[NIL, ...]) -> None:
    stated = {(month, agency): lines for month, agency, lines in checked.slices()}
    stated.update({slice_: 0 for slice_ in nil if slice_ not in stated})
    kind = checked.contract.kind
    if kind == REPORTS.kind:
        kind = REPORTS_OVER[checked.recognised.months].kind
    rows = [
        {"batch_id": batch_id, "kind": kind, "month": month, "agency": agency,
         "lines": lines, "nil": lines == 0}
        for (month, agency), lines in sorted(stated.items())
    ]  # fmt: skip
    if rows:
        connection.execute(insert(BatchSlice), rows)


def _lines(connection: Connection, batch_id: int, checked: Checked | Arriving) -> None:
    """The good lines, as they come."""
    contract = checked.recognised.contract
    if contract.is_dossiers:
        with inserting(connection, "dossier", _TOGETHER) as insert:
            for lines in checked.parts():
                insert(_of(batch_id, lines))
        return
    for lines in checked.parts():
        _stated_or_recorded(connection, batch_id, contract, lines)


def _stated_or_recorded(
    connection: Connection, batch_id: int, contract: Contract, lines: pl.DataFrame
) -> None:
    if contract.is_statement:
        bulk_insert(connection, contract.table, _of(batch_id, lines))
        return
    plain = lines.with_columns(pl.col(pl.Date, pl.Decimal).cast(pl.String))
    kept = plain.select(
        line="line",
        kind=pl.lit(contract.kind),
        key=business_key(contract),
        fields=pl.struct(pl.all().exclude("line")).struct.json_encode(),
    )
    bulk_insert(connection, "reference_line", _of(batch_id, kept))


def _of(batch_id: int, rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(batch_id=pl.lit(batch_id))


# Columns of dossiers whose values come in few combinations: what is handled where, how, and its days.
_TOGETHER = (
    ("month", "agency", "batch_id", "procedure", "counter"),
    ("channel", "status", "digitised_input", "digitised_result", "fee", "paid_online", "satisfaction"),
    ("submitted_on", "received_on", "due_on", "finished_on", "returned_on"),
)  # fmt: skip


def business_key(contract: Contract) -> pl.Expr:
    """The fields that name a record, joined: what a newer line of the same record also has."""
    parts = [pl.col(field).cast(pl.String).fill_null("") for field in contract.key]
    return pl.concat_str(parts, separator="|")


def _rejected(connection: Connection, batch_id: int, rejected: pl.DataFrame) -> None:
    rows = [
        (batch_id, row.pop("line"), json.dumps(row, ensure_ascii=False))
        for row in rejected.iter_rows(named=True)
    ]
    schema = {"batch_id": pl.Int64, "line": pl.Int64, "cells": pl.String}
    bulk_insert(connection, "rejected_line", pl.DataFrame(rows, schema=schema, orient="row"))
