"""All actions that the gaps of a scope call for, ranked, each with what was decided on it; of agencies only
the worst are named, and nobody is forgotten."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from metrics.actions import agencies, aims, extracts, promises
from metrics.actions.action import Action, Score
from metrics.actions.decided import Decided, decisions
from metrics.coverage import coverage
from metrics.scope import Scope

WORST = 3  # agencies named for one topic: a list of everyone is a list of no one


@dataclass(frozen=True)
class Item:
    """An action with its score and the newest decision on it."""

    action: Action
    score: Score
    decided: Decided | None


@dataclass(frozen=True)
class Agenda:
    """`items` by score, `unnamed` what is found of further agencies, too. `ended` are decisions whose action
    is gone: the gap is closed. Of the `unknown` nobody can tell: their subject has no figure now. `on` is
    the day that deadlines are counted from."""

    on: date
    items: tuple[Item, ...]
    unnamed: tuple[Action, ...]
    decisions: tuple[Decided, ...]
    ended: frozenset[str]
    unknown: frozenset[str]


def agenda(connection: Connection, scope: Scope) -> Agenda:
    """What must be done at the end of a scope, over the whole province.

    Of each topic the agencies with the highest scores are named, and those about which something is decided.
    """
    noted = tuple(decisions(connection))
    about = {(one.action, one.subject) for one in noted}
    looked_at = {(one.topic, one.subject): one for one in _looked_at(connection, scope, about)}
    newest: dict[tuple[str, str], Decided] = {}
    for one in noted:
        newest.setdefault((one.action, one.subject), one)
    items = [
        Item(one, Score.of(one, scope.end), newest.get(about))
        for about, one in looked_at.items()
        if one.called_for
    ]
    items.sort(key=lambda item: (-item.score.total, item.action.due_on or date.max, item.action.subject))
    named, others = _apart(items)
    judged = {one.key: looked_at.get((one.action, one.subject)) for one in noted}
    return Agenda(
        on=scope.end,
        items=tuple(named),
        unnamed=tuple(item.action for item in others),
        decisions=noted,
        ended=frozenset(key for key, one in judged.items() if one and not one.called_for),
        unknown=frozenset(key for key, one in judged.items() if one is None),
    )


def _looked_at(connection: Connection, scope: Scope, about: Container[tuple[str, str]]) -> Iterator[Action]:
    """Everything that the sources find, and what they say of (topic, subject) `about` which something was
    decided."""
    scope = scope.only(level=None, agency=None, sector=None)
    cover = coverage(connection, scope.only(first=scope.last))
    yield from aims.aims(connection, scope)
    yield from promises.connections(connection, scope)
    yield from promises.reform(connection, scope)
    yield from agencies.agencies(connection, scope.last, cover, about)
    yield from extracts.extracts(connection, scope.last)


def _apart(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """Those that are named; then further agencies than WORST of a topic, and those of too few dossiers."""
    named, others, of_topic = [], [], Counter[str]()
    for item in items:
        about_agency, small = item.action.agency is not None, item.action.small and not item.decided
        of_topic[item.action.topic] += about_agency and not small
        many = about_agency and of_topic[item.action.topic] > WORST
        (others if small or (many and not item.decided) else named).append(item)
    return named, others
