"""Tổng quan: what is linked with the IOC, and how much its apps are used."""

from datetime import date

from graphics.connections import App, Connection
from language import t
from metrics.linked import AGENCIES, KINDS, Link
from metrics.scope import Scope
from ui import reads
from ui.app_words import PREFIX, app, what


def connections(scope: Scope) -> tuple[Connection, ...]:
    """One line a kind of link as it stood at the end of the scope; without a record nothing is claimed."""
    found = reads.links(scope.end)
    return tuple(_counted(kind, [link for link in found if link.kind == kind]) for kind in KINDS)


def known_on(scope: Scope) -> date:
    """The day that records of links speak of: the end of the scope, or where they end before it."""
    return reads.stated_until("connections", scope.end)


def known_until(scope: Scope) -> str:
    """Said where records of links end before the scope does."""
    known = known_on(scope)
    return t("overview.known_until", day=known) if known < scope.end else ""


def apps(scope: Scope) -> tuple[App, ...]:
    """The newest figures of each app, with their month."""
    return tuple(
        App(app(measure), what(measure, row["unit"]), int(row["value"]), row["at_least"], row["month"])
        for measure, row in sorted(reads.monthly_figures(scope.end).items())
        if measure.startswith(PREFIX)
    )


def _counted(kind: str, links: list[Link]) -> Connection:
    label = t(f"connection.{kind}")
    if not links:
        return Connection(label, None)
    linked = sum(link.connected for link in links)
    # Of other kinds only what is linked is known, not what there is.
    return Connection(label, linked, len(links) if kind in AGENCIES else None)
