"""A projection in words: the likely month with its interval, whether that is in time, what is needed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from language import t, tn
from language.numbers import day, decimal, month_long, points, signed
from metrics.figure import Figure
from metrics.procedure_course import course as _course
from metrics.projection import FEWEST, Projection
from metrics.targets import Target, gap
from ui import reads
from ui.aims import goal_words

course = reads.cached(_course)


@dataclass(frozen=True)
class Words:
    """How paces and movements of one kind of figure are written."""

    pace: Callable[[float], str]
    move: Callable[[float], str]


PROCEDURES = Words(lambda pace: t("projection.procedures", pace=decimal(pace, 1)), signed)
POINTS = Words(lambda pace: t("projection.points", pace=points(pace)), lambda move: signed(move, 2))


def of_procedures(figure: Figure, target: Target, today: date) -> Projection | None:
    """A stock of procedures on its way to a target, in procedures; None without a value.

    Of a rate whose target names all procedures, the whole is those.
    """
    missing = gap(figure, target)
    if missing is None:
        return None
    found, rising = course(figure.indicator.key, figure.as_of or today), is_rising(figure)
    goal = figure.part + (missing if rising else -missing)
    return Projection(
        replace(found, whole=max(found.whole, figure.whole or 0)), goal, target.due_on, today, rising
    )


def is_rising(figure: Figure) -> bool:
    """Whether more of it is better."""
    return figure.indicator.higher_is_better is not False


def sentence(way: Projection, target: Target, words: Words = PROCEDURES) -> str:
    """All that can be said: when with which interval, in time or not, and the pace that is needed."""
    said = [_expected(way, goal_words(target), words)]
    if way.in_time:
        said.append(verdict(way))
    if way.passed and way.state != "reached":
        said.append(t("projection.passed", due=day(way.due_on)))
    elif way.pace_needed is not None and way.in_time != "yes":
        said.append(t("projection.needed", pace=words.pace(way.pace_needed), due=day(way.due_on)))
    return " ".join(said)


def finding(way: Projection, target: Target, name: str) -> str:
    """The same as a title."""
    words = {"name": name, "goal": goal_words(target), "likely": month_long(way.likely)}
    if way.state == "coming" and way.likely is not None:
        if way.likely <= way.today:
            return t("projection.title_unknown", known=day(way.course.on), **words)
        return t(f"projection.title_{in_time(way) or 'undated'}", **words)
    return t(f"projection.title_{'far' if way.state == 'coming' else way.state}", **words)


def verdict(way: Projection) -> str:
    """Whether its date will be kept; only of one that has a date to keep."""
    return t(f"projection.in_time_{in_time(way)}", due=day(way.due_on))


def interval(way: Projection) -> str:
    """The likely month's interval: "06/2026 – 03/2027", open where the slow end never arrives."""
    if way.latest is None:
        return t("projection.from", earliest=month_long(way.earliest))
    return t("projection.from_to", earliest=month_long(way.earliest), latest=month_long(way.latest))


def in_time(way: Projection) -> str | None:
    """`Projection.in_time`, with "maybe" told apart: by the pace so far, or only by a better one."""
    if way.in_time == "maybe" and (way.likely is None or way.likely > way.due_on):
        return "unlikely"
    return way.in_time


def _expected(way: Projection, goal: str, words: Words) -> str:
    if way.state == "reached":
        return t("projection.reached", goal=goal)
    moves = way.course.moves
    if way.state == "short":
        there = "; ".join(map(words.move, moves)) or "—"
        return tn("projection.short", len(moves), goal=goal, moves=there, fewest=FEWEST)
    paced = {"goal": goal, "months": len(moves), "pace": words.pace(way.pace)}
    if way.state == "still":
        return t("projection.still", **paced)
    if way.likely is None:
        return t("projection.far", **paced)
    said = t("projection.likely", likely=month_long(way.likely), interval=interval(way), **paced)
    if way.likely <= way.today:
        said += " " + t("projection.unknown", known=day(way.course.on))
    return said
