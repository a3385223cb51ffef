"""Whether what falls due on a day was done by then: the province's targets and its dated promises."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection

from metrics.read import figures
from metrics.records import reform_items, stated_until
from metrics.scope import Scope
from metrics.targets import all_targets, gap


def kept(connection: Connection, scope: Scope) -> dict[date, bool | None]:
    """Day → True if all that falls due on it is done at the end of a scope, False if any of it is known not
    to be, None where nobody can tell: nothing was reported, or records end before the day."""
    found: dict[date, list[bool | None]] = {}
    province = scope.only(level=None, agency=None, sector=None)
    for on, done in (*_promises(connection, scope.end), *_aims(connection, province)):
        found.setdefault(on, []).append(done)
    return {on: _together(each) for on, each in found.items()}


def _promises(connection: Connection, end: date) -> Iterator[tuple[date, bool | None]]:
    until = stated_until(connection, "reform_items", end)
    for item in reform_items(connection):
        on = item["due_on"]
        if on and item["done"] is not None and item["quantity"] is not None:
            done = item["done"] >= item["quantity"]
            yield on, done if done or until >= on else None
        elif on:
            yield on, None


def _aims(connection: Connection, scope: Scope) -> Iterator[tuple[date, bool | None]]:
    """Targets set by decision; what was missed in records that end before its day may have been reached."""
    dated = [
        target
        for (_, agency), those in all_targets(connection).items()
        for target in those
        if agency is None and target.kind == "target" and target.due_on and target.fits
    ]
    now = figures(connection, list(dict.fromkeys(target.indicator for target in dated)), scope)
    for target in dated:
        figure = now[target.indicator]
        missing = gap(figure, target)
        known = missing == 0 or (missing is not None and (figure.as_of or scope.end) >= target.due_on)
        yield target.due_on, missing == 0 if known else None


def _together(each: Iterable[bool | None]) -> bool | None:
    each = list(each)
    if False in each:
        return False
    return None if None in each else True
