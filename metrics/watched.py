"""The indicators kept with every batch: what `apply` and `undo` record before and after."""

from sqlalchemy import Connection

from metrics.coverage import default_scope
from metrics.indicators import WATCHED
from metrics.read import figures


def watched(connection: Connection) -> dict:
    """Every watched indicator over the default scope and over its last month, as plain JSON.

    {"scope": ["2024-12", "2025-03"], "figures": {key: {"part", "whole", "received", "due"}}, "last": {…}}
    """
    scope = default_scope(connection)
    if scope is None:
        return {"scope": None, "figures": {}, "last": {}}
    last = scope.only(first=scope.last)
    return {
        "scope": [f"{scope.first:%Y-%m}", f"{scope.last:%Y-%m}"],
        "figures": _plain(figures(connection, WATCHED, scope)),
        "last": _plain(figures(connection, WATCHED, last)),
    }


def _plain(found: dict) -> dict:
    return {
        key: {"part": one.part, "whole": one.whole, "received": one.received, "due": one.due}
        for key, one in found.items()
    }
