"""Batches that were staged and neither applied nor set aside: anyone may go on with them."""

from data_access.history import BatchRow
from data_access.waiting import Waiting
from data_access.waiting import also_waiting as waiting_too
from graphics.cards import card, grid
from graphics.markup import Html, tag
from language import t, tn
from language.numbers import moment, month_long
from ui import batches
from ui.html import html
from ui.reads import cached
from ui.uploading_arrivals import BATCH

SHOWN = 8

_also_waiting = cached(waiting_too, entries=16)


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


def also_waiting(batch: BatchRow) -> None:
    """That the very same file waits in another batch: where, since when and whose."""
    found = _also_waiting(batch.id)
    if not found:
        return
    rows = [tag("p", tag("strong", _told(one)), " ", _way_to(one)) for one in found]
    help_ = tag("p", t("batch.also_waiting_help"))
    html(tag("div", *rows, help_, cls="ioc-page ioc-notice ioc-notice-watch", role="status"))


def _told(one: Waiting) -> str:
    return t("batch.also_waiting", batch=str(one.batch), who=one.by, when=moment(one.at))


def _way_to(one: Waiting) -> Html:
    return tag("a", t("upload.look", batch=str(one.batch)), href=f"?{BATCH}={one.batch}", cls="ioc-link")


def _row(batch: BatchRow) -> Html:
    months = ", ".join(month_long(month) for month in batch.months)
    facts = [t(f"kind.{batch.kind}"), months, tn("upload.lines", batch.total)]
    if batch.rejected:
        facts.append(tn("batch.problem_count", batch.rejected))
    name = tag("a", t("batch.title", batch=str(batch.id), file=batch.file_name), href=f"?{BATCH}={batch.id}")
    who = t("upload.by", who=batch.staged_by, when=moment(batch.staged_at))
    return tag("li", tag("strong", name), tag("span", " · ".join(filter(None, facts))), tag("small", who))
