"""Whatever follows whatever: no dossier of the province is lost or counted twice in another structure."""

import shutil
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.store import Store
from metrics.read import by, figure
from metrics.scope import Scope
from metrics.structure import restated, structure
from tests import tiny

JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)
ACROSS = Scope(JUNE, JULY)
KEYS = ("dossiers_received", "dossiers_online", "cross_boundary_uptake")


@dataclass(frozen=True)
class Reorganisation:
    """Old units end in June and new ones begin in July under the first codes of the old; `ties` are pairs
    (old, new); `sent` are dossiers of each unit in its month, None for who has not sent."""

    old: int
    new: int
    ties: frozenset[tuple[int, int]]
    sent: tuple[int | None, ...]


@st.composite
def reorganisations(draw) -> Reorganisation:
    old, new = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    pairs = st.tuples(st.integers(0, old - 1), st.integers(0, new - 1))
    counts = st.one_of(st.none(), st.integers(0, 4))
    return Reorganisation(
        old,
        new,
        draw(st.frozensets(pairs, max_size=8)),
        tuple(draw(st.lists(counts, min_size=old + new, max_size=old + new))),
    )


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Store:
    """The tiny province without anything that ends."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('structure') / 'template.sqlite'}")
    tiny.put(store, tiny.AGENCIES.splitlines()[0] + "\nS1,Sở Một,tỉnh,sở ban ngành,,01/12/2024,,0\n",
             kind="agencies")  # fmt: skip
    for kind in ("sectors", "statuses", "procedures"):
        tiny.put(store, tiny.REFERENCE[kind].replace(",S2,", ",S1,"), kind=kind)
    store.close()
    return store


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reorganisations())
def test_totals_are_the_same_in_both_structures(template, tmp_path, found: Reorganisation):
    file = tmp_path / "store.sqlite"
    shutil.copyfile(template.engine.url.database, file)
    store = Store.open(f"sqlite:///{file}")
    try:
        _load(store, found)
        with store.read() as connection:
            groups = structure(connection, ACROSS.end)
            for key in KEYS:
                whole = figure(connection, key, ACROSS)
                then = by(connection, key, ACROSS, "agency").values()
                today = restated(connection, key, ACROSS).values()
                for figures in (then, today):
                    assert sum(one.part or 0 for one in figures) == (whole.part or 0)
                    assert sum(one.whole or 0 for one in figures) == (whole.whole or 0)
                    assert sum(one.received for one in figures) == whole.received
                    assert sum(one.due for one in figures) == whole.due
    finally:
        store.close()
    members = [unit.key for group in groups for unit in group.members]
    assert len(members) == len(set(members)) == found.old + found.new + 1, "each unit is in one group"
    assert {frozenset(_number(unit) for unit in group.now) for group in groups if group.inseparable} == {
        news for news in _tied_anew(found) if len(news) > 1
    }


def _load(store: Store, found: Reorganisation) -> None:
    lines = [
        *(f"A{n},Xã cũ {n},xã,phường xã,,01/12/2024,30/06/2025,1" for n in range(found.old)),
        *(f"A{n},Xã mới {n},xã,phường xã,,01/07/2025,,1" for n in range(found.new)),
    ]
    tiny.put(store, "\n".join([tiny.AGENCIES.splitlines()[0], *lines]) + "\n", kind="agencies")
    if found.ties:
        ties = [f"A{old},01/12/2024,A{new},01/07/2025,một phần" for old, new in sorted(found.ties)]
        header = tiny.SUCCESSIONS.splitlines()[0]
        tiny.put(store, "\n".join([header, *ties]) + "\n", kind="successions")
    for month, units in ((JUNE, range(found.old)), (JULY, range(found.new))):
        at = found.sent[found.old :] if month == JULY else found.sent[: found.old]
        dossiers = [
            tiny.line(
                f"{month:%m}{unit}-{n}",
                agency=f"A{unit}",
                counter=f"A{units[n % len(units)]}",
                channel=1 + n % 2,
                received=f"{3 + n:02d}/{month:%m/%Y}",
                due=f"20/{month:%m/%Y}",
            )
            for unit in units
            for n in range(at[unit] or 0)
        ]
        if dossiers:
            tiny.put(store, tiny.extract(*dossiers, month=f"{month:%m/%Y}"))


def _tied_anew(found: Reorganisation) -> set[frozenset[int]]:
    """New units that some old ones tie together, walked over until nothing more is reached."""
    groups = {frozenset({new}) for new in range(found.new)}
    for old in range(found.old):
        mine = {new for before, new in found.ties if before == old}
        touched = {group for group in groups if group & mine}
        groups = (groups - touched) | ({frozenset().union(*touched)} if touched else set())
    return groups


def _number(unit) -> int:
    return int(unit.code.removeprefix("A"))
