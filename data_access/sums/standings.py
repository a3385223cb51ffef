"""How every procedure stood from day to day, and by how many each count moved on a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, Row, select

from data_access.sums.rewriting import rewrite
from data_access.tables import Move, Procedure, ProcedureState, Standing
from data_access.terms import COUNTED

State = tuple[str | None, bool, bool, bool]  # service level; listed, built, live

_NOTHING: State = (None, False, False, False)
_HIGHER = {"full": 3, "partial": 2, "information": 1}


def refresh(connection: Connection) -> None:
    """Make both tables say what the states that count say now."""
    states = {code: list(rows) for code, rows in groupby(_states(connection), key=attrgetter("procedure"))}
    standings, moves = [], defaultdict(Counter)
    for row in _procedures(connection):
        before = None
        for since, until, state in _periods(states.get(row.code, ())):
            standings.append((row.code, since, until, *state))
            moves[since, row.level, row.sector, row.owner][before, state] += 1
            before = state
    rewrite(connection, Standing, standings)
    rewrite(connection, Move, list(_moved(moves)))


def _procedures(connection: Connection) -> Sequence[Row]:
    its = Procedure.c
    return connection.execute(select(its.code, its.level, its.sector, its.owner).where(~its.internal)).all()


def _states(connection: Connection) -> list[Row]:
    rows = connection.execute(select(ProcedureState)).all()
    return sorted(rows, key=attrgetter("procedure", "since"))


def _periods(states: Iterable[Row]) -> Iterator[tuple[date, date, State]]:
    """(since, until, state) of one procedure, without a gap, of its states in order of days."""
    since, state = date.min, _NOTHING
    for day, stated in groupby(states, key=attrgetter("since")):
        after = _after(state, list(stated))
        if after != state:
            yield since, day, state
            since, state = day, after
    yield since, date.max, state


def _after(state: State, stated: list[Row]) -> State:
    """Two levels stated for one day: the higher one counts (domain.md §3.5). Live implies built, built
    implies listed: an extract may state the last step alone."""
    level, listed, built, live = state
    levels = [one.value for one in stated if one.aspect == "service_level"]
    steps = {one.value for one in stated if one.aspect == "cross_boundary"}
    live = live or "live" in steps
    built = built or live or "built" in steps
    return max(levels, key=_HIGHER.get, default=level), listed or built or "listed" in steps, built, live


def _moved(moves: Mapping[tuple, Counter]) -> Iterator[tuple]:
    """A row for each day and group on which any count moved, of how many went from which state to which."""
    for group, steps in sorted(moves.items()):
        sums = [0] * len(COUNTED)
        for (before, after), many in steps.items():
            changes = zip(_counted(after), _counted(before), strict=True)
            sums = [have + many * (now - then) for have, (now, then) in zip(sums, changes, strict=True)]
        if any(sums):
            yield *group, *sums


@cache
def _counted(state: State | None) -> tuple[int, ...]:
    """What a procedure in this state counts as, in the order of COUNTED; nothing before the first day."""
    if state is None:
        return (0,) * len(COUNTED)
    level, listed, built, live = state
    offline = level not in ("full", "partial")
    return 1, int(level == "full"), int(level == "partial"), int(offline), int(listed), int(built), int(live)
