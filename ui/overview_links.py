"""Tổng quan: what is linked with the IOC, and how much its apps are used."""

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


def apps(scope: Scope) -> tuple[App, ...]:
    """The newest figures of each app."""
    return tuple(
        App(app(measure), what(measure, row["unit"]), int(row["value"]), row["at_least"])
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
