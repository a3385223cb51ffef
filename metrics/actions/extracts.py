"""Actions from months that are not in, were turned away, or came with lines that were."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from metrics.actions.action import Action
from metrics.completeness import Board, board
from metrics.scope import Scope

NAMED = 3  # agencies that are written out
STATES = {"late": "late_extracts", "rejected": "rejected_extracts", "partial": "partial_extracts"}


def extracts(connection: Connection, month: date) -> Iterator[Action]:
    """Of one month: who has sent nothing, whose file was turned away, whose file has rejected lines."""
    found = board(connection, Scope(month, month))
    for state, kind in STATES.items():
        yield _of_state(found, month, state, kind)


def _of_state(found: Board, month: date, state: str, kind: str) -> Action:
    owing = [(unit, cells[0]) for unit, cells in found.rows if cells[0].state == state]
    names = sorted(unit.name for unit, _ in owing)
    figures = {"month": month, "names": ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")}
    if state == "partial":
        figures["lines"] = sum(cell.rejected or 0 for _, cell in owing)
    span = {"tu": f"{month:%Y-%m}", "den": f"{month:%Y-%m}"}
    return Action(kind, "extract", state, len(owing), found.due(month), "so-lieu", figures, span)
