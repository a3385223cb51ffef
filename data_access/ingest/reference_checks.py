"""Checks of reference lines: codes that must exist, a value that fits its aspect, periods in order."""

import polars as pl

from data_access.ingest.contract import Column, Contract
from data_access.ingest.index_checks import component_checks, score_checks
from data_access.ingest.known import Known
from data_access.ingest.problems import Check, Problems
from data_access.ingest.recognising import Recognised
from data_access.ingest.repairing import repaired
from data_access.terms import ASPECTS


def resolve(recognised: Recognised, known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """Codes of lists as the lists have them: those that a spreadsheet changed are given back."""
    for column, known_codes in _held(recognised.contract, known, frame):
        unknown = set(frame[column.field].drop_nulls().unique()) - known_codes
        given_back = repaired(unknown, known_codes) if unknown else {}
        told = {cell: f"{cell} → {code}" for cell, code in given_back.items()}
        raw = pl.col(f"raw:{column.field}")
        frame = frame.with_columns(
            pl.col(column.field).replace(given_back) if given_back else pl.col(column.field),
            raw.replace_strict(told, default=None, return_dtype=pl.String).alias(f"told:{column.field}"),
        )
    return frame


def run(recognised: Recognised, known: Known, frame: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """Note every problem of the lines; adds to `bad`."""
    contract = recognised.contract
    checks = []
    for column, known_codes in _held(contract, known, frame):
        told = f"told:{column.field}"
        repaired_ones = Check("code.repaired", pl.col(told).is_not_null(), column.header, told, "warn")
        if column.refers:
            unknown = ~pl.col(column.field).is_in(list(known_codes))
            checks.append(Check("code.unknown", unknown, column.header, f"raw:{column.field}"))
        else:
            cut = pl.col(column.field).str.contains(_CUT)
            checks.append(Check("code.rounded", cut, column.header, f"raw:{column.field}"))
        checks.append(repaired_ones)
    if contract.kind in ("agencies", "index_components"):
        checks.append(_reversed(contract, "valid_to", pl.col("valid_to") < pl.col("valid_from")))
    if contract.kind == "index_components":
        checks += component_checks(contract, frame)
    if contract.kind == "official_scores":
        checks.append(_reversed(contract, "period_to", pl.col("period_to") < pl.col("period_from")))
        checks += score_checks(contract)
    if contract.kind == "openings":
        # Closed *from* a day on: one that opens and closes on the same day was never open.
        checks.append(_reversed(contract, "closed_on", pl.col("closed_on") <= pl.col("opened_on")))
    if contract.kind == "decisions":
        early = pl.col("due_on") < pl.col("noted_on")
        checks.append(Check("date.due_before_noted", early, contract.column("due_on").header, "raw:due_on"))
    checks += _too_large(contract, frame)
    if contract.kind == "procedure_states":
        fits = pl.lit(False)
        for aspect, values in ASPECTS.items():
            fits = fits | ((pl.col("aspect") == aspect) & pl.col("value").is_in(list(values)))
        checks.append(Check("state.wrong_aspect", ~fits, contract.column("value").header, "raw:value"))
    return problems.note(frame, checks)


# A procedure's code as a number: 1.00161, 1001610 or 1.00E+00 may each be another than meant.
_CUT = r"^\d[.,]\d{3,5}$|^\d{7}$|^\d(?:[.,]\d+)?[eE][+-]?\d+$"


def _held(contract: Contract, known: Known, frame: pl.DataFrame) -> list[tuple[Column, frozenset[str]]]:
    """The columns whose codes are held against a list, and the list; a catalogue against itself."""
    own = {("procedures", "code"): "procedure"}
    lists = [(column, column.refers or own.get((contract.kind, column.field))) for column in contract.columns]
    return [(column, known.codes(name)) for column, name in lists if name and column.field in frame.columns]


def finish(good: pl.DataFrame) -> pl.DataFrame:
    """The typed fields with their line number."""
    return good.select(c for c in good.columns if c != "bad" and ":" not in c)


def _reversed(contract: Contract, field: str, hit: pl.Expr) -> Check:
    return Check("date.period_reversed", hit, contract.column(field).header, f"raw:{field}")


def _too_large(contract: Contract, frame: pl.DataFrame) -> list[Check]:
    """Numbers that the column of the store does not hold: SQLite would keep them, PostgreSQL fail."""
    checks = []
    for column in contract.columns:
        if column.parser in ("number", "decimal") and column.field in frame.columns:
            hit = pl.col(column.field).abs() >= column.below
            checks.append(Check(f"cell.{column.parser}", hit, column.header, f"raw:{column.field}"))
    if contract.kind == "statuses":
        hit = ~pl.col("status").is_between(1, 10)
        checks.append(Check("cell.number", hit, contract.column("status").header, "raw:status"))
    return checks
