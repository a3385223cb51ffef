"""What is kept of the lines that were turned away, so that they can be handed back and corrected."""

import polars as pl

from data_access.ingest import parsing
from data_access.ingest.recognising import Recognised


def rejected_cells(recognised: Recognised, cells: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    """line + the allowed cells of every bad line, under the contract's headers, personal ones masked."""
    bad = frame.filter("bad").select("line")
    columns = [recognised.contract.column(field) for field in recognised.columns]
    if bad.is_empty():  # as nearly every slab of a good file
        return bad.with_columns(pl.lit(None, pl.String).alias(column.header) for column in columns)
    wordless = {c.field for c in columns if c.parser in parsing.TYPED}
    wordless |= {"code"} if recognised.contract.is_dossiers else set()
    moved = pl.col("line").is_in(_moved(recognised))
    return cells.join(bad, on="line", how="semi").select(
        "line",
        *(
            pl.when(~moved).then(parsing.masked(pl.col(c.field), typed=c.field in wordless)).alias(c.header)
            for c in columns
        ),
    )


def without_moved_cells(recognised: Recognised, issues: pl.DataFrame) -> pl.DataFrame:
    """The issues, without showing cells of lines of which nobody knows which cell is whose."""
    moved = pl.col("line").is_in(_moved(recognised)).fill_null(False)
    return issues.with_columns(detail=pl.when(~moved).then("detail"))


def _moved(recognised: Recognised) -> list[int]:
    """Lines with a cell too many, in files with columns that are dropped: a name with a comma that nobody
    quoted moves every cell after it, and a person's data under the header of a code."""
    return list(recognised.sheet.too_long) if recognised.dropped else []
