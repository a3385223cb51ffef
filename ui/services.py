"""Dịch vụ công: procedures by service level, and how far it is to the target of toàn trình."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from graphics import cards
from graphics.bars import bullet
from graphics.cards import Fact, Hero
from graphics.marks import corner
from graphics.markup import Html, rich, tag
from graphics.shapes import Segment
from language import t, tn
from language.numbers import count, decimal, fraction, month_long, percent
from metrics.figure import Figure
from metrics.projection import Projection
from metrics.scope import Scope
from metrics.targets import Target, gap
from ui import reads
from ui.aims import Aim, aim, goal_words, known_until
from ui.projection import interval, of_procedures
from ui.services_next import partial

KEYS = ("procedures_online", "procedures_full", "procedures_partial", "procedures_offline")
PARTS = (("full", "main"), ("partial", "second"), ("offline", "rest"))


@dataclass(frozen=True)
class Path:
    """The way to a target: what is missing, and whether the pace so far gets there in time."""

    aim: Aim
    goal: Target
    missing: int
    way: Projection


def figures(scope: Scope) -> dict[str, Figure]:
    """Every indicator of the page's head, read together."""
    return reads.figures(KEYS, scope)


def by_month(scope: Scope) -> dict[date, dict[str, Figure]]:
    """The same at the end of every month of the scope."""
    return {on: reads.figures(KEYS, scope.only(first=on, last=on)) for on in scope.months()}


def head(scope: Scope) -> Html:
    """The stock by service level, and the path to the target."""
    way = path(scope)
    return cards.grid(cards.hero(stock(scope), span=5, tall=1), _path_card(scope, way))


def stock(scope: Scope) -> Hero:
    """Procedures by service level: fully, partly, not online."""
    found = figures(scope)
    online, full = found["procedures_online"], found["procedures_full"]
    there = online.state == "value"
    segments = (
        [Segment(t(f"services.{part}"), found[f"procedures_{part}"].part, look) for part, look in PARTS]
        if there
        else []
    )
    return Hero(
        title=t("services.stock"),
        value=full.value,
        lead=t("services.full_of_all", part=count(full.part), whole=count(full.whole)) if there else "",
        segments=tuple(segments),
        sentence=t(
            "services.online_rate", rate=percent(online.value), fraction=fraction(online.part, online.whole)
        )
        + known_until(online, scope)
        if there
        else t(f"figure.{online.state}"),
        synthetic=online.synthetic,
    )


def path(scope: Scope) -> Path | None:
    """The path to the nearest target of toàn trình; None for one sector (targets are the province's)."""
    if scope.sector:
        return None
    one = aim(figures(scope)["procedures_full"], scope)
    if one.goal is None or one.missing is None:
        return None
    return Path(one, one.goal, one.missing, of_procedures(one.figure, one.goal, scope.end))


def _path_card(scope: Scope, way: Path | None) -> Html:
    if way is None:
        words = t("services.path_of_province") if scope.sector else t("aim.none")
        return cards.card(t("services.path"), tag("p", words, cls="ioc-quiet"), span=7)
    return cards.card(
        tn("services.path_short", way.missing, goal=goal_words(way.goal))
        if way.missing
        else t("services.path_reached", goal=goal_words(way.goal)),
        bullet(way.aim.bullet, labelled=True),
        tag(
            "ul",
            *(tag("li", tag("strong", f.value), tag("span", f.text)) for f in facts(scope, way)),
            cls="ioc-facts",
        ),
        tag("div", tag("p", rich(_sentence(scope, way))), cls="ioc-foot"),
        span=7,
        aside=corner(way.aim.status, way.aim.figure.synthetic),
    )


def facts(scope: Scope, way: Path) -> tuple[Fact, ...]:
    """What is missing, the pace needed and the pace so far, when that gets there, and what is eligible."""
    found = [
        Fact(
            tn("services.missing", way.missing), t("services.missing_to", goal=percent(way.goal.value, None))
        )
    ]
    stretch = next((one for one in way.aim.targets if one.kind == "stretch"), None)
    if stretch:
        more = gap(way.aim.figure, stretch)
        found[0] = Fact(
            found[0].value,
            t(
                "services.missing_both",
                n=more,
                goal=percent(way.goal.value, None),
                stretch=percent(stretch.value, None),
            ),
        )
    if way.way.pace_needed is not None:
        so_far = (
            t("services.pace_so_far", pace=decimal(way.way.pace, 1))
            if way.way.pace is not None
            else t("services.pace_unknown")
        )
        found.append(Fact(t("services.pace", pace=decimal(way.way.pace_needed, 1)), so_far))
    if way.way.likely:
        likely = t("services.likely", goal=percent(way.goal.value, None), interval=interval(way.way))
        found.append(Fact(month_long(way.way.likely), likely))
    found.append(
        Fact(
            tn("services.candidates", figures(scope)["procedures_partial"].part), t("services.candidates_are")
        )
    )
    return tuple(found)


def _sentence(scope: Scope, way: Path) -> str:
    if not way.missing:
        return t("services.reached", goal=goal_words(way.goal))
    there = partial(scope)
    if len(there) < way.missing:
        return tn("services.not_enough", way.missing - len(there))
    carried, all_of_them = (
        sum(one.dossiers for one in there[: way.missing]),
        sum(one.dossiers for one in there),
    )
    share = percent(Decimal(carried * 100) / all_of_them) if all_of_them else percent(None)
    return tn("services.first_of_list", way.missing, dossiers=count(carried), share=share)
