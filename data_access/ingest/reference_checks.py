"""Checks of reference lines: codes that must exist, a value that fits its aspect, periods in order."""

import polars as pl
from sqlalchemy import Numeric

from data_access.ingest.contract import Contract
from data_access.ingest.known import Known
from data_access.ingest.problems import Check, Problems
from data_access.ingest.recognising import Recognised
from data_access.tables import Table
from data_access.tables.procedure import ASPECTS


def resolve(recognised: Recognised, known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """Nothing to resolve: reference lines keep the codes they came with."""
    return frame


def run(recognised: Recognised, known: Known, frame: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """Note every problem of the lines; adds to `bad`."""
    contract = recognised.contract
    checks = [
        Check("code.unknown", ~pl.col(c.field).is_in(list(known.codes(c.refers))), c.header, f"raw:{c.field}")
        for c in contract.columns
        if c.refers and c.field in frame.columns
    ]
    if contract.kind == "agencies":
        checks.append(_reversed(contract, "valid_to", pl.col("valid_to") < pl.col("valid_from")))
    if contract.kind == "openings":
        # Closed *from* a day on: one that opens and closes on the same day was never open.
        checks.append(_reversed(contract, "closed_on", pl.col("closed_on") <= pl.col("opened_on")))
    checks += _too_large(contract, frame)
    if contract.kind == "procedure_states":
        fits = pl.lit(False)
        for aspect, values in ASPECTS.items():
            fits = fits | ((pl.col("aspect") == aspect) & pl.col("value").is_in(list(values)))
        checks.append(Check("state.wrong_aspect", ~fits, contract.column("value").header, "raw:value"))
    return problems.note(frame, checks)


def finish(good: pl.DataFrame) -> pl.DataFrame:
    """The typed fields with their line number."""
    return good.select(c for c in good.columns if c != "bad" and not c.startswith("raw:"))


def _reversed(contract: Contract, field: str, hit: pl.Expr) -> Check:
    return Check("date.period_reversed", hit, contract.column(field).header, f"raw:{field}")


def _too_large(contract: Contract, frame: pl.DataFrame) -> list[Check]:
    """Numbers that the column of the store does not hold: SQLite would keep them, PostgreSQL fail."""
    columns = Table.metadata.tables[contract.table].columns
    checks = []
    for column in contract.columns:
        if column.parser in ("number", "decimal") and column.field in frame.columns:
            stored = columns[column.field].type
            limit = 10 ** (stored.precision - stored.scale) if isinstance(stored, Numeric) else 2**31
            hit = pl.col(column.field).abs() >= limit
            checks.append(Check(f"cell.{column.parser}", hit, column.header, f"raw:{column.field}"))
    if contract.kind == "statuses":
        hit = ~pl.col("status").is_between(1, 10)
        checks.append(Check("cell.number", hit, contract.column("status").header, "raw:status"))
    return checks
