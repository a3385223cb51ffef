"""Hồ sơ: why a rate changed between two periods, by agency, sector or level."""

from collections.abc import Mapping
from fractions import Fraction

from language import t, tn
from language.numbers import decimal, fraction, percent, rounded, signed
from metrics.drivers import Driver, Drivers
from metrics.drivers import points as exact
from metrics.indicators import INDICATORS
from metrics.scope import Scope
from reports.exports import Column
from ui import names, reads
from ui.dossiers import compared, period
from ui.panels import Panel, drawn
from ui.waterfall import Step, waterfall

# Codes in the address, in the order of the choice.
SPLITS = {"don-vi": "agency", "linh-vuc": "sector", "cap": "level"}
SHOWN = 8


def options() -> dict[str, str]:
    """Code → words of every way to split a change."""
    return {code: t(f"drivers.by_{dimension}") for code, dimension in SPLITS.items()}


@drawn
def panel(key: str, split: str, scope: Scope) -> Panel:
    """The change of a rate from the period before, taken apart into what each group did."""
    name, title = f"ho-so-vi-sao-{key.replace('_', '-')}", t("drivers.title", indicator=t(f"indicator.{key}"))
    if not INDICATORS[key].is_rate:
        return Panel(name, title, refused=t("drivers.counts"))
    pair = compared(scope)
    if pair is None:
        return Panel(name, title, refused=t("dossiers.nothing_before"))
    dimension = SPLITS[split]
    if scope.sector:
        return Panel(name, title, refused=t("drivers.one_sector"))
    found = reads.drivers(key, *pair, dimension)
    if found.change is None:
        before, after = (period(side) for side in pair)
        return Panel(name, title, refused=t("dossiers.not_comparable", before=before, after=after))
    called = _names(dimension, scope)
    return Panel(
        f"{name}-{split}",
        _finding(key, found),
        _columns(dimension),
        [_row(called, group, found) for group in found.groups],
        _drawing(found, called, pair) if found.change else None,
        note=_note(found, called, pair),
    )


def _finding(key: str, found: Drivers) -> str:
    """The title is what was found: the change and its two halves."""
    up, down = found.change > 0, found.change < 0
    return t(
        "drivers.up" if up else "drivers.down" if down else "drivers.same",
        indicator=t(f"indicator.{key}"),
        change=decimal(abs(exact(found.change))),
        rate=signed(exact(found.rate_effect), 2),
        mix=signed(exact(found.mix_effect), 2),
    )


def _drawing(found: Drivers, called: Mapping[str, str], pair: tuple[Scope, Scope]):
    steps = [
        Step(_called(called, group), exact(group.effect), _detail(group)) for group in found.groups[:SHOWN]
    ]
    others = found.groups[SHOWN:]
    if others:
        rest = sum((group.effect for group in others), Fraction(0))
        steps.append(Step(tn("drivers.others", len(others)), exact(rest), signed(exact(rest), 2)))
    before, after = (
        (period(scope), exact(Fraction(100 * side[0], side[1])))
        for scope, side in zip(pair, (found.before, found.after), strict=True)
    )
    return waterfall(before, steps, after, found.indicator.higher_is_better)


def _detail(group: Driver) -> str:
    return t(
        "drivers.detail",
        before=fraction(*group.before),
        after=fraction(*group.after),
        rate=signed(exact(group.rate_effect), 2),
        mix=signed(exact(group.mix_effect), 2),
    )


def _note(found: Drivers, called: Mapping[str, str], pair: tuple[Scope, Scope]) -> str:
    """From what to what on how many agencies, and who pulls most, each way."""
    before, after = (period(scope) for scope in pair)
    words = [
        t(
            "drivers.from_to",
            same=fraction(found.agencies, found.due),
            before=before,
            after=after,
            was=f"{percent(_percent(found.before))} ({fraction(*found.before)})",
            now=f"{percent(_percent(found.after))} ({fraction(*found.after)})",
        )
    ]
    for way, pulls in (("drivers.pulled_down", -1), ("drivers.pulled_up", 1)):
        named = [group for group in found.groups if group.effect * pulls > 0][:3]
        if named:
            parts = "; ".join(f"{_called(called, g)} **{signed(exact(g.effect), 2)}**" for g in named)
            words.append(t(way, groups=parts))
    halves = (rounded(exact(half), 2) for half in (found.rate_effect, found.mix_effect))
    if found.change and sum(halves) != rounded(exact(found.change), 2):
        words.append(t("drivers.rounded"))
    return " ".join(words)


def _columns(dimension: str) -> list[Column]:
    return [
        Column(t(f"drivers.by_{dimension}")),
        Column(t("drivers.fraction_before")),
        Column(t("drivers.rate_before"), "percent"),
        Column(t("drivers.fraction_after")),
        Column(t("drivers.rate_after"), "percent"),
        Column(t("drivers.rate_effect"), "decimal"),
        Column(t("drivers.mix_effect"), "decimal"),
        Column(t("drivers.effect"), "decimal"),
    ]


def _row(called: Mapping[str, str], group: Driver, found: Drivers) -> tuple:
    return (
        _called(called, group),
        fraction(*group.before),
        _percent(group.before),
        fraction(*group.after),
        _percent(group.after),
        exact(group.rate_effect),
        exact(group.mix_effect),
        exact(group.effect),
    )


def _percent(sums: tuple[int, int]):
    return exact(Fraction(100 * sums[0], sums[1])) if sums[1] else None


def _names(dimension: str, scope: Scope) -> Mapping[str, str]:
    match dimension:
        case "agency":
            return names.agencies(scope.end)
        case "sector":
            return names.sectors()
    return {level: names.level(level, scope.end) for level in ("province", "district", "commune", "vertical")}


def _called(called: Mapping[str, str], group: Driver) -> str:
    """Units that cannot be told apart (`Group.key`) are named one after the other."""
    return " + ".join(called.get(label, label) for label in group.label.split("+"))
