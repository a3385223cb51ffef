"""A file in slabs: some ten thousand lines are checked while those before them are staged.

What is asked of a line needs no other line, but for one question: whether its code stands elsewhere as well.
So lines of one code are never parted, and each slab is checked as if it were a file by itself.
"""

from collections.abc import Iterator
from itertools import chain, pairwise, repeat

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.cells import filled, named
from data_access.ingest.codes import kept
from data_access.ingest.recognising import Recognised

LINES = 25_000


def slabs(recognised: Recognised) -> Iterator[pl.DataFrame]:
    """The cells of a sheet, slab by slab: `line` and its fields as trimmed text, blank lines left out.

    Dossiers are cut; other kinds, which have questions about all of their lines, are one slab.
    FileProblem if no line holds anything.
    """
    is_cut = recognised.contract.is_dossiers and len(recognised.sheet.rows) > LINES
    found = (_cells(recognised, rows) for rows in (_cut(recognised) if is_cut else [slice(None)]))
    holding = (cells for cells in found if len(cells))
    first = next(holding, None)
    if first is None:
        raise FileProblem("file.no_lines")
    return chain([first], holding)


def _cells(recognised: Recognised, rows: pl.Series | slice) -> pl.DataFrame:
    cells = filled(named(recognised, rows))
    return kept(cells) if recognised.contract.is_dossiers else cells


def _cut(recognised: Recognised) -> Iterator[pl.Series | slice]:
    """The rows of each slab, in the order in which the store keeps them, as far as the text tells it: what
    is stored in order costs a third less. By code alone where one stands twice, so that its lines meet."""
    keys = kept(named(recognised, slice(None), ("agency", "code"))).with_row_index("row")
    ordered = keys.sort("code")
    if not (ordered["code"] == ordered["code"].shift()).any():
        # One column after the other takes a quarter of the time of both at once.
        ordered = keys if _is_in_order(keys) else ordered.sort("agency", maintain_order=True)
    rows = None if ordered is keys else ordered["row"]
    cuts = list(_cuts(ordered["code"]))
    del keys, ordered  # while the slabs are checked, memory is needed for other things
    for start, end in pairwise(cuts):
        yield slice(start, end) if rows is None else rows[start:end]


def _is_in_order(keys: pl.DataFrame) -> bool:
    """Whether every line stands behind the one above it already, as most systems write them."""
    agency, code = pl.col("agency"), pl.col("code")
    above, beside = agency.shift(), code.shift()
    follows = (agency > above) | ((agency == above) & (code > beside))
    return keys.select(follows.slice(1).fill_null(False).all()).item()


def _cuts(codes: pl.Series) -> Iterator[int]:
    """Where slabs begin and the last one ends: after so many lines, but never between two of one code. The
    first ones are short, since whoever stages them has nothing to do until they come."""
    sizes = chain((max(1, LINES // 8), max(1, LINES // 3)), repeat(LINES))
    at = 0
    while at < len(codes):
        yield at
        at = min(at + next(sizes), len(codes))
        while at < len(codes) and codes[at] is not None and codes[at] == codes[at - 1]:
            at += 1
    yield at
