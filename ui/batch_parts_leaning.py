"""Supplements that count by a whole file: what its undo makes of them, and one that counts nowhere."""

from data_access.history import BatchRow
from data_access.leaning import counting_nowhere, leaning_on
from graphics.shapes import Status
from graphics.strip import notice
from language import t
from reports.leaning_words import sentences
from ui.html import html
from ui.reads import cached

WHY = {"unstated": "batch.unstated_help", "overtaken": "batch.overtaken_help"}

_leaning_on = cached(leaning_on, entries=16)
nowhere = cached(counting_nowhere, entries=4)


def falls_with(batch_id: int) -> list[str]:
    """A sentence or two for each supplement that counts by a batch: where it ceases to, where it goes on."""
    return [said for one in _leaning_on(batch_id) for said in sentences(one)]


def why_nowhere(batch: BatchRow) -> None:
    """That an applied supplement is not counted and why, where that is so."""
    if why := nowhere().get(batch.id):
        html(notice(t("batch.counts_nowhere"), t(WHY[why]), Status.WATCH))
