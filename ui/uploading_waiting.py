"""Batches that were staged and neither applied nor set aside: anyone may go on with them."""

from data_access.history import BatchRow
from graphics.cards import card, grid
from graphics.markup import Html, tag
from language import t, tn
from language.numbers import moment, month_long
from ui import batches
from ui.html import html
from ui.uploading_arrivals import BATCH

SHOWN = 8


def waiting(besides: int | None = None) -> None:
    """The staged batches, newest first, each a link to itself; `besides` is the one on the screen."""
    staged = [batch for batch in batches.batches() if batch.state == "staged" and batch.id != besides]
    if not staged:
        return
    rows = [_row(batch) for batch in staged[:SHOWN]]
    more = len(staged) - len(rows)
    rest = tag("a", tn("upload.more_waiting", more), href="lich-su", cls="ioc-link") if more else None
    title = tn("upload.waiting", len(staged))
    html(grid(card(title, tag("ul", *rows, cls="ioc-waiting"), rest, span=12)))


def _row(batch: BatchRow) -> Html:
    months = ", ".join(month_long(month) for month in batch.months)
    facts = [t(f"kind.{batch.kind}"), months, tn("upload.lines", batch.total)]
    if batch.rejected:
        facts.append(tn("batch.problem_count", batch.rejected))
    name = tag("a", t("batch.title", batch=str(batch.id), file=batch.file_name), href=f"?{BATCH}={batch.id}")
    who = t("upload.by", who=batch.staged_by, when=moment(batch.staged_at))
    return tag("li", tag("strong", name), tag("span", " · ".join(filter(None, facts))), tag("small", who))
