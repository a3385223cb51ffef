"""Phi địa giới: who has brought how much of the list live, and what people make of it month by month."""

from datetime import date
from decimal import Decimal

from data_access.months import month_end
from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, rich, tag
from graphics.ranking import Ranked
from graphics.table import table
from language import t, tn
from language.numbers import day, fraction, month_long, percent
from metrics.scope import Scope
from ui import names, reads
from ui.choice import chosen
from ui.events import events

SHOWN = 15
# Codes in the address → what the list is split by, in the order of the choice.
SPLITS = {"linh-vuc": "sector", "co-quan": "owner", "quay": "counter"}
Line = tuple[str, int, int, int]  # name, live (or open), built, listed (or live in the province)


def split() -> str:
    """What the reader splits the list by."""
    words = {code: t(f"cross_boundary.by_{by}") for code, by in SPLITS.items()}
    return SPLITS[chosen("theo", t("cross_boundary.split"), words, 240)]


def lines(scope: Scope, by: str) -> list[Line]:
    """Sectors or departments with their list, counters with what is open there; the lowest share first."""
    if by == "counter":
        found = [(point.unit.name, point.opened, point.live, point.live) for point in reads.points(scope)]
    else:
        called = names.sectors() if by == "sector" else names.owners(scope.end)
        found = [
            (called.get(code, code), sums["live"], sums["built"], sums["listed"])
            for code, sums in reads.stages_by(scope.end, by).items()
        ]
    return sorted((line for line in found if line[3]), key=lambda line: (_share(line), -line[3], line[0]))


def ranking(scope: Scope, by: str) -> tuple[str, tuple[Ranked, ...]]:
    """The finding, and the first lines as bars."""
    found = lines(scope, by)
    return split_found(found, by), tuple(Ranked(one[0], _share(one), _detail(one)) for one in found[:SHOWN])


def split_found(found: list[Line], by: str) -> str:
    """The line that is furthest behind, or that none is."""
    if not found:
        return t("cross_boundary.split_none")
    group = tn(f"cross_boundary.count_{by}", len(found))
    if _share(found[0]) == 100:
        return t("cross_boundary.split_done", group=group)
    return t("cross_boundary.split_last", group=group, name=found[0][0], value=percent(_share(found[0])))


def by_month(scope: Scope, until: date) -> list[tuple]:
    """Month, live, listed, coverage, handed in at another counter, received, uptake, side by side.

    Beyond the day that the states of procedures reach, coverage is unknown.
    """
    known, rows = reads.stages(until), []
    for month, one in reads.by("cross_boundary_uptake", scope, "month").items():
        end = month_end(month)
        live, listed = (known.at(stage, end) if end <= until else None for stage in ("live", "listed"))
        covered = Decimal(live) * 100 / listed if listed else None
        rows.append((month_long(month), live, listed, covered, one.part, one.whole, one.value))
    return rows


def uptake_card(scope: Scope, until: date, synthetic: bool, below: Html | None) -> Html:
    """Coverage and uptake side by side, one month a line, with the days that part them; `below` is what
    uptake is made of."""
    rows = by_month(scope, until)
    title = uptake_found(rows)
    shown = [(row[0], _of(row[1], row[2]), row[3], _of(row[4], row[5]), row[6]) for row in rows]
    headers = [
        t(f"cross_boundary.column_{one}") for one in ("month", "live_of", "covered", "away_of", "away")
    ]
    reorganised = [one for one in events(scope) if one.kind == "reorganisation"]
    marks = "; ".join(f"**{day(one.on)}** {one.title}" for one in reorganised)
    return card(
        title,
        table(headers, ("text", "text", "percent", "text", "percent"), shown, title),
        tag("p", rich(marks), cls="ioc-panelnote") if marks else None,
        below,
        span=6,
        aside=corner(synthetic=synthetic),
    )


def uptake_found(rows: list[tuple]) -> str:
    """From the first to the last month that is known of each."""
    live = [row[1] for row in rows if row[1] is not None]
    used = [row[6] for row in rows if row[6] is not None]
    if len(live) < 2 or len(used) < 2:
        return t("cross_boundary.uptake")
    was, now, rates = live[0], live[-1], {"used": percent(used[0]), "uses": percent(used[-1])}
    if was == now:
        return tn("cross_boundary.uptake_same", now, **rates)
    return t(
        "cross_boundary.uptake_more" if now > was else "cross_boundary.uptake_fewer",
        was=was,
        now=now,
        **rates,
    )


def _detail(line: Line) -> str:
    _, live, built, whole = line
    words = f"{fraction(live, whole)} {t('unit.procedures')}"
    if built > live and built != whole:
        words += f" · {tn('cross_boundary.built_too', built - live)}"
    return words


def _of(part: int | None, whole: int | None) -> str | None:
    return None if part is None else fraction(part, whole)


def _share(line: Line) -> Decimal:
    return Decimal(line[1]) * 100 / line[3]
