"""Events: marked on every trend by number, listed with source and – written on a page – by whom and when."""

from dataclasses import dataclass
from datetime import date

from data_access.authors import Written
from data_access.authors import written as _written
from graphics.events import Line, events_list
from language import t, tn
from language.numbers import day, moment
from metrics.scope import Scope
from reports.exports import Column
from ui import links, reads, shell
from ui.event_form import write_event
from ui.event_marks import Mark
from ui.overview import titled
from ui.panels import Panel, draw, drawn

KEY = "su-kien"
COLUMNS = {"number": "count", "on": "day"} | dict.fromkeys(("title", "kind", "source", "by", "at"), "text")

written = reads.cached(_written)


@dataclass(frozen=True)
class Event:
    """An event of a period under its number; `written` says who wrote it, where it came from no file."""

    number: int
    on: date
    title: str
    kind: str
    source: str
    written: Written | None

    @property
    def when_written(self) -> str:
        return moment(self.written.at) if self.written else ""


def events(scope: Scope) -> list[Event]:
    """The events within a scope's months, numbered by date."""
    authors = written("events")
    found = [one for one in reads.events() if scope.first <= one["on"] <= scope.end]
    return [
        Event(number, one["on"], titled(one), one["kind"], one["source"], _on_a_page(authors.get(one["key"])))
        for number, one in enumerate(found, start=1)
    ]


def marks(scope: Scope) -> tuple[Mark, ...]:
    """The same as they stand on a chart."""
    return tuple(Mark(one.number, one.on, one.title, one.kind == "reorganisation") for one in events(scope))


def key_to_marks(scope: Scope) -> str:
    """What the numbered uprights are, and where they are listed."""
    found = events(scope)
    if not found:
        return ""
    structural = [f"**{one.number}** {one.title}" for one in found if one.kind == "reorganisation"]
    words = tn("events.key", len(found))
    return f"{words} {t('events.structural', events='; '.join(structural))}" if structural else words


def section(scope: Scope) -> None:
    """The list below the trends of a page, and for staff the form that adds to it."""
    staff = shell.may("staff")
    draw(scope, panel(scope, staff))
    if staff:
        write_event()


@drawn
def panel(scope: Scope, staff: bool) -> Panel:
    """Every event of the period; staff are led to the batch of those written on a page, to undo it."""
    found = events(scope)
    if not found:
        return Panel(KEY, t("events.none"), refused=t("events.none_help"))
    return Panel(
        KEY,
        tn("events.title", len(found)),
        [Column(t(f"events.column_{name}"), kind) for name, kind in COLUMNS.items()],
        [_row(one) for one in found],
        drawing=events_list([_line(one, staff) for one in found]),
    )


def _row(one: Event) -> tuple:
    by = one.written.by if one.written else ""
    return one.number, one.on, one.title, t(f"event.{one.kind}"), one.source, by, one.when_written


def _line(one: Event, staff: bool) -> Line:
    detail = t("events.detail", kind=t(f"event.{one.kind}"), source=one.source)
    if one.written:
        detail += t("events.written", by=one.written.by, at=one.when_written)
    batch = links.to("lich-su", lo=str(one.written.batch)) if one.written and staff else None
    structural = one.kind == "reorganisation"
    return Line(one.number, day(one.on), one.title, detail, structural, batch, t("events.undo"))


def _on_a_page(one: Written | None) -> Written | None:
    return one if one and one.on_a_page else None
