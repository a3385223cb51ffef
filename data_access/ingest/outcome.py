"""What checking a file comes to: all that staging will write of it, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from data_access.ingest.contract import Contract
from data_access.ingest.recognising import Recognised
from data_access.months import month_end

SLICE = ("month", "agency")


@dataclass(frozen=True, eq=False)
class Checked:
    """A file ready to be staged.

    `lines` are the good ones, typed; `stated` how many of them each month and agency has (empty in reference
    kinds), `sums` what they add up to (dossiers only); `issues` one row per problem; `rejected` the allowed
    cells of bad lines as the file had them. total = accepted + len(rejected) + repeated.

    `lines` is empty where the good lines were handed over while the file was being checked.
    """

    recognised: Recognised
    lines: pl.DataFrame
    stated: pl.DataFrame
    sums: pl.DataFrame
    issues: pl.DataFrame
    rejected: pl.DataFrame
    total: int
    repeated: int

    @property
    def contract(self) -> Contract:
        return self.recognised.contract

    @property
    def accepted(self) -> int:
        return self.total - len(self.rejected) - self.repeated

    @property
    def as_of(self) -> date:
        """What the file says, else the end of its newest month, else today."""
        newest = self.stated["month"].max() if self.contract.is_statement else None
        return self.recognised.as_of or (month_end(newest) if newest else date.today())

    def slices(self) -> list[tuple[date, str, int]]:
        """(month, agency, lines) for each agency with a good line; empty for reference kinds."""
        return self.stated.rows()

    def with_lines(self, parts: Sequence[pl.DataFrame]) -> "Checked":
        """With the good lines of each slab together, in the order in which one slab has them."""
        return replace(self, lines=in_order(self.contract, parts))

    def parts(self) -> Iterator[pl.DataFrame]:
        """The good lines, as one part: what a file that is still being checked has several of."""
        yield self.lines

    def whole(self) -> "Checked":
        """Itself: the outcome once all parts were taken."""
        return self


def in_order(contract: Contract, parts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The lines of slabs that are sorted each by itself as the table is."""
    return parts[0] if len(parts) == 1 else pl.concat(parts).sort(contract.key)
