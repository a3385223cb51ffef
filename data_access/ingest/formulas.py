"""Cells in which a formula came to nothing: never a zero, never a blank."""

import polars as pl

from data_access.ingest.problems import Check
from data_access.ingest.reading.cells import UNCOMPUTED
from data_access.ingest.recognising import Recognised

ERRORS = (
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
)  # fmt: skip


def formula_checks(recognised: Recognised, frame: pl.DataFrame) -> list[Check]:
    """Errors that a spreadsheet shows, in a CSV as well, and formulas that no program computed."""
    columns = [recognised.contract.column(field) for field in recognised.columns]
    begun = frame.select(pl.col(f"raw:{column.field}").str.starts_with("#").any() for column in columns)
    marked = [column for column, is_marked in zip(columns, begun.row(0), strict=True) if is_marked]
    return [check for column in marked for check in _checks_of(column.header, f"raw:{column.field}")]


def _checks_of(header: str, before: str) -> tuple[Check, Check]:
    return (
        Check("cell.error", pl.col(before).is_in(ERRORS), header, before),
        Check("cell.uncomputed", pl.col(before) == UNCOMPUTED, header),
    )
