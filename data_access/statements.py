"""The kinds of statements: what agencies say, month by month, dossier by dossier or in totals."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lines:
    """A kind of statement: the table of its lines, and what tells the lines of one slice apart."""

    kind: str
    table: str
    key: tuple[str, ...]


DOSSIERS = Lines("dossiers", "dossier", ("code",))
REPORTS = Lines("report_06a", "report_line", ("sector",))

# Reports of several months are held against what counts in them and never added to it: their slices are
# of kinds of their own, named by the last month.
REPORTS_OVER = {
    1: REPORTS,
    **{
        months: Lines(f"report_06a_{name}", REPORTS.table, REPORTS.key)
        for months, name in ((3, "quarter"), (6, "half_year"), (9, "nine_months"), (12, "year"))
    },
}
STATEMENTS = {lines.kind: lines for lines in (DOSSIERS, *REPORTS_OVER.values())}
