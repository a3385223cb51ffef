"""The lines that were turned away, as a file that can be corrected and sent back.

It opens with *Mã lô*, so that it comes back as a supplement of its month, and carries two columns more:
*Lý do* and *Cách sửa*. Those two are dropped at the door when it returns.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date

from language import t
from language.numbers import month_long
from reports.exports import guarded

REASON, FIX = "Lý do", "Cách sửa"


def rejected_csv(
    batch_id: int,
    months: Sequence[date],
    lines: Sequence[tuple[int, dict]],
    issues: Sequence,
    synthetic: bool = False,
) -> bytes:
    """UTF-8 with BOM and semicolons. `issues` have line, kind and severity; warnings are left out."""
    reasons: dict[int, list[str]] = {}
    successors: dict[int, str] = {}
    for issue in issues:
        if issue.severity == "reject" and issue.line is not None:
            reasons.setdefault(issue.line, []).append(issue.kind)
            if issue.kind == "agency.not_in_force" and issue.detail:
                successors[issue.line] = issue.detail
    headers = list(lines[0][1]) if lines else []
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    # Always in Vietnamese: this is their file, and the reader looks for these words.
    period = f" – Kỳ số liệu: tháng {month_long(months[0])}" if len(months) == 1 else ""
    if synthetic:
        writer.writerow(["DỮ LIỆU MÔ PHỎNG"])  # the mark travels with the lines
    writer.writerow([f"Mã lô: {batch_id}{period}"])
    writer.writerow([*headers, REASON, FIX])
    for number, cells in lines:
        kinds = list(dict.fromkeys(reasons.get(number, ())))
        reason = "; ".join(t(f"issue.{kind}") for kind in kinds)
        fix = "; ".join(t(f"fix.{kind}") for kind in kinds)
        fix += f" ({successors[number]})" if number in successors else ""
        writer.writerow([*(guarded(cells.get(header) or "") for header in headers), reason, fix])
    return text.getvalue().encode("utf-8-sig")


def issues_csv(issues: Sequence) -> bytes:
    """Every problem of a batch: line, column, what is wrong, what to do, the value."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([t("batch.line"), t("batch.column"), t("batch.reason"), t("batch.fix"), t("batch.value")])
    for issue in issues:
        writer.writerow(
            [
                issue.line or "",
                guarded(issue.column or ""),
                t(f"issue.{issue.kind}"),
                t(f"fix.{issue.kind}"),
                guarded(issue.detail or ""),
            ]
        )
    return text.getvalue().encode("utf-8-sig")
