"""Checks of the index of QĐ 766: sums that the store knows, weights and thresholds that can be reached."""

from collections.abc import Callable

import polars as pl

from data_access.ingest.contract import Contract
from data_access.ingest.problems import Check
from data_access.terms import OF_PROCEDURES, SUMMANDS, summands


def component_checks(contract: Contract, frame: pl.DataFrame) -> list[Check]:
    """What can be wrong with a component, beyond what each of its cells says."""
    part, whole = pl.col("part"), pl.col("whole")
    halves = part.is_null() != whole.is_null()
    full_at = pl.col("full_at")
    return [
        *(_unknown(contract, frame, field) for field in ("part", "whole")),
        Check("index.half", halves, contract.column("whole").header, "raw:whole"),
        Check("index.mixed", _mixed(frame), contract.column("whole").header, "raw:whole"),
        Check("index.maximum", pl.col("maximum") <= 0, contract.column("maximum").header, "raw:maximum"),
        Check("index.full_at", (full_at <= 0) | (full_at > 100), contract.column("full_at").header,
              "raw:full_at"),
    ]  # fmt: skip


def score_checks(contract: Contract) -> list[Check]:
    """A published score lies between 0 and what it is out of."""
    outside = (pl.col("points") < 0) | (pl.col("points") > pl.col("out_of"))
    return [Check("index.points", outside, contract.column("points").header, "raw:points")]


def _unknown(contract: Contract, frame: pl.DataFrame, field: str) -> Check:
    """A sum that names something which the store does not add up."""
    odd = _where(frame[field], lambda names: not set(names) <= set(SUMMANDS))
    return Check("index.unknown_sum", pl.col(field).is_in(odd), contract.column(field).header, f"raw:{field}")


def _mixed(frame: pl.DataFrame) -> pl.Expr:
    """Dossiers over procedures, or the other way round: no rate of anything."""
    of_procedures = [
        pl.col(field).is_in(_where(frame[field], lambda names: bool(set(names) & set(OF_PROCEDURES))))
        for field in ("part", "whole")
    ]
    return of_procedures[0] != of_procedures[1]


def _where(cells: pl.Series, holds: Callable[[tuple[str, ...]], bool]) -> list[str]:
    return [cell for cell in cells.drop_nulls().unique().to_list() if holds(summands(cell))]
