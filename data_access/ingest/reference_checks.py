"""Checks of reference lines: codes that must exist, a value that fits its aspect, periods in order."""

import polars as pl

from data_access.ingest.known import Known
from data_access.ingest.problems import Check, Problems
from data_access.ingest.recognising import Recognised
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
    for field, first, last in _PERIODS.get(contract.kind, ()):
        header = contract.column(field).header
        checks.append(Check("date.period_reversed", pl.col(last) < pl.col(first), header, f"raw:{field}"))
    if contract.kind == "procedure_states":
        fits = pl.lit(False)
        for aspect, values in ASPECTS.items():
            fits = fits | ((pl.col("aspect") == aspect) & pl.col("value").is_in(list(values)))
        checks.append(Check("state.wrong_aspect", ~fits, contract.column("value").header, "raw:value"))
    return problems.note(frame, checks)


def finish(good: pl.DataFrame) -> pl.DataFrame:
    """The typed fields with their line number."""
    return good.select(c for c in good.columns if c != "bad" and not c.startswith("raw:"))


_PERIODS = {
    "agencies": (("valid_to", "valid_from", "valid_to"),),
    "openings": (("closed_on", "opened_on", "closed_on"),),
}
