"""Every problem of a batch as a workbook: for who does not correct lines but looks for what goes wrong."""

from collections.abc import Sequence
from datetime import date

from language import t
from reports.exports import Column, Meta, xlsx_bytes


def issues_xlsx(title: str, months: Sequence[date], issues: Sequence, synthetic: bool = False) -> bytes:
    """One line a problem: where it is, what is wrong, what to do. `issues` are those of
    `data_access.history.issues`; `months` are the batch's."""
    names = ("line", "column", "severity", "reason", "fix", "value")
    columns = [Column(t(f"batch.{name}"), "count" if name == "line" else "text") for name in names]
    first, last = (months[0], months[-1]) if months else (None, None)
    return xlsx_bytes(
        columns, [_row(issue) for issue in issues], Meta(title, first, last, synthetic=synthetic)
    )


def _row(issue) -> tuple:
    """Line, column, how grave, reason, remedy, value; a problem of the whole file has no line."""
    return (
        issue.line,
        issue.column,
        t(f"batch.{issue.severity}"),
        t(f"issue.{issue.kind}"),
        t(f"fix.{issue.kind}"),
        issue.detail,
    )
