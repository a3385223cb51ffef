"""Hồ sơ: levels side by side, and what was received by channel and by kind of service."""

from collections.abc import Mapping
from decimal import Decimal

from graphics.bars import stacked
from graphics.shapes import Segment
from language import t
from language.numbers import fraction
from metrics.figure import Figure
from metrics.scope import Scope
from reports.exports import Column
from ui import names, reads
from ui.dossier_findings import largest
from ui.panels import Panel, drawn

LEVEL_KEYS = ("dossiers_received", "dossiers_online", "timeliness", "dossiers_open", "overdue_open")
LOOKS = ("main", "second", "rest")


@drawn
def levels(scope: Scope) -> Panel:
    """Every figure of the head by level, and who has sent. The levels add up to the province."""
    found = {key: reads.by(key, scope, "level") for key in LEVEL_KEYS}
    rows = [
        (
            names.level(level, scope.end),
            received.part,
            found["dossiers_online"][level].value,
            found["timeliness"][level].value,
            found["dossiers_open"][level].part if level in found["dossiers_open"] else None,
            found["overdue_open"][level].part if level in found["overdue_open"] else None,
            fraction(received.received, received.due),
        )
        for level, received in found["dossiers_received"].items()
    ]
    columns = [
        Column(t("filter.level")),
        Column(t("dossiers.received"), "count"),
        Column(t("dossiers.online_rate"), "percent"),
        Column(t("dossiers.timely_rate"), "percent"),
        Column(t("dossiers.open"), "count"),
        Column(t("dossiers.overdue"), "count"),
        Column(t("dossiers.sent"), "text"),
    ]
    parts = {name: part for name, part, *_ in rows if part}
    return Panel("ho-so-cap", largest(parts, t("dossiers.by_level")), columns, rows)


@drawn
def channels(scope: Scope) -> Panel:
    """Received by channel."""
    words = {channel: t(f"channel.{channel}") for channel in ("online", "in_person", "post")}
    return _shares("ho-so-kenh", t("dossiers.by_channel"), "channel", words, scope)


@drawn
def services(scope: Scope) -> Panel:
    """Received by the service level that the procedure had in that month."""
    words = {level: t(f"service.{level}") for level in ("full", "partial", "information")}
    return _shares(
        "ho-so-muc-do", t("dossiers.by_service"), "service_level", {**words, "": t("service.none")}, scope
    )


def _shares(key: str, title: str, dimension: str, words: Mapping[str, str], scope: Scope) -> Panel:
    try:
        found: dict[str, Figure] = reads.by("dossiers_received", scope, dimension)
    except ValueError:  # no sums hold a sector together with this
        return Panel(key, title, refused=t("dossiers.not_by_sector"))
    known = {label: found[label].part for label in words if label in found and found[label].part is not None}
    whole = sum(known.values())
    finding = largest({words[label]: part for label, part in known.items()}, title)
    rows = [
        (words[label], part, Decimal(part * 100) / whole if whole else None) for label, part in known.items()
    ]
    segments = tuple(
        Segment(words[label], part, look)
        for (label, part), look in zip(known.items(), (*LOOKS, "pending"), strict=False)
    )
    columns = [
        Column(title),
        Column(t("dossiers.received"), "count"),
        Column(t("dossiers.share"), "percent"),
    ]
    return Panel(key, finding, columns, rows if whole else [], drawing=stacked(segments))
