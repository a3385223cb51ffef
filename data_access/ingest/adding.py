"""What lines of dossiers add up to, by the store's own wording of each measure."""

from collections.abc import Iterable
from datetime import date

import polars as pl

from data_access.measures import CONDITIONS, GROUPS, MEASURES
from data_access.months import month_end


def counts(lines: pl.DataFrame) -> pl.DataFrame:
    """The measures of a frame of dossier lines: GROUPS + MEASURES, one row a group, sorted."""
    ends = {month: month_end(month) for month in _months(lines)}
    end = pl.col("month").replace_strict(ends, return_dtype=pl.Date)
    sums = (pl.sql_expr(CONDITIONS[name]).sum().cast(pl.Int64).alias(name) for name in MEASURES)
    return lines.with_columns(month_end=end).group_by(GROUPS).agg(*sums).sort(GROUPS)


def added(sums: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """`counts` of all lines from those of each part of them."""
    return pl.concat(sums).group_by(GROUPS).agg(pl.col(MEASURES).sum()).sort(GROUPS)


def _months(lines: pl.DataFrame) -> Iterable[date]:
    return lines["month"].unique()
