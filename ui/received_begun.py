"""Months that have begun to come in after the period on the screen: they are not forgotten."""

from graphics.shapes import Status
from graphics.strip import notice
from language import t
from language.numbers import fraction, month_long
from metrics.scope import Scope
from ui import reads
from ui.data import revision
from ui.frame_data import choices
from ui.html import html


def begun(scope: Scope) -> None:
    """Said for each later month: how many have sent it, and where the others are named."""
    later = [month for month in choices(revision()).months if month > scope.last]
    said = []
    for month in later:
        found = reads.board(Scope(month, month, level=scope.level))
        said.append(f"{month_long(month)}: {fraction(found.received(month), found.due(month))}")
    if said:
        html(notice(t("received.begun", months="; ".join(said)), t("received.begun_see"), Status.WATCH))
