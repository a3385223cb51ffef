"""Random histories: whatever was applied and undone in whatever order, what counts is a function of
the set of applied batches – the same as in a store that never saw the others."""

import shutil
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import ingest
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests import brute_force, tiny
from tests.tiny import extract, line

AGENCIES = ("X1", "X2", "X3")
MONTHS = ("03/2025", "04/2025")

a_line = st.builds(
    dict,
    code=st.sampled_from(["D1", "D2", "D3", "D4"]),
    agency=st.sampled_from(AGENCIES),
    procedure=st.sampled_from(["1.000001", "1.000002"]),
    channel=st.sampled_from([1, 2, 3]),
    done=st.booleans(),
)
a_file = st.tuples(
    st.sampled_from(["whole", "supplement"]),
    st.sampled_from(MONTHS),
    st.lists(a_line, min_size=1, max_size=6),
)
a_step = st.one_of(
    st.tuples(st.just("stage"), a_file),
    st.tuples(st.just("apply"), st.integers(0, 5)),
    st.tuples(st.just("undo"), st.integers(0, 5)),
    st.tuples(st.just("again"), st.integers(0, 5)),
)


def content(month: str, lines: list[dict]) -> str:
    """A file whose lines are distinct by slice and code, so that none is rejected."""
    chosen = {(one["agency"], one["code"]): one for one in lines}
    day = f"10/{month}"
    made = [
        line(one["code"], one["procedure"], one["agency"], channel=one["channel"], received=day, due=day,
             finished=f"11/{month}" if one["done"] else "")
        for one in chosen.values()
    ]  # fmt: skip
    return extract(*made, month=month)


def play(store: Store, steps: list) -> dict[int, tuple[str, str]]:
    """Run a history; the staged files by batch id. Steps that do not fit the state are skipped."""
    files: dict[int, tuple[str, str]] = {}
    for verb, what in steps:
        if verb == "stage":
            mode, month, lines = what
            made = content(month, lines)
            files[_stage(store, made, mode)] = (made, mode)
            continue
        waiting = [b["id"] for b in brute_force.rows(store, "batch") if b["state"] == _NEEDS[verb]]
        waiting = [b for b in waiting if b in files]
        if not waiting:
            continue
        batch = waiting[what % len(waiting)]
        if verb == "again":
            files[ingest.restage(store, batch, by="Bob")] = files[batch]
        else:
            getattr(ingest, verb)(store, batch, by="Bob")
    return files


_NEEDS = {"apply": "staged", "undo": "applied", "again": "undone"}


def _stage(store: Store, made: str, mode: str) -> int:
    checked = ingest.check(Known.of(store), made.encode(), "tep.csv")
    assert checked.rejected.is_empty()
    return ingest.stage(store, checked, by="Alice", mode=mode)


def check_history(open_store, steps: list) -> None:
    store, other = open_store(), open_store()
    files = play(store, steps)
    applied = [
        b["id"] for b in brute_force.rows(store, "batch") if b["state"] == "applied" and b["id"] in files
    ]
    for batch in applied:
        ingest.apply(other, _stage(other, *files[batch]), by="Carol")
    assert fingerprint(store) == fingerprint(other)
    _same_as_the_oracle(store)
    store.close()
    other.close()


def _same_as_the_oracle(store: Store) -> None:
    """The stored sums against the rule read by plain Python."""
    expected: dict = {}
    for one in brute_force.counting_lines(store):
        sums = expected.setdefault((one["month"], one["agency"], one["channel"]), {})
        for name, hit in brute_force.measures(one).items():
            sums[name] = sums.get(name, 0) + bool(hit)
    stored = {
        (row.pop("month"), row.pop("agency"), row.pop("channel")): row
        for row in brute_force.rows(store, "sum_by_channel")
    }
    assert stored == expected


histories = st.lists(a_step, min_size=3, max_size=14)
quietly = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=60, **quietly)
@given(steps=histories)
def test_any_history_equals_the_store_rebuilt_from_its_applied_batches(tiny_file, tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("history")
    numbers = iter(range(10))

    def open_store() -> Store:
        file = folder / f"{next(numbers)}.sqlite"
        shutil.copyfile(tiny_file, file)
        return Store.open(f"sqlite:///{file}", migrate=False)

    check_history(open_store, steps)
    shutil.rmtree(folder)


@pytest.mark.postgres
@settings(max_examples=12, **quietly)
@given(steps=histories)
def test_the_same_on_postgresql(postgres, tiny_database, steps):
    urls = []

    def open_store() -> Store:
        urls.append(postgres.database(template=tiny_database))
        return Store.open(urls[-1], migrate=False)

    check_history(open_store, steps)
    for url in urls:
        postgres.drop(url)


@pytest.fixture(scope="module")
def tiny_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("tiny") / "tiny.sqlite"
    tiny.load(Store.open(f"sqlite:///{file}")).close()
    return file


@pytest.fixture(scope="module")
def tiny_database(postgres):
    from tests.postgres import name_of

    url = postgres.database()
    tiny.load(Store.open(url)).close()
    return name_of(url)


def test_the_oracle_itself_tells_a_month_from_the_next():
    one = {"month": date(2025, 3, 1), "received_on": date(2025, 2, 27), "finished_on": date(2025, 4, 2),
           "due_on": date(2025, 3, 30), "channel": 2, "counter": "a", "agency": "a", "status": 9,
           "digitised_input": True, "digitised_result": True, "fee": False, "paid_online": None,
           "satisfaction": 5}  # fmt: skip
    hit = {name for name, yes in brute_force.measures(one).items() if yes}
    assert hit == {"carried", "open_overdue"}
