"""Phi địa giới: the tile map of districts and communes, what it measures, and the drill-down."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from graphics.shapes import Ranked, Tile, Unit
from language import t, tn
from language.numbers import fraction
from metrics.cross_boundary_counters import Point
from metrics.scope import Scope
from ui import links, reads, shell
from ui.state import recall, remember

PARAM, AREA = "do", "huyen"
MEASURES = {"nop-khac": "cross_boundary.away", "da-mo": "cross_boundary.opened"}
LOWEST = 12  # communes named while no district is chosen
KINDS = ("Thành phố ", "Thị xã ", "Huyện ", "Phường ", "Thị trấn ", "Xã ")


@dataclass(frozen=True)
class Area:
    """One tile: a district, or what was one, with its counters."""

    code: str
    name: str
    row: int
    column: int
    points: tuple[Point, ...]

    @property
    def communes(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.kind == "point")


def areas(scope: Scope) -> list[Area]:
    """The tiles in reading order."""
    groups: dict[tuple[int, int], list[Point]] = {}
    for point in reads.points(scope):
        groups.setdefault((point.row, point.column), []).append(point)
    found = []
    for (row, column), points in sorted(groups.items()):
        unit = points[0].area
        code = unit.code if unit else f"{row}.{column}"
        found.append(Area(code, short_of(unit.name) if unit else code, row, column, tuple(points)))
    return found


def choose(found: Sequence[Area]) -> None:
    """What the map measures and which tile is open, for the keyboard; both stand in the address."""
    with st.container(horizontal=True, key="choices", gap="xsmall"):
        remember("cross_boundary_measure", measure())
        st.selectbox(
            t("cross_boundary.measure"),
            list(MEASURES),
            format_func=lambda code: t(MEASURES[code]),
            key="cross_boundary_measure",
            label_visibility="collapsed",
            width=330,
            on_change=lambda: shell.set_param(PARAM, recall("cross_boundary_measure")),
        )
        names = {area.code: area.name for area in found}
        remember("cross_boundary_area", chosen(found) or "")
        st.selectbox(
            t("cross_boundary.area"),
            ["", *names],
            format_func=lambda code: names.get(code, t("cross_boundary.every_area")),
            key="cross_boundary_area",
            label_visibility="collapsed",
            width=230,
            on_change=lambda: shell.set_param(AREA, recall("cross_boundary_area") or None),
        )


def measure() -> str:
    """What the map measures; an unknown one from an old link is the first."""
    asked = shell.param(PARAM)
    return asked if asked in MEASURES else next(iter(MEASURES))


def chosen(found: Sequence[Area]) -> str | None:
    """The open tile, if the address names one that is there."""
    asked = shell.param(AREA)
    return asked if asked in {area.code for area in found} else None


def parts(points: Sequence[Point], code: str) -> tuple[int, int] | None:
    """Numerator and denominator of a measure over some counters; None where nobody has reported."""
    if code == "da-mo":
        return sum(point.opened for point in points), sum(point.live for point in points)
    known = [point for point in points if point.received is not None]
    return (sum(p.away for p in known), sum(p.received for p in known)) if known else None


def measured(points: Sequence[Point], code: str) -> Decimal | None:
    """The measure in percent; None without a value."""
    sums = parts(points, code)
    return Decimal(sums[0]) * 100 / sums[1] if sums and sums[1] else None


def tiles(found: Sequence[Area]) -> tuple[Tile, ...]:
    code, open_one = measure(), chosen(found)
    return tuple(
        Tile(
            area.code,
            area.name,
            measured(area.points, code),
            area.row,
            area.column,
            tuple(Unit(point.unit.name, measured((point,), code)) for point in area.communes),
            _note(area, code),
            links.here(**{AREA: None if area.code == open_one else area.code}),
        )
        for area in found
    )


def drill_down(found: Sequence[Area]) -> tuple[str, tuple[Ranked, ...]]:
    """The counters of the open tile, or the province's lowest communes; lowest first, unknown last."""
    open_one, code = chosen(found), measure()
    area = next((area for area in found if area.code == open_one), None)
    points = area.points if area else [point for one in found for point in one.communes]
    ranked = sorted(((point, measured((point,), code)) for point in points), key=_lowest)
    shown = ranked if area else [row for row in ranked if row[1] is not None][:LOWEST]
    title = t("cross_boundary.counters_of", name=area.name) if area else t("cross_boundary.lowest")
    return title, tuple(Ranked(point.unit.name, value, _fraction(point, code)) for point, value in shown)


def short_of(name: str) -> str:
    """A name without the kind of unit before it: "Thành phố Dĩ An" → "Dĩ An"."""
    return next((name.removeprefix(kind) for kind in KINDS if name.startswith(kind)), name)


def initials(name: str) -> str:
    """For narrow columns: "Bắc Tân Uyên" → "BTU"."""
    return "".join(word[0].upper() for word in name.split())


def _lowest(row: tuple[Point, Decimal | None]) -> tuple:
    point, value = row
    return value is None, value or Decimal(0), point.unit.code


def _fraction(point: Point, code: str) -> str:
    sums = parts((point,), code)
    unit = t("unit.procedures") if code == "da-mo" else t("unit.dossiers")
    return f"{fraction(*sums)} {unit}" if sums else ""


def _note(area: Area, code: str) -> str:
    units = tn("cross_boundary.communes", len(area.communes))
    sums = parts(area.points, code)
    if code == "da-mo" or not sums:
        return units
    return f"{units} · {tn('cross_boundary.dossiers', sums[1])}"
