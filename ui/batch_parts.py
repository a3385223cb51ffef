"""What was recognised in the file of a batch, in one card."""

from data_access.history import BatchRow
from graphics.cards import card, grid
from graphics.marks import Status, chip, synthetic_tag
from graphics.markup import Html, joined, tag
from graphics.strip import notice
from language import t, tn
from language.numbers import count, day, moment, month_long
from reports.left_out_words import left_out_words
from ui import batches, names
from ui.batch_parts_problems import notes
from ui.html import html

NAMED = 3  # agencies that are written out; more are counted


def summary(batch: BatchRow) -> None:
    """Kind, month and agency as the file says them, how many lines, and how it was read."""
    numbers = {
        "lines": batch.total,
        "taken": batch.accepted,
        "rejected": batch.rejected,
        "repeated": batch.repeated,
    }
    tiles = [
        tag("div", tag("dt", t(f"batch.{name}")), tag("dd", count(number)))
        for name, number in numbers.items()
        if number or name in ("lines", "taken")
    ]
    title = t("batch.title", batch=str(batch.id), file=batch.file_name)
    body = [
        tag("div", *_recognised(batch), cls="ioc-chips"),
        tag("dl", *tiles, cls="ioc-terms ioc-counts"),
        *_story(batch),
        _how_it_was_read(batch),
    ]
    aside = synthetic_tag() if batch.synthetic else None
    html(grid(card(title, *body, span=12, aside=aside)))
    if said := left_out_words(batches.left_out(batch.id), names.of_units()):
        html(notice(said, t("batch.left_out_help"), Status.WATCH))


def _recognised(batch: BatchRow) -> list[Html]:
    said = [t(f"kind.{batch.kind}")]
    if batch.months:
        said.append(t("batch.of_month", month=", ".join(month_long(month) for month in batch.months)))
    if batch.agencies:
        said.append(agencies(batch))
    said += [t("batch.to_day", day=day(batch.as_of)), t(f"mode.{batch.mode}")]
    return [chip(word) for word in said]


def agencies(batch: BatchRow) -> str:
    """The agencies that the file states: by name if few, else how many."""
    if batch.agencies > NAMED:
        return tn("batch.agency_count", batch.agencies)
    known = names.of_units()
    return ", ".join(known.get(key, key) for key in batches.agencies(batch.id))


def _story(batch: BatchRow) -> list[Html]:
    """Where the batch comes from and where it went on; who staged it."""
    said = [t("upload.by", who=batch.staged_by, when=moment(batch.staged_at))]
    if batch.supplement_of:
        said.append(t("batch.is_supplement", batch=str(batch.supplement_of)))
    if batch.copied_from:
        said.append(t("batch.is_copy", batch=str(batch.copied_from)))
    said += [t("batch.goes_on", batch=str(copy)) for copy in batches.copies(batch.id)]
    return [tag("p", " ".join(said), cls="ioc-muted ioc-after-counts")]


def _how_it_was_read(batch: BatchRow) -> Html | None:
    """A quiet list: what was put right, left out or assumed on the way."""
    said = notes(batch.id)
    if batch.dropped_columns:
        columns = ", ".join(batch.dropped_columns)
        said.append(tn("batch.dropped", len(batch.dropped_columns), columns=columns))
    if not said:
        return None
    items = [tag("li", one) for one in said]
    return joined(tag("h3", t("upload.read_so"), cls="ioc-quiethead"), tag("ul", *items, cls="ioc-quietlist"))
