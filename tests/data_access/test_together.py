"""Two people at once: each batch counts once or not at all, and what counts is as if they had queued."""

from data_access import history, ingest
from data_access.errors import NotStaged
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests.processes import run, url_of
from tests.tiny import extract, line

LINES = 2_000

# Says that it is ready, waits for the word, does it, and says what came of it.
_DO = """
import sys
from data_access import ingest
from data_access.errors import ProductError
from data_access.store import Store

store = Store.open(sys.argv[1], migrate=False)
store.revision()
print("ready", flush=True)
sys.stdin.readline()
try:
    getattr(ingest, sys.argv[2])(store, int(sys.argv[3]), by="Alice")
    print("done")
except ProductError as problem:
    print(type(problem).__name__, problem.params.get("state"))
"""


def together(store: Store, *steps: tuple[str, int]) -> list[str]:
    """What came of these (verb, batch), each in a process of its own, begun at one moment."""
    processes = [run(_DO, url_of(store), *step) for step in steps]
    for process in processes:
        assert process.stdout.readline() == b"ready\n"
    for process in processes:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    return [process.communicate(timeout=60)[0].decode().strip() for process in processes]


def staged(store: Store, channel: int, first: int = 0) -> int:
    lines = (line(f"D{n:05}", channel=channel, agency=f"X{n % 3 + 1}") for n in range(first, first + LINES))
    checked = ingest.check(Known.of(store), extract(*lines).encode(), "x.csv")
    return ingest.stage(store, checked, by="Alice")


def applied(store: Store) -> list[int]:
    with store.read() as connection:
        return sorted(batch.id for batch in history.batches(connection, "applied"))


def rebuilt(store: Store) -> str:
    """The fingerprint after every applied batch of dossiers was taken back and its copy applied, alone and
    in order."""
    with store.read() as connection:
        dossiers = sorted(b.id for b in history.batches(connection, "applied") if b.kind == "dossiers")
    for batch in dossiers:
        ingest.undo(store, batch, by="Bob")
    for batch in dossiers:
        ingest.apply(store, ingest.restage(store, batch, by="Bob"), by="Bob")
    return fingerprint(store)


def test_of_two_who_apply_one_batch_one_does_and_the_other_is_told(province):
    batch = staged(province, channel=1)
    said = together(province, ("apply", batch), ("apply", batch))
    assert sorted(said) == [f"{NotStaged.__name__} applied", "done"]
    assert applied(province).count(batch) == 1
    assert fingerprint(province) == rebuilt(province)


def test_two_batches_of_one_slice_queue_and_the_newer_one_counts(province):
    older, newer = staged(province, channel=1), staged(province, channel=2, first=LINES // 2)
    assert together(province, ("apply", older), ("apply", newer)) == ["done", "done"]
    assert {older, newer} <= set(applied(province))
    with province.read() as connection:
        received = {row.channel: row.received for row in connection.exec_driver_sql(
            "SELECT channel, SUM(received) AS received FROM sum_by_channel GROUP BY channel")}  # fmt: skip
    assert received == {2: LINES}
    assert fingerprint(province) == rebuilt(province)


def test_an_undo_and_an_apply_of_one_slice_queue(province):
    older, newer = staged(province, channel=1), staged(province, channel=2)
    ingest.apply(province, older, by="Alice")
    assert together(province, ("undo", older), ("apply", newer)) == ["done", "done"]
    assert older not in applied(province) and newer in applied(province)
    assert fingerprint(province) == rebuilt(province)


def test_of_two_who_undo_one_batch_one_does_and_the_other_is_told(province):
    before, batch = fingerprint(province), staged(province, channel=1)
    ingest.apply(province, batch, by="Alice")
    said = together(province, ("undo", batch), ("undo", batch))
    assert sorted(said) == [f"{NotStaged.__name__} undone", "done"]
    assert fingerprint(province) == before
