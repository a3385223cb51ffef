"""What is wrong with a file, as the page groups it: one entry for one thing to do, graver ones first."""

from itertools import groupby
from typing import TYPE_CHECKING

from commands.terminal import console
from language import t, tn
from reports.issue_words import OF_AGENCIES

if TYPE_CHECKING:
    from data_access.ingest import Checked

LINES, EXAMPLES = 12, 3  # named of a group; --json has all


def show_issues(checked: "Checked") -> None:
    """A line for each kind of problem in each column: where, what is wrong, what to do, and examples."""
    found = sorted(checked.issues.iter_rows(named=True), key=_same)
    groups = [list(issues) for _, issues in groupby(found, key=_same)]
    for issues in sorted(groups, key=lambda issues: (issues[0]["severity"] != "reject", -len(issues))):
        console.print(" ".join(filter(None, (_told(issues), _examples(issues)))))


def _same(issue: dict) -> tuple:
    """What makes two problems one thing to do."""
    return issue["severity"], issue["kind"], issue["column"] or "", issue["line"] is None


def _told(issues: list[dict]) -> str:
    """How grave, and where: in lines and column, in a column, or in the file as a whole."""
    first = issues[0]
    words = {"reason": t(f"issue.{first['kind']}"), "fix": t(f"fix.{first['kind']}")}
    if first["line"] is not None:
        said = t("cli.issue", line=_lines(issues), column=first["column"] or "—", **words)
    elif first["column"]:
        said = t("cli.issue_of_column", column=first["column"], **words)
    else:
        said = t("cli.issue_of_file", **words)
    severity = t(f"batch.{first['severity']}")
    return f"{severity} – {said}"


def _lines(issues: list[dict]) -> str:
    lines = sorted({issue["line"] for issue in issues})
    listed, more = ", ".join(map(str, lines[:LINES])), len(lines) - LINES
    return tn("batch.and_more", more, lines=listed) if more > 0 else listed


def _examples(issues: list[dict]) -> str:
    shown = list(dict.fromkeys(issue["detail"] for issue in issues if issue["detail"]))
    if shown and (words := OF_AGENCIES.get(issues[0]["kind"])):
        return f"[{tn(words, len(issues), example=shown[0])}]"
    return f"[{'; '.join(shown[:EXAMPLES])}{'; …' if len(shown) > EXAMPLES else ''}]" if shown else ""
