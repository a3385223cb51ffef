"""Random histories: whatever was applied and undone in whatever order, what counts is a function of
the set of applied batches – the same as in a store that never saw the others."""

import shutil
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from data_access import ingest, sums
from data_access.errors import StillUsed
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests import brute_force
from tests.data_access import plain_sums
from tests.data_access.random_histories import content, histories, made_report

Staged = tuple[ingest.Checked, str | None]


def play(store: Store, steps: list) -> dict[int, Staged]:
    """Run a history; what was staged, by batch id. Steps that do not fit the state are skipped."""
    files: dict[int, Staged] = {}
    for verb, what in steps:
        if verb == "put":
            staged = _file(store, *what)
            batch = _stage(store, staged)
            files[batch] = staged
            ingest.apply(store, batch, by="Bob")
            continue
        if verb in ("stage", "report", "list"):
            staged = _file(store, verb, what)
            files[_stage(store, staged)] = staged
            continue
        waiting = [b["id"] for b in brute_force.rows(store, "batch") if b["state"] == _NEEDS[verb]]
        waiting = [b for b in waiting if b in files]
        if not waiting:
            continue
        batch = waiting[what % len(waiting)]
        if verb == "again":
            files[ingest.restage(store, batch, by="Bob")] = files[batch]
        else:
            with suppress(StillUsed):
                getattr(ingest, verb)(store, batch, by="Bob")
    return files


def _file(store: Store, verb: str, what: tuple) -> Staged:
    """A file checked as the store knows things at this moment."""
    mode = None if verb == "list" else what[0]
    match verb:
        case "stage":
            made = content(*what[1:]).encode()
        case "report":
            made = made_report(*what[1:])
        case _:
            made = what[1].encode()
    checked = ingest.check(Known.of(store), made, "tep.csv", kind=what[0] if verb == "list" else None)
    assert verb == "report" or checked.rejected.is_empty()  # a sector may have lost its name meanwhile
    return checked, mode


_NEEDS = {"apply": "staged", "undo": "applied", "again": "undone"}


def _stage(store: Store, staged: Staged) -> int:
    checked, mode = staged
    return ingest.stage(store, checked, by="Alice", mode=mode)


def check_history(open_store, steps: list) -> None:
    store, other = open_store(), open_store()
    files = play(store, steps)
    applied = [
        b["id"] for b in brute_force.rows(store, "batch") if b["state"] == "applied" and b["id"] in files
    ]
    for batch in applied:
        ingest.apply(other, _stage(other, files[batch]), by="Carol")
    assert fingerprint(store) == fingerprint(other)
    _same_as_the_oracle(store)
    stated = {(row["month"], row["agency"]): row["batch_id"] for row in brute_force.rows(store, "statement")}
    assert stated == _bases(store)
    assert plain_sums.kept(store) == plain_sums.said(store)
    with store.rehearsal() as connection:
        assert sums.rebuild(connection) == {}
    store.close()
    other.close()


def _bases(store: Store) -> dict[tuple[date, str], int]:
    """(Month, agency) → the newest whole batch of dossiers that counts there, else of reports."""
    batches = {row["id"]: row for row in brute_force.rows(store, "batch")}
    found: dict[tuple[date, str], tuple[bool, int]] = {}
    for one in brute_force.rows(store, "batch_slice"):
        batch = batches[one["batch_id"]]
        counts = one["kind"] in ("dossiers", "report_06a")  # those of quarters and years are checks only
        if counts and (batch["state"], batch["mode"]) == ("applied", "whole"):
            of, rank = (one["month"], one["agency"]), (one["kind"] == "dossiers", one["batch_id"])
            found[of] = max(found.get(of, rank), rank)
    return {of: batch for of, (_, batch) in found.items()}


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
    reported: dict = {}
    for one in brute_force.reports(store):
        sums = {name: one[name] for name in brute_force.STATED_BY_REPORTS}
        reported[one["month"], one["agency"], one["sector"]] = sums
    stored = {
        (row.pop("month"), row.pop("agency"), row.pop("sector")): row
        for row in brute_force.rows(store, "sum_reported")
    }
    assert stored == reported


quietly = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=60, **quietly)
@given(steps=histories)
def test_any_history_equals_the_store_rebuilt_from_its_applied_batches(
    province_file, tmp_path_factory, steps
):
    folder = tmp_path_factory.mktemp("history")
    numbers = iter(range(10))

    def open_store() -> Store:
        file = folder / f"{next(numbers)}.sqlite"
        shutil.copyfile(province_file, file)
        return Store.open(f"sqlite:///{file}", migrate=False)

    check_history(open_store, steps)
    shutil.rmtree(folder)


@pytest.mark.postgres
@settings(max_examples=12, **quietly)
@given(steps=histories)
def test_the_same_on_postgresql(postgres, province_database, steps):
    urls = []

    def open_store() -> Store:
        urls.append(postgres.database(template=province_database))
        return Store.open(urls[-1], migrate=False)

    check_history(open_store, steps)
    for url in urls:
        postgres.drop(url)


def test_the_oracle_itself_tells_a_month_from_the_next():
    one = {"month": date(2025, 3, 1), "received_on": date(2025, 2, 27), "finished_on": date(2025, 4, 2),
           "due_on": date(2025, 3, 30), "channel": 2, "counter": "a", "agency": "a", "status": 9,
           "digitised_input": True, "digitised_result": True, "fee": False, "paid_online": None,
           "satisfaction": 5}  # fmt: skip
    hit = {name for name, yes in brute_force.measures(one).items() if yes}
    assert hit == {"carried", "open_overdue"}
