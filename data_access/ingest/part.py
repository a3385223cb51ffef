"""One slab of a file, checked: its lines, and what it says where the file as a whole is asked."""

from dataclasses import dataclass, replace

import polars as pl

from data_access.ingest import dossier_checks, reference_checks, report_06a
from data_access.ingest.adding import counts
from data_access.ingest.cells import days, reading_checks, values
from data_access.ingest.contract import Contract
from data_access.ingest.formulas import formula_checks
from data_access.ingest.known import Known
from data_access.ingest.outcome import SLICE
from data_access.ingest.problems import Check, Problems
from data_access.ingest.recognising import Recognised
from data_access.ingest.turned_away import rejected_cells

_CHECKS = {"dossiers": dossier_checks, "report_06a": report_06a}


@dataclass(frozen=True, eq=False)
class Part:
    """What checking a slab comes to; `Checked` says what most of it is.

    `agencies` are those that lines name, `days` the different values of each date column, `earliest` the
    first day of receipt by month and agency (dossiers only).
    """

    lines: pl.DataFrame
    stated: pl.DataFrame
    sums: pl.DataFrame
    problems: Problems
    rejected: pl.DataFrame
    total: int
    repeated: int
    agencies: set[str]
    days: dict[str, pl.Series]
    earliest: pl.DataFrame

    def without_lines(self) -> "Part":
        return replace(self, lines=self.lines.clear())


def checked_part(recognised: Recognised, known: Known, cells: pl.DataFrame) -> Part:
    """Check the lines of a slab."""
    contract, problems = recognised.contract, Problems()
    module = _CHECKS.get(contract.kind, reference_checks)
    frame = module.resolve(recognised, known, values(recognised, cells))
    frame = problems.note(frame, [*formula_checks(recognised, frame), *reading_checks(recognised)])
    frame = module.run(recognised, known, frame, problems)
    frame, repeated = _duplicates(contract, frame, problems)
    lines, rejected = module.finish(frame.filter(~pl.col("bad"))), rejected_cells(recognised, cells, frame)
    return Part(
        lines=lines,
        stated=lines.group_by(SLICE).len() if contract.is_statement else pl.DataFrame(schema=[*SLICE, "len"]),
        sums=counts(lines) if contract.is_dossiers else pl.DataFrame(),
        problems=problems,
        rejected=rejected,
        total=len(lines) + len(rejected) + repeated,
        repeated=repeated,
        agencies=set(frame["agency"].drop_nulls().unique()) if "agency" in frame.columns else set(),
        days=days(recognised, frame),
        earliest=dossier_checks.earliest(frame) if contract.is_dossiers else pl.DataFrame(),
    )


def _duplicates(contract: Contract, frame: pl.DataFrame, problems: Problems) -> tuple[pl.DataFrame, int]:
    """Of one key in one file: identical lines count once, differing ones are all turned away."""
    key = list(contract.key)
    keys = frame.select(*key, "bad").filter(~pl.col("bad"))
    if not keys.select(pl.struct(key).is_duplicated().any()).item():
        return frame, 0
    good = frame.filter(~pl.col("bad"))
    values = [c for c in good.columns if c not in ("line", "bad") and ":" not in c]
    twice = good.filter(pl.struct(key).is_duplicated())
    same = pl.struct(values).n_unique().over(key) == 1
    first = pl.col("line") == pl.col("line").min().over(key)
    header = contract.column(key[-1]).header
    twice = twice.with_columns(same=same, first=first)
    shown = f"raw:{key[-1]}"
    problems.note(twice, [
        Check("line.repeated", pl.col("same") & ~pl.col("first"), header, shown, severity="warn"),
        Check("line.contradicts", ~pl.col("same"), header, shown),
    ])  # fmt: skip
    repeated = twice.filter(pl.col("same") & ~pl.col("first"))["line"]
    contradicting = twice.filter(~pl.col("same"))["line"]
    frame = frame.filter(~pl.col("line").is_in(repeated.implode()))
    return frame.with_columns(bad=pl.col("bad") | pl.col("line").is_in(contradicting.implode())), len(
        repeated
    )
