"""Every line of a recognised file checked; the outcome is what staging will write, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from data_access.counting import month_end
from data_access.errors import FileProblem
from data_access.ingest import dossier_checks, reference_checks, report_06a
from data_access.ingest.cells import raw_cells, reading_checks, values
from data_access.ingest.codes import kept
from data_access.ingest.contract import Contract
from data_access.ingest.formulas import formula_checks
from data_access.ingest.known import Known
from data_access.ingest.problems import Check, Problems
from data_access.ingest.reading import read
from data_access.ingest.recognising import Recognised, recognise
from data_access.ingest.report_06a_contract import REPORT
from data_access.ingest.report_06a_form import canonical
from data_access.ingest.turned_away import rejected_cells, without_moved_cells
from data_access.measures import counts


@dataclass(frozen=True, eq=False)
class Checked:
    """A file ready to be staged.

    `lines` are the good ones, typed, and `sums` what they add up to (dossiers only); `issues` one row
    per problem; `rejected` the allowed cells of bad lines as the file had them.
    total = len(lines) + len(rejected) + repeated.
    """

    recognised: Recognised
    lines: pl.DataFrame
    sums: pl.DataFrame
    issues: pl.DataFrame
    rejected: pl.DataFrame
    total: int
    repeated: int

    @property
    def contract(self) -> Contract:
        return self.recognised.contract

    @property
    def as_of(self) -> date:
        """What the file says, else the end of its newest month, else today."""
        newest = self.lines["month"].max() if self.contract.is_statement else None
        return self.recognised.as_of or (month_end(newest) if newest else date.today())

    def slices(self) -> list[tuple[date, str, int]]:
        """(month, agency, lines) for each agency with a good line; empty for reference kinds."""
        if not self.contract.is_statement:
            return []
        return self.lines.group_by("month", "agency").len().sort("month", "agency").rows()


def check(
    known: Known,
    source: bytes | Path,
    name: str | None = None,
    *,
    kind: str | None = None,
    month: date | None = None,
    columns: Mapping[str, str] | None = None,
    agency: str | None = None,
) -> Checked:
    """Read, recognise and check a file against what the store knows. Writes nothing.

    `kind`, `month` and `columns` (field to header text) overrule what the headers, the titles and the name
    say; a month column says it line by line and stands. FileProblem when the file as a whole cannot be
    taken; ColumnsUnclear among them if a person can say which header is which column. `agency` (code or
    key) says whose a II.06a report is, if its titles do not.
    """
    recognised = recognise(
        canonical(read(source, name)), kind=kind, month=month, columns=columns, answers=known.answers
    )
    if recognised.contract is REPORT:
        recognised = report_06a.settled(recognised, known, agency)
    return checked(known, recognised)


def checked(known: Known, recognised: Recognised) -> Checked:
    """Check the lines of a recognised sheet."""
    problems = Problems()
    for note in recognised.notes:
        problems.say(note)
    cells, recognised = raw_cells(recognised), recognised.without_rows()
    if cells.is_empty():
        raise FileProblem("file.no_lines")
    if recognised.contract.is_dossiers:
        cells = kept(cells)
    module = _CHECKS.get(recognised.contract.kind, reference_checks)
    frame = module.resolve(recognised, known, values(recognised, cells, problems))
    frame = problems.note(frame, [*formula_checks(recognised, frame), *reading_checks(recognised)])
    frame = module.run(recognised, known, frame, problems)
    frame, repeated = _duplicates(recognised.contract, frame, problems)
    lines, rejected = module.finish(frame.filter(~pl.col("bad"))), rejected_cells(recognised, cells, frame)
    return Checked(
        recognised=recognised,
        lines=lines,
        sums=counts(lines) if recognised.contract.is_dossiers else pl.DataFrame(),
        issues=without_moved_cells(recognised, problems.table(_only_agency(frame))),
        rejected=rejected,
        total=len(lines) + len(rejected) + repeated,
        repeated=repeated,
    )


_CHECKS = {"dossiers": dossier_checks, "report_06a": report_06a}


def _only_agency(frame: pl.DataFrame) -> str | None:
    """The agency of the file, if all lines that name a known one name the same."""
    agencies = frame["agency"].drop_nulls().unique() if "agency" in frame.columns else []
    return agencies[0] if len(agencies) == 1 else None


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
