"""Whole numbers divided so that the parts add up exactly."""

import numpy as np


def by_weights(total: int, weights) -> np.ndarray:
    """`total` in parts as near to the weights as whole numbers allow (largest remainder).

    Weights are whole numbers; ties go to the earlier part.
    """
    weights = np.asarray(weights, dtype=np.int64)
    shares, remainders = np.divmod(total * weights, weights.sum())
    largest_first = np.argsort(-remainders, kind="stable")
    shares[largest_first[: total - shares.sum()]] += 1
    return shares


def by_margins(rows, columns) -> np.ndarray:
    """A table of whole numbers, near to independence, with exactly these sums of rows and of columns."""
    rows, columns = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
    if rows.sum() != columns.sum():
        raise ValueError("rows and columns must have the same total")
    table = rows[:, None] * columns[None, :] // rows.sum()
    lacking_rows, lacking_columns = rows - table.sum(axis=1), columns - table.sum(axis=0)
    row = column = 0
    while row < len(rows) and column < len(columns):
        more = min(lacking_rows[row], lacking_columns[column])
        table[row, column] += more
        lacking_rows[row] -= more
        lacking_columns[column] -= more
        row, column = (row + 1, column) if not lacking_rows[row] else (row, column + 1)
    return table
