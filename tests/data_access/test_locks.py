"""A store that is being written, or may not be written: one clear sentence, and nothing has changed."""

import threading

import pytest
from sqlalchemy import text

import language
from data_access import ingest
from data_access.errors import StoreBusy, StoreLost, StoreProblem, StoreReadOnly
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests import tiny
from tests.processes import cli, held, url_of
from tests.tiny import extract, line


@pytest.fixture
def batches(province) -> tuple[Store, int, int]:
    """The store with one batch applied and another staged."""
    applied = tiny.put(province, extract(line("D1")))
    return province, applied, staged(province)


def staged(store: Store, *lines: str) -> int:
    content = extract(*(lines or (line("D2", agency="X2"),)))
    return ingest.stage(store, ingest.check(Known.of(store), content.encode(), "x.csv"), by="Alice")


def verbs(store: Store, applied: int, waiting: int) -> dict:
    return {
        "stage": lambda: staged(store),
        "apply": lambda: ingest.apply(store, waiting, by="Bob"),
        "undo": lambda: ingest.undo(store, applied, by="Bob"),
        "rehearse": lambda: ingest.rehearse(store, waiting, lambda connection: {}),
    }


def refused(store: Store, applied: int, waiting: int, problem: type[StoreProblem]) -> None:
    for verb in verbs(store, applied, waiting).values():
        with pytest.raises(problem):
            verb()


def works_again(store: Store, applied: int, waiting: int) -> None:
    for verb in reversed(verbs(store, applied, waiting).values()):
        verb()


def test_while_another_process_writes_every_verb_gives_up_after_the_wait_and_reads_go_on(batches):
    store, *numbers = batches
    impatient = Store.open(url_of(store), migrate=False, busy_seconds=0.1)
    before = fingerprint(store)
    with held(store):
        refused(impatient, *numbers, StoreBusy)
        assert fingerprint(impatient) == before
    works_again(impatient, *numbers)
    impatient.close()


def test_a_write_that_ends_in_time_is_waited_for(batches):
    store, _, waiting = batches
    patient = Store.open(url_of(store), migrate=False, busy_seconds=30)
    with held(store):
        applying = threading.Thread(target=ingest.apply, args=(patient, waiting), kwargs={"by": "Bob"})
        applying.start()
        applying.join(0.2)
        assert applying.is_alive()
    applying.join(30)
    works_again(patient, waiting, staged(store))
    patient.close()


def test_a_store_that_may_only_be_read_is_read_and_says_so_when_written(batches):
    store, *numbers = batches
    reader, before = Store.open(only_reading(store), migrate=False), fingerprint(store)
    refused(reader, *numbers, StoreReadOnly)
    assert reader.revision() == store.revision()
    reader.close()
    assert fingerprint(store) == before
    works_again(store, *numbers)


def only_reading(store: Store) -> str:
    if store.is_sqlite:
        return f"sqlite:///file:{store.engine.url.database}?mode=ro&uri=true"
    return f"{url_of(store)}?options=-c%20default_transaction_read_only%3Don"


@pytest.mark.postgres
def test_a_connection_that_the_server_ends_is_told_and_the_next_write_has_a_new_one(postgres_province):
    waiting = staged(postgres_province)
    before = fingerprint(postgres_province)
    with pytest.raises(StoreLost), postgres_province.write() as connection:
        connection.execute(text("UPDATE batch SET file_name = 'x'"))
        mine = connection.scalar(text("SELECT pg_backend_pid()"))
        with postgres_province.read() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": mine})
        connection.execute(text("SELECT 1"))
    assert fingerprint(postgres_province) == before
    ingest.apply(postgres_province, waiting, by="Bob")


def test_the_command_line_says_it_in_one_sentence_with_an_exit_code_of_its_own(sqlite_province, tmp_path):
    file = tmp_path / "ho-so-2025-03.csv"
    file.write_text(extract(line("D1")), "utf-8")
    with held(sqlite_province):
        done = cli(url_of(sqlite_province), "ingest", file, BUSY_SECONDS="0.1")
    assert done.returncode == 4
    assert done.stderr.strip() == StoreBusy().told()
    assert done.stdout.strip() == ""
    done = cli(only_reading(sqlite_province), "ingest", file)
    assert (done.returncode, done.stderr.strip()) == (4, StoreReadOnly().told())
    assert cli(url_of(sqlite_province), "ingest", file).returncode == 0


@pytest.mark.parametrize("problem", StoreProblem.__subclasses__())
def test_each_problem_of_the_store_has_its_sentence_in_both_languages(problem):
    told = []
    for spoken in ("vi", "en"):
        language.use(spoken)
        told.append(problem().told())
    language.use("vi")
    assert told[0] != told[1] and all(len(sentence) > 40 for sentence in told)
