"""The reference extracts: which there are, as of when, how much they hold, and who brought them last."""

from graphics.cards import card, grid
from graphics.markup import Html, joined, tag
from graphics.table import table
from language import t
from language.numbers import day
from metrics.reference_board import Kind
from ui import links, reads, uploading
from ui.html import html

HEADERS = ("kind", "as_of", "records", "newest", "waiting")


def records() -> None:
    """One line a kind; a kind that nobody has sent says so."""
    title = t("received.records")
    headers = [t(f"received.records_{name}") for name in HEADERS]
    rows = [_row(kind) for kind in reads.reference_board()]
    kinds = ("text", "day", "count", "text", "text")
    html(grid(card(title, table(headers, kinds, rows, title), span=12)))


def _row(kind: Kind) -> tuple:
    waiting = joined(*(_link(batch) for batch in kind.waiting)) if kind.waiting else "—"
    if kind.batch_id is None:
        return t(f"kind.{kind.kind}"), None, None, t("received.never"), waiting
    when = day(kind.applied_at.astimezone())
    newest = joined(_link(kind.batch_id), " ", t("received.by_whom", who=kind.applied_by, when=when))
    return t(f"kind.{kind.kind}"), kind.as_of, kind.records, newest, waiting


def _link(batch_id: int) -> Html:
    address = links.to("lich-su", **{uploading.BATCH: str(batch_id)})
    return tag("a", t("received.batch", batch=str(batch_id)), href=address)
