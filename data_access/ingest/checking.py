"""Every line of a file checked: slab by slab, then what is asked of all of them together."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from data_access.ingest import dossier_checks, report_06a
from data_access.ingest.adding import added
from data_access.ingest.cells import say_swappable
from data_access.ingest.known import Known
from data_access.ingest.outcome import SLICE, Checked, in_order
from data_access.ingest.part import Part, checked_part
from data_access.ingest.problems import Problems
from data_access.ingest.reading.file import read
from data_access.ingest.reading.grid import Sheet
from data_access.ingest.recognising import Recognised, recognise
from data_access.ingest.report_06a_contract import REPORT
from data_access.ingest.report_06a_form import canonical
from data_access.ingest.slabs import slabs
from data_access.ingest.turned_away import without_moved_cells

HandOver = Callable[[Recognised | pl.DataFrame], None]


def check(known: Known, source: bytes | Path, name: str | None = None, **how) -> Checked:
    """Read, recognise and check a file against what the store knows; `how` as in `check_sheet`. Writes
    nothing. FileProblem when the file as a whole cannot be taken."""
    return check_sheet(known, sheet_of(source, name), **how)


def sheet_of(source: bytes | Path, name: str | None = None) -> Sheet:
    """The table of a file, which needs nothing to be known; FileProblem if there is none."""
    return canonical(read(source, name))


def check_sheet(
    known: Known,
    sheet: Sheet,
    *,
    kind: str | None = None,
    month: date | None = None,
    columns: Mapping[str, str] | None = None,
    agency: str | None = None,
    hand_over: HandOver | None = None,
) -> Checked:
    """Recognise and check a table.

    `kind`, `month` and `columns` (field to header text) overrule what the headers, the titles and the name
    say; a month column says it line by line and stands. FileProblem when the file as a whole cannot be
    taken; ColumnsUnclear among them if a person can say which header is which column. `agency` (code or
    key) says whose a II.06a report is, if its titles do not. `hand_over` as in `checked`.
    """
    recognised = recognise(sheet, kind=kind, month=month, columns=columns, answers=known.answers)
    if recognised.contract is REPORT:
        recognised = report_06a.settled(recognised, known, agency)
    return checked(known, recognised, hand_over)


def checked(known: Known, recognised: Recognised, hand_over: HandOver | None = None) -> Checked:
    """Check the lines of a recognised sheet.

    `hand_over`, if given, gets what was recognised and then the good lines of each slab as soon as they
    are checked; the outcome then holds none of them.
    """
    waiting, bare = slabs(recognised), recognised.without_rows()
    if hand_over is None:
        return _together(bare, known, [checked_part(bare, known, cells) for cells in waiting])
    hand_over(bare)
    parts = []
    for cells in waiting:
        part = checked_part(bare, known, cells)
        hand_over(part.lines)
        parts.append(part.without_lines())
    return _together(bare, known, parts)


def _together(recognised: Recognised, known: Known, parts: Sequence[Part]) -> Checked:
    """What the parts come to, and the questions about all lines."""
    contract = recognised.contract
    return Checked(
        recognised=recognised,
        lines=in_order(contract, [part.lines for part in parts]),
        stated=pl.concat(part.stated for part in parts).group_by(SLICE).sum().sort(SLICE),
        sums=added(part.sums for part in parts) if contract.is_dossiers else pl.DataFrame(),
        issues=_issues(recognised, known, parts),
        rejected=pl.concat(part.rejected for part in parts).sort("line"),
        total=sum(part.total for part in parts),
        repeated=sum(part.repeated for part in parts),
    )


def _issues(recognised: Recognised, known: Known, parts: Sequence[Part]) -> pl.DataFrame:
    """What was said of the file, of its lines together, and of each line."""
    problems = Problems()
    for note in recognised.notes:
        problems.say(note)
    days = {field: pl.concat(part.days[field] for part in parts) for field in parts[0].days}
    say_swappable(recognised, days, problems)
    if recognised.contract.is_dossiers:
        earliest = pl.concat(part.earliest for part in parts)
        dossier_checks.say_of_all(recognised, known, earliest, problems)
    for part in parts:
        problems.found += part.problems.found
    agencies = set().union(*(part.agencies for part in parts))
    only = agencies.pop() if len(agencies) == 1 else None
    return without_moved_cells(recognised, problems.table(only))
