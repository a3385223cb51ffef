"""Phi địa giới: the tile map of districts then and of units today, what it measures, and the drill-down."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from graphics.tiles import Tile, Unit
from language import t, tn
from language.numbers import fraction, percent
from metrics.cross_boundary_counters import Point
from metrics.scope import Scope
from ui import links, reads, shell
from ui.agency_bodies import THEN, TODAY
from ui.choice import chosen as chosen_code
from ui.dossiers import period
from ui.state import recall, remember

PARAM, AREA = "do", "huyen"
MEASURES = {"nop-khac": "cross_boundary.away", "da-mo": "cross_boundary.opened"}
MAY_BREAK = "\u200b"
KINDS = ("Thành phố ", "Thị xã ", "Huyện ", "Phường ", "Thị trấn ", "Xã ")


@dataclass(frozen=True)
class Area:
    """One tile: a district with its counters, or one unit that stands for itself."""

    code: str
    name: str
    row: int
    column: int
    points: tuple[Point, ...]

    @property
    def communes(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.kind == "point")

    @property
    def alone(self) -> bool:
        return len(self.points) == 1


def part(scope: Scope) -> Scope:
    """The months whose counters the map shows; where maps differ within the period, the reader chooses
    between those of their time and that of today, which stands first."""
    *earlier, today = reads.map_parts(scope)
    if not earlier:
        return scope
    codes = [TODAY, THEN, *(f"{one.first:%Y-%m}" for one in earlier[1:])]
    found = dict(zip(codes, [today, *earlier], strict=True))
    words = {
        code: t("structure.today_of" if code == TODAY else "structure.then_of", months=period(one))
        for code, one in found.items()
    }
    return found[chosen_code("co_cau", t("structure.choose"), words, 310)]


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
    remember("cross_boundary_measure", measure())
    st.selectbox(
        t("cross_boundary.measure"),
        list(MEASURES),
        format_func=lambda code: t(MEASURES[code]),
        key="cross_boundary_measure",
        width=310,
        on_change=lambda: shell.set_param(PARAM, recall("cross_boundary_measure")),
    )
    names = {area.code: area.name for area in found}
    remember("cross_boundary_area", chosen(found) or "")
    st.selectbox(
        t("cross_boundary.area"),
        ["", *names],
        format_func=lambda code: names.get(code, t("cross_boundary.every_area")),
        key="cross_boundary_area",
        width=230,
        on_change=lambda: shell.set_param(AREA, recall("cross_boundary_area") or None),
    )


def title(found: Sequence[Area]) -> str:
    """The finding of the map: from which to which area the measure reaches."""
    rates = [(measured(area.points, measure()), area.name) for area in found]
    known = sorted(row for row in rates if row[0] is not None)
    if not known:
        return t(MEASURES[measure()])
    return t(
        "cross_boundary.range",
        measure=t(MEASURES[measure()]),
        low=known[0][1], lowest=percent(known[0][0]),
        high=known[-1][1], highest=percent(known[-1][0]),
    )  # fmt: skip


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
    return rate(sums) if sums else None


def rate(sums: tuple[int, int]) -> Decimal | None:
    """Numerator and denominator as percent; None of nothing."""
    return Decimal(sums[0]) * 100 / sums[1] if sums[1] else None


def tiles(found: Sequence[Area]) -> tuple[Tile, ...]:
    code, open_one = measure(), chosen(found)
    return tuple(
        Tile(
            area.code,
            area.name,
            measured(area.points, code),
            area.row,
            area.column,
            ()
            if area.alone
            else tuple(
                Unit(one.unit.name, measured((one,), code), fraction_of((one,), code))
                for one in area.communes
            ),
            _note(area, code),
            links.here(**{AREA: None if area.code == open_one else area.code}),
            shaded=area.alone,
        )
        for area in found
    )


def note(found: Sequence[Area], scope: Scope) -> str:
    """What the tiles are, and the months they speak of."""
    key = "cross_boundary.map_units" if any(area.alone for area in found) else "cross_boundary.map_districts"
    return t(key, months=period(scope))


def short_of(name: str) -> str:
    """A name without the kind of unit before it: "Thành phố Dĩ An" → "Dĩ An"."""
    return next((name.removeprefix(kind) for kind in KINDS if name.startswith(kind)), name)


def initials(name: str) -> str:
    """For narrow columns: "Bắc Tân Uyên" → "BTU"."""
    return "".join(word[0].upper() for word in name.split())


def fraction_of(points: Sequence[Point], code: str) -> str:
    """What stands beside the rate of some counters: "602/11.388 hồ sơ"; nothing where nobody has reported."""
    sums = parts(points, code)
    if not sums:
        return ""
    opened = "unit.procedures" if len(points) == 1 else "cross_boundary.pairs"
    return f"{fraction(*sums)} {t(opened if code == 'da-mo' else 'unit.dossiers')}"


def _note(area: Area, code: str) -> str:
    """How many communes a tile holds, and what its rate is made of; a small tile has no room for words."""
    if area.alone:
        sums = parts(area.points, code)
        return fraction(*sums).replace("/", f"/{MAY_BREAK}") if sums else ""
    units = tn("cross_boundary.communes", len(area.communes))
    return " · ".join(filter(None, (units, fraction_of(area.points, code))))
