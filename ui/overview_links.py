"""Tổng quan: what is linked with the IOC, and how much its apps are used."""

from datetime import date

from graphics.shapes import App, Connection
from language import t
from language.catalogue import catalogue
from metrics.scope import Scope
from ui import reads

# Kinds of which a total is known: so many there are. Of the others only what is linked is known.
WITH_TOTAL = ("department", "vertical")
KINDS = (*WITH_TOTAL, "api", "system", "database", "gis")


def connections(scope: Scope) -> tuple[Connection, ...]:
    """One line a kind of link that there are records of, as they stood at the end of the scope."""
    records = reads.connections()
    lines = []
    for kind in KINDS:
        known = [record for record in records if record["kind"] == kind]
        if known:
            linked = sum(_linked(record, scope.end) for record in known)
            total = len(known) if kind in WITH_TOTAL else None
            lines.append(Connection(t(f"connection.{kind}"), linked, total))
    return tuple(lines)


def apps(scope: Scope) -> tuple[App, ...]:
    """The newest figures of each app (`app_<name>_<what>`); one without words of its own shows its code."""
    lines = []
    for measure, row in sorted(reads.monthly_figures(scope.end).items()):
        if measure.startswith("app_"):
            name, what = measure.removeprefix("app_").rsplit("_", 1)
            label, note = _words(f"app.{name}", name), _words(f"app.{what}", row["unit"])
            lines.append(App(label, note, int(row["value"]), row["at_least"]))
    return tuple(lines)


def _linked(record: dict, on: date) -> bool:
    return record["state"] == "connected" and (record["since"] is None or record["since"] <= on)


def _words(key: str, otherwise: str) -> str:
    return t(key) if key in catalogue("vi") else otherwise
