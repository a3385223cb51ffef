"""Tổng quan: figures of the store as the shapes of its cards of the first and second rank."""

import re
from dataclasses import dataclass
from decimal import Decimal

from graphics.cards import Hero, Kpi, part_of_whole
from graphics.levels import Level
from graphics.marks import tally
from graphics.markup import Html, tag
from graphics.shapes import Bullet, Coverage, Segment, Status, Tick
from language import current, t, tn
from language.numbers import count, fraction, percent_sign
from metrics.figure import Figure
from metrics.scope import Scope
from ui import links, names, overview_changes, reads
from ui.aims import Aim, aim, goal_words, known_until

KEYS = (
    "procedures_online", "procedures_full", "procedures_partial", "procedures_offline",
    "dossiers_received", "dossiers_online", "cross_boundary_live",
    "digitised_input", "digitised_result", "connections_vertical", "connections_departments",
)  # fmt: skip
AIMED = ("procedures_full", "cross_boundary_live", "digitised_input", "digitised_result")


@dataclass(frozen=True)
class Overview:
    """What several cards of the page need: every indicator, and those the province has targets for."""

    scope: Scope
    figures: dict[str, Figure]
    aims: dict[str, Aim]


def read(scope: Scope) -> Overview:
    """All figures of the page, read together."""
    found = reads.figures(KEYS, scope)
    whole = found["procedures_online"].whole
    return Overview(scope, found, {key: aim(found[key], scope, whole) for key in AIMED})


def standing(page: Overview) -> Html:
    """How many targets are met and what got worse, beside the filters."""
    statuses = [one.status for one in page.aims.values() if one.status]
    words = tn("overview.targets_of", len(statuses), year=str(page.scope.end.year))
    lines = tag("div", tally(words, statuses) if statuses else None, overview_changes.worse(page.scope))
    return tag("div", lines, cls="ioc-page ioc-beside")


def online_procedures(page: Overview) -> Hero:
    """The dominant figure: procedures online, cut into fully, partly and not."""
    found = page.figures
    online = found["procedures_online"]
    parts = (("full", "main"), ("partial", "second"), ("offline", "rest"))
    segments = [
        Segment(t(f"overview.{part}"), found[f"procedures_{part}"].part or 0, look) for part, look in parts
    ]
    there, left = online.state == "value", found["procedures_offline"].part
    return Hero(
        title=t("overview.online_procedures"),
        value=online.value,
        lead=part_of_whole(online.part, online.whole, t("overview.procedures")) if there else "",
        segments=tuple(segments) if there else (),
        sentence=tn("overview.offline_left", left) + known_until(online, page.scope)
        if there
        else t("status.missing"),
        href=links.to("dich-vu-cong"),
        synthetic=online.synthetic,
    )


def full_service(page: Overview) -> Kpi:
    """Toàn trình against its own target, and the procedures that are missing to it."""
    one = page.aims["procedures_full"]
    sentence = _fraction(one.figure, "unit.procedures")
    if one.goal and one.missing:
        sentence = tn("overview.short_of", one.missing, goal=goal_words(one.goal))
        sentence += overview_changes.outlook(one, page.scope)
    elif one.goal and one.missing == 0:
        sentence = t("overview.reached", goal=goal_words(one.goal))
    sentence += known_until(one.figure, page.scope)
    return Kpi(
        title=t("indicator.procedures_full"),
        value=one.figure.value,
        bullet=one.bullet,
        status=one.status,
        sentence=sentence,
        href=links.to("dich-vu-cong"),
        synthetic=one.figure.synthetic,
    )


def online_dossiers(page: Overview) -> Kpi:
    """Dossiers filed online: no target was ever set, so no status."""
    online = page.figures["dossiers_online"]
    months = len(list(page.scope.months()))
    of = fraction(online.part, online.whole).split("/")
    return Kpi(
        title=t("indicator.dossiers_online"),
        value=online.value,
        bullet=Bullet(online.value),
        sentence=tn("overview.of_dossiers", months, part=of[0], whole=of[1])
        if online.state == "value"
        else t(f"figure.{online.state}"),
        coverage=coverage_of(online),
        href=links.to("ho-so"),
        synthetic=online.synthetic,
    )


def cross_boundary(page: Overview) -> Kpi:
    """Phi địa giới: live procedures against a target whose denominator is said."""
    one, listed = page.aims["cross_boundary_live"], page.figures["cross_boundary_live"].whole
    building = listed - one.figure.part if one.figure.state == "value" and listed is not None else None
    of_all = one.goal and one.goal.basis == "all"
    words = {"part": count(one.figure.part), "whole": count(one.figure.whole)}
    sentence = t("overview.live_of_all" if of_all else "overview.live_of_list", **words)
    if building:
        sentence += t("overview.and_building", building=building)
    sentence += known_until(one.figure, page.scope)
    return Kpi(
        title=t("overview.cross_boundary"),
        value=one.figure.value,
        bullet=one.bullet,
        status=one.status,
        sentence=sentence if one.figure.state == "value" else "",
        href=links.to("phi-dia-gioi"),
        synthetic=one.figure.synthetic,
    )


def promise(scope: Scope) -> Kpi | None:
    """The dated promise of reform that is next (else the last one passed), hatched until someone reports.
    What is to be done is no achievement: the figure is what is done of it."""
    dated = [item for item in reads.reform_items() if item["due_on"] and item["quantity"]]
    coming = [item for item in dated if item["due_on"] >= scope.end] or dated[-1:]
    if not coming:
        return None
    item = coming[0]
    whole, done = Decimal(item["quantity"]), item["done"]
    reached = None if done is None else Decimal(done) * 100 / whole
    key = "overview.promise_unknown" if done is None else "overview.promise_known"
    of = f"{count(int(whole))} {unit_of(item)}".strip()
    return Kpi(
        title=titled(item),
        value=done,
        unit=f"/ {of}",
        bullet=Bullet(reached, (Tick(Decimal(100)),)),
        status=Status.MISSING if done is None else Status.MET if reached >= 100 else None,
        sentence=t(key, day=item["due_on"], **({"of": of} if done is None else {"done": count(done)})),
        href=links.to("cai-cach"),
    )


def levels(scope: Scope) -> tuple[Level, ...]:
    """Filed online by level; the sum of the levels is the province."""
    rows = reads.by("dossiers_online", scope, "level").items()
    return tuple(
        Level(
            names.level(level, scope.end),
            one.value,
            fraction(one.part, one.whole) if one.state == "value" else "",
        )
        for level, one in rows
    )


def titled(record: dict) -> str:
    """The title of a record in the reader's language, where it has one; its percent are written like ours,
    so that no line ends between 100 and %."""
    words = (record.get("title_en") if current() == "en" else None) or record["title"]
    return re.sub(r"(?<=\d) %", percent_sign(), words)


def unit_of(record: dict) -> str:
    """The unit a record counts in: the catalogue's word for the usual one, else as it was written."""
    return t("unit.procedures") if record["unit"] == "TTHC" else record["unit"] or ""


def coverage_of(figure: Figure) -> Coverage | None:
    """The n/m printed beside a figure of agencies' statements."""
    return Coverage(figure.received, figure.due) if figure.due else None


def _fraction(figure: Figure, unit: str) -> str:
    return f"{fraction(figure.part, figure.whole)} {t(unit)}" if figure.state == "value" else ""
