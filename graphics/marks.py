"""Small marks that stand beside figures: status chips, the simulated-data tag, coverage."""

from __future__ import annotations

from collections.abc import Iterable

from graphics.markup import Html, joined, tag
from graphics.shapes import Coverage, Status
from language import t, tn

ICONS = {Status.MET: "✓", Status.WATCH: "!", Status.UNMET: "✕", Status.MISSING: "?"}
WORDS = {
    Status.MET: "status.met",
    Status.WATCH: "status.watch",
    Status.UNMET: "status.unmet",
    Status.MISSING: "status.missing",
}
TALLIES = {
    Status.MET: "status.tally_met",
    Status.WATCH: "status.tally_watch",
    Status.UNMET: "status.tally_unmet",
    Status.MISSING: "status.tally_missing",
}


def chip(text: str, status: Status | None = None) -> Html:
    """A pill of text; with a status it carries icon and colour, never colour alone."""
    if status is None:
        return tag("span", text, cls="ioc-chip")
    icon = tag("span", ICONS[status], cls="ioc-icon", aria_hidden=True)
    return tag("span", icon, text, cls=f"ioc-chip ioc-{status.value}")


def status_chip(status: Status | None) -> Html | None:
    """The chip of a status in its own word, nothing where there is no target."""
    return chip(t(WORDS[status]), status) if status else None


def tally(title: str, statuses: Iterable[Status]) -> Html:
    """A row of chips counting how many figures stand where: "4 mục tiêu: ✕ 2 chưa đạt"."""
    found = list(statuses)
    chips = [chip(tn(TALLIES[status], found.count(status)), status) for status in Status if status in found]
    return tag("div", tag("span", title, cls="ioc-muted"), *chips, cls="ioc-chips")


def synthetic_tag() -> Html:
    """The dashed mark of simulated data."""
    return tag("span", t("graphics.synthetic"), cls="ioc-synthetic")


def coverage_mark(coverage: Coverage | None) -> Html | None:
    """How many agencies stand behind a figure: `47/52 đơn vị`, amber where some are missing."""
    if coverage is None:
        return None
    text = t("graphics.coverage", received=coverage.received, due=coverage.due)
    if coverage.received < coverage.due:
        return chip(text, Status.WATCH)
    return tag("span", text, cls="ioc-coverage")


def corner(status: Status | None = None, synthetic: bool = False, note: str = "") -> Html | None:
    """What stands in the upper right of a card."""
    marks = [
        tag("span", note, cls="ioc-muted ioc-note") if note else None,
        synthetic_tag() if synthetic else None,
        status_chip(status),
    ]
    return joined(*marks) if any(marks) else None
