"""Index 766: the agencies of one level side by side, on what is measured of each."""

from collections import Counter
from collections.abc import Mapping

from data_access.tables.index import INDEX_GROUPS
from data_access.units import Unit
from graphics.standings import Line, Mark, standings
from language import t, tn
from language.numbers import count, percent
from language.sorting import vi_key
from metrics.index_766 import Score
from metrics.index_766_ranking import Standing, ranked
from metrics.scope import Scope
from reports.exports import Column
from ui import index_766_words as words
from ui import links, names
from ui.agencies import IN_VIEW, LEVELS
from ui.data import revision
from ui.frame_data import choices
from ui.index_766_score import of_agencies
from ui.panels import Panel, drawn


def panels(scope: Scope) -> list[Panel]:
    """One table a level; levels that have no agency in the period are left out."""
    units = choices(revision()).units
    here = {units[key].level for key in of_agencies(scope)}
    return [panel(scope.only(level=level)) for level in LEVELS if level in here]


@drawn
def panel(scope: Scope) -> Panel:
    """The agencies of one level, the one with the smallest share of its measurable points first."""
    found = _standings(scope)
    units = {key: _named(choices(revision()).units[key], scope) for key in found}
    order = sorted(found, key=lambda key: _order(found[key], units[key]))
    groups = [
        group for group in INDEX_GROUPS if any(one.score.of_group(group).counted for one in found.values())
    ]
    title = _finding(scope, [(units[key], found[key]) for key in order])
    return Panel(
        f"chi-so-766-{scope.level}",
        title,
        _columns(groups),
        [_row(units[key], found[key], groups) for key in order],
        drawing=standings(
            [t("index.column_points"), *(t(f"index_group.{group}") for group in groups)],
            [_line(units[key], found[key], groups) for key in order],
            title,
        ),
        note=_note(found),
    )


def _standings(scope: Scope) -> dict[str, Standing]:
    """Each agency's place among those of its level and kind; those that ended are apart, as on the page's
    other tables."""
    units, groups = choices(revision()).units, {}
    for key, score in of_agencies(scope).items():
        unit = units[key]
        alike = unit.level, unit.kind, unit.in_force(scope.end, scope.end)
        groups.setdefault(alike, {})[key] = score
    return {key: one for group in groups.values() for key, one in ranked(group).items()}


def _named(unit: Unit, scope: Scope) -> Unit:
    """With its last day where it has ended: names come back on the day after."""
    return unit._replace(name=names.called(unit, scope.end))


def _order(one: Standing, unit: Unit) -> tuple:
    """Least first; who has no points at the end."""
    share = one.score.share
    return share is None, share or 0, vi_key(unit.name)


def _finding(scope: Scope, order: list[tuple[Unit, Standing]]) -> str:
    """Who has the smallest share; nobody where only one is measured."""
    side_by_side = tn("agencies.side_by_side", len(order), level=t(f"level.{scope.level}"))
    last, one = order[0]
    if one.rank is None or one.of < 2:
        return side_by_side
    return t("index.last", agencies=side_by_side, name=last.name, measured=words.measured(one.score),
             share=percent(one.score.share))  # fmt: skip


def _note(found: Mapping[str, Standing]) -> str:
    """How it is ranked, and who is measured on how many points where that differs."""
    notes = [tn("agencies.scroll", len(found))] if len(found) > IN_VIEW else []
    notes.append(t("index.ranked"))
    measured_on = Counter(one.score.maximum for one in found.values() if one.rank is not None)
    if len(measured_on) > 1:
        several = (tn("index.measured_on", many, maximum=words.plain(on)) for on, many in measured_on.items())
        notes.append(t("index.different", several="; ".join(several)))
    small = next((one.score for one in found.values() if one.score.small), None)
    return " ".join(notes + ([words.small(small)] if small else []))


def _line(unit: Unit, one: Standing, groups: list[str]) -> Line:
    href = links.here(don_vi=unit.key, chi_so=None)
    return Line(
        unit.name, unit.code, href, (_total(one), *(_of(one.score.of_group(name)) for name in groups))
    )


def _total(one: Standing) -> Mark:
    if one.rank is None:
        return Mark("—", title=t("figure.missing"))
    rank = t("agencies.rank_short", rank=count(one.rank), of=count(one.of)) if one.of > 1 else ""
    star = "*" if one.score.small else ""
    written = words.of(one.score.measured, one.score.maximum) + star
    return Mark(written, rank, one.quarter, percent(one.score.share))


def _of(score: Score) -> Mark:
    if not score.counted:
        return Mark("—", title=t("figure.missing"))
    star = "*" if score.small else ""
    return Mark(words.of(score.measured, score.maximum) + star, title=percent(score.share))


def _columns(groups: list[str]) -> list[Column]:
    return [
        Column(t("agencies.agency")),
        Column(t("agencies.code")),
        Column(t("index.column_points"), "decimal"),
        Column(t("index.column_measured_on"), "decimal"),
        Column(t("index.column_share"), "percent"),
        Column(t("agencies.column_rank"), "count"),
        Column(t("agencies.ranked"), "count"),
        *(Column(t(f"index_group.{group}"), "decimal") for group in groups),
    ]


def _row(unit: Unit, one: Standing, groups: list[str]) -> tuple:
    score, parts = one.score, (one.score.of_group(group) for group in groups)
    total = (score.measured, score.maximum) if score.counted else (None, None)
    by_group = (part.measured if part.counted else None for part in parts)
    return unit.name, unit.key, *total, score.share, one.rank, one.of or None, *by_group
