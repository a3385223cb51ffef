"""Killed at any instant, the store holds the old state or the new one, and the next upload works."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data_access import ingest
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests import tiny
from tests.tiny import extract, line

ROOT = Path(__file__).parents[2]
LINES = 12_000

# A process that applies batch argv[2]. With argv[3] it stops dead there: nothing of Python's or the
# driver's clean-up runs, as when the machine loses power. "after-N" is N times ten steps of SQLite's
# machine; without it, it prints how many such there were.
APPLY = """
import os, signal, sys
from sqlalchemy import event
from data_access import ingest
from data_access.store import Store

store = Store.open(sys.argv[1], migrate=False)
point = sys.argv[3] if len(sys.argv) > 3 else ""
if point == "before-commit":
    event.listen(store.engine, "commit", lambda connection: os._exit(9))
steps, last = 0, int(point.removeprefix("after-")) if point.removeprefix("after-").isdigit() else None

def step():
    global steps
    steps += 1
    if steps == last:
        os.kill(os.getpid(), signal.SIGKILL)

if store.is_sqlite:
    event.listen(store.engine, "connect", lambda raw, record: raw.set_progress_handler(step, 10))
    store.engine.dispose()
ingest.apply(store, int(sys.argv[2]), by="Alice")
if point == "after-commit":
    os._exit(9)
print(steps)
"""
STAGE = """
import os, sys
from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store

store = Store.open(sys.argv[1], migrate=False)
checked = ingest.check(Known.of(store), open(sys.argv[2], "rb").read(), "tep.csv")
ingest.stage(store, checked, by="Alice")
os._exit(9)
"""


def big(month: str = "03/2025", channel: int = 2) -> str:
    return extract(
        *(line(f"D{n:05}", channel=channel, agency=f"X{n % 3 + 1}") for n in range(LINES)), month=month
    )


def run(script: str, *args: str) -> subprocess.Popen:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", script, *args], stdout=subprocess.PIPE, env=environment)


def ended(process: subprocess.Popen) -> int:
    """Its exit code, once it has ended and its pipe is closed."""
    process.communicate(timeout=60)
    return process.returncode


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> tuple[Path, int, str, str]:
    """A store with one month counted and a second statement of it staged; prints before and after."""
    file = tmp_path_factory.mktemp("killed") / "prepared.sqlite"
    store = tiny.load(Store.open(f"sqlite:///{file}"))
    tiny.put(store, big())
    batch = ingest.stage(store, ingest.check(Known.of(store), big(channel=1).encode(), "x.csv"), by="Alice")
    before = fingerprint(store)
    store.close()
    after_file = file.with_name("after.sqlite")
    shutil.copyfile(file, after_file)
    applied = Store.open(f"sqlite:///{after_file}", migrate=False)
    ingest.apply(applied, batch, by="Alice")
    after = fingerprint(applied)
    applied.close()
    assert before != after
    return file, batch, before, after


@pytest.fixture
def copy(prepared, tmp_path) -> str:
    shutil.copyfile(prepared[0], tmp_path / "store.sqlite")
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


def the_next_upload_works(store: Store) -> None:
    tiny.put(store, extract(line("NEXT", agency="S1"), month="04/2025"))


@pytest.mark.parametrize(("point", "new"), [("before-commit", False), ("after-commit", True)])
def test_stopped_around_the_commit(prepared, copy, point, new):
    _, batch, before, after = prepared
    assert ended(run(APPLY, copy, str(batch), point)) == 9
    store = Store.open(copy, migrate=False)
    assert fingerprint(store) == (after if new else before)
    the_next_upload_works(store)
    store.close()


def test_stopped_after_staging_nothing_counts_and_the_batch_waits(prepared, copy, tmp_path):
    file = tmp_path / "x.csv"
    file.write_text(big("04/2025"))
    assert ended(run(STAGE, copy, str(file))) == 9
    store = Store.open(copy, migrate=False)
    assert fingerprint(store) == prepared[2]
    ingest.apply(store, prepared[1] + 1, by="Bob")  # a colleague goes on with it
    the_next_upload_works(store)
    store.close()


def test_killed_at_twenty_random_moments_of_apply(prepared, copy, tmp_path):
    _, batch, before, after = prepared
    base = Path(copy.removeprefix("sqlite:///"))
    whole = _steps_of_an_apply(base, batch, tmp_path)
    dice = random.Random(20)
    for round_ in range(20):
        file = tmp_path / f"round{round_}.sqlite"
        shutil.copyfile(base, file)
        process = run(APPLY, f"sqlite:///{file}", str(batch), f"after-{dice.randint(1, whole)}")
        assert ended(process) == -signal.SIGKILL
        store = Store.open(f"sqlite:///{file}", migrate=False)
        assert fingerprint(store) == before
        ingest.apply(store, batch, by="Bob")
        assert fingerprint(store) == after
        the_next_upload_works(store)
        store.close()


def _steps_of_an_apply(base: Path, batch: int, tmp_path: Path) -> int:
    file = tmp_path / "timed.sqlite"
    shutil.copyfile(base, file)
    process = run(APPLY, f"sqlite:///{file}", str(batch))
    steps = int(process.communicate(timeout=60)[0])
    assert process.returncode == 0 and steps > 20
    return steps


@pytest.mark.postgres
def test_a_killed_client_leaves_postgresql_in_the_old_state(postgres_store):
    store = tiny.load(postgres_store)
    tiny.put(store, big())
    batch = ingest.stage(store, ingest.check(Known.of(store), big(channel=1).encode(), "x.csv"), by="Alice")
    before = fingerprint(store)
    url = store.engine.url.render_as_string(hide_password=False)
    process = run(APPLY, url, str(batch), "before-commit")
    assert ended(process) == 9
    assert fingerprint(store) == before
    ingest.apply(store, batch, by="Bob")
    assert fingerprint(store) != before
    the_next_upload_works(store)
