"""A file that waits for lists chosen with it is kept until it can be checked, whatever happens meanwhile."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace as Names

import pytest

from data_access.errors import StoreLost
from ui import batches
from ui import uploading_queue as queue

KINDS = {"list.csv": "agencies", "dossiers.csv": "dossiers", "events.csv": "events"}
LIST, DOSSIERS, EVENTS = ((name, b"content") for name in KINDS)
pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


class Staged:
    """The store as the queue sees it: staged batches and what has become of them."""

    def __init__(self) -> None:
        self.states: dict[int, str] = {}
        self.lost = False
        self.closing = 0.0  # seconds that it takes the process of the dossiers to end

    def state(self, batch_id: int) -> str:
        if self.lost:
            raise StoreLost
        return self.states[batch_id]

    def stage(self, checked, mode, by) -> int:
        self.states[number := len(self.states) + 1] = "staged"
        return number

    @contextmanager
    def checking(self, content: bytes, name: str, *said) -> Iterator[Names]:
        assert content is not None
        yield Names(recognised=Names(contract=Names(kind=KINDS[name])))
        if name == "dossiers.csv":
            time.sleep(self.closing)


@pytest.fixture
def store(monkeypatch) -> Iterator[Staged]:
    found = Staged()
    for name in ("state", "stage", "checking"):
        monkeypatch.setattr(batches, name, getattr(found, name))
    monkeypatch.setattr(batches, "applied_already", lambda content: None)
    yield found
    found.lost = False
    until(lambda: all(one.at_rest for one in queue._arrivals.values()))
    queue._arrivals.clear()


def until(true) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def send(*files: tuple[str, bytes], by: str = "Lan") -> list[queue.Arrival]:
    """The arrivals of files chosen at once, when nothing happens to them by itself."""
    sent = [queue.arrival(token) for token in queue.send_together(files, queue.Answers(), by=by)]
    until(lambda: all(one.at_rest for one in sent))
    return sent


def goes_on(store, file: queue.Arrival, state: str) -> None:
    """The store is back, and the list that the file was held against is in this state: now it is staged."""
    store.lost = False
    store.states[1] = state
    queue.go_on([file])
    until(lambda: file.batch_id)


def test_a_store_that_is_lost_while_files_wait_holds_them_and_stops_nobody_elses(store):
    store.lost = True
    dossiers, _ = send(DOSSIERS, LIST)
    (others,) = send(EVENTS, by="Bob")
    assert others.batch_id and others.problem is None
    assert (dossiers.step, dossiers.problem, dossiers.content) == ("held", None, b"content")

    goes_on(store, dossiers, "applied")


def test_a_store_that_is_lost_when_a_file_is_asked_about_refuses_it_not(store):
    store.lost = True
    _, dossiers = send(LIST, DOSSIERS)
    assert (dossiers.step, dossiers.problem, dossiers.content) == ("held", None, b"content")
    goes_on(store, dossiers, "rejected")


def test_a_list_that_is_applied_while_the_check_comes_to_its_end_costs_the_file_nothing(store):
    store.closing = 0.3
    units, dossiers = (queue.arrival(token) for token in
                       queue.send_together([LIST, DOSSIERS], queue.Answers(), by="Lan"))  # fmt: skip
    until(lambda: dossiers.kind)
    store.states[units.batch_id] = "applied"
    queue.go_on([dossiers])  # the page looks
    until(lambda: dossiers.done)
    assert dossiers.error is None and dossiers.batch_id


def test_files_of_other_people_push_out_neither_a_held_file_nor_the_list_that_it_awaits(store):
    units, dossiers = send(LIST, DOSSIERS)
    send(*[EVENTS] * (queue.KEPT + 1), by="Bob")
    send(EVENTS, by="Bob")
    assert queue.arrival(dossiers.token) is dossiers
    assert queue.awaited(dossiers) == [units]


def test_of_many_files_chosen_at_once_none_is_lost_and_the_oldest_are_forgotten_after(store):
    many = send(*[EVENTS] * (queue.KEPT + 5))
    assert all(queue.arrival(one.token) for one in many)
    send(EVENTS)
    assert [queue.arrival(one.token) is None for one in many] == [True] * 5 + [False] * queue.KEPT
