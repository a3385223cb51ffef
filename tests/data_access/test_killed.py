"""Killed at any instant, the store holds the old state or the new one, and the next upload works."""

import json
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data_access import history, ingest
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests import tiny
from tests.processes import ROOT, url_of
from tests.tiny import extract, line

LINES = 6_000
MOMENTS = 50
VERBS = ("stage", "apply", "undo")


def big(month: str = "03/2025", channel: int = 2) -> str:
    return extract(
        *(line(f"D{n:05}", channel=channel, agency=f"X{n % 3 + 1}") for n in range(LINES)), month=month
    )


@dataclass(frozen=True)
class Prepared:
    """A store with one month counted; `staged` waits to replace it, `file` to be staged."""

    store: Store
    counted: int
    staged: int
    file: Path

    def what(self, verb: str) -> int | str:
        return {"stage": str(self.file), "apply": self.staged, "undo": self.counted}[verb]


def prepare(store: Store, folder: Path) -> Prepared:
    """The tiny province, got ready."""
    counted = tiny.put(store, big())
    staged = ingest.stage(store, ingest.check(Known.of(store), big(channel=1).encode(), "x.csv"), by="Alice")
    file = folder / "ho-so-2025-04.csv"
    file.write_text(big("04/2025"), "utf-8")
    return Prepared(store, counted, staged, file)


@pytest.fixture(scope="module")
def prepared(province_file, tmp_path_factory) -> Prepared:
    folder = tmp_path_factory.mktemp("killed")
    file = shutil.copyfile(province_file, folder / "prepared.sqlite")
    made = prepare(Store.open(f"sqlite:///{file}", migrate=False), folder)
    made.store.close()
    return made


@pytest.fixture
def copied(prepared, tmp_path) -> Iterator[Callable[[], Store]]:
    """Makes fresh copies of the prepared store."""
    opened: list[Store] = []

    def copy() -> Store:
        file = tmp_path / f"{len(opened)}.sqlite"
        shutil.copyfile(prepared.store.engine.url.database, file)
        opened.append(Store.open(f"sqlite:///{file}", migrate=False))
        return opened[-1]

    yield copy
    for store in opened:
        store.close()


@pytest.fixture(scope="module")
def mortal() -> Iterator[Callable[..., dict]]:
    """Gives an order to `tests.data_access.mortal` and says how the process that obeyed it ended."""
    command = [sys.executable, "-m", "tests.data_access.mortal"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:

        def order(**given: object) -> dict:
            process.stdin.write(json.dumps(given) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield order
        process.stdin.close()


def states(store: Store) -> list[tuple[int, str]]:
    with store.read() as connection:
        return [(batch.id, batch.state) for batch in history.batches(connection)]


def do(store: Store, verb: str, prepared: Prepared) -> None:
    if verb == "stage":
        checked = ingest.check(Known.of(store), prepared.file)
        ingest.stage(store, checked, by="Bob")
    else:
        getattr(ingest, verb)(store, prepared.what(verb), by="Bob")


def the_next_upload_works(store: Store) -> None:
    tiny.put(store, extract(line("NEXT", agency="S1"), month="05/2025"))


def test_killed_at_fifty_random_moments_of_stage_apply_and_undo(prepared, copied, mortal):
    dice = random.Random(50)
    old, steps, new = {}, {}, {}
    for verb in VERBS:
        store = copied()
        old[verb] = fingerprint(store), states(store)
        steps[verb] = mortal(verb=verb, url=url_of(store), what=prepared.what(verb))["steps"]
        new[verb] = fingerprint(store), states(store)
        assert steps[verb] > 20 and new[verb] != old[verb]
    for moment in range(MOMENTS):
        verb, store = VERBS[moment % len(VERBS)], copied()
        die = dice.randint(1, steps[verb])
        ended = mortal(verb=verb, url=url_of(store), what=prepared.what(verb), die=die)
        assert ended == {"signal": signal.SIGKILL}, f"{verb} at {die} of {steps[verb]}"
        assert (fingerprint(store), states(store)) == old[verb], f"{verb} at {die} of {steps[verb]}"
        do(store, verb, prepared)
        assert (fingerprint(store), states(store)) == new[verb]
        the_next_upload_works(store)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("point", ["before-commit", "after-commit"])
def test_stopped_around_the_commit(prepared, copied, mortal, verb, point):
    store, other = copied(), copied()
    do(other, verb, prepared)
    old, new = states(store), states(other)
    assert "signal" in mortal(verb=verb, url=url_of(store), what=prepared.what(verb), die=point)
    assert states(store) == (new if point == "after-commit" else old)
    assert fingerprint(store) == fingerprint(other if point == "after-commit" else copied())
    the_next_upload_works(store)


def test_what_was_staged_before_the_end_waits_for_a_colleague(prepared, copied, mortal):
    store = copied()
    mortal(verb="stage", url=url_of(store), what=prepared.what("stage"), die="after-commit")
    waiting = states(store)[0][0]
    assert waiting == prepared.staged + 1
    ingest.apply(store, waiting, by="Bob")
    the_next_upload_works(store)


@pytest.mark.postgres
@pytest.mark.parametrize("verb", VERBS)
def test_a_client_killed_at_any_statement_leaves_postgresql_in_the_old_state(
    postgres_province, tmp_path, mortal, verb
):
    prepared = prepare(postgres_province, tmp_path)
    old, dice = (fingerprint(postgres_province), states(postgres_province)), random.Random(7)
    for die in (*(dice.randint(1, _STATEMENTS[verb]) for _ in range(4)), "before-commit"):
        ended = mortal(verb=verb, url=url_of(postgres_province), what=prepared.what(verb), die=die)
        assert ended == {"signal": signal.SIGKILL}, die
        assert (fingerprint(postgres_province), states(postgres_province)) == old
    do(postgres_province, verb, prepared)
    assert states(postgres_province) != old[1]
    the_next_upload_works(postgres_province)


# At least so many statements each takes; the lines of a stage go by COPY, between two of them.
_STATEMENTS = {"stage": 3, "apply": 15, "undo": 15}
