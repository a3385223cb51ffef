"""Files on their way: taken in turn by a thread of the server, found again by their token."""

import time

import pytest

from data_access import mappings
from data_access.history import batches
from tests.tiny import extract, line
from ui import uploading_queue as queue

GOOD = extract(line("D1"), line("D2")).encode()


@pytest.fixture
def on_province(province, reader):
    """The queue works on the province of the test."""
    reader(province)
    return province


def settled(token: str) -> queue.Arrival:
    """The arrival once the thread is through with it."""
    deadline = time.monotonic() + 60
    while not (one := queue.arrival(token)).done:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return one


def send(content: bytes, **answers) -> str:
    return queue.send("tep.csv", content, queue.Answers(**answers), by="Lan")


def test_a_good_file_is_staged_in_the_name_of_who_sent_it_and_its_content_is_let_go(on_province):
    one = settled(send(GOOD))
    with on_province.read() as connection:
        newest = batches(connection)[0]
    assert (newest.id, newest.staged_by, newest.state) == (one.batch_id, "Lan", "staged")
    assert one.content is None


def test_a_file_that_cannot_be_taken_is_refused_and_its_content_is_let_go(on_province):
    one = settled(send(b""))
    assert one.problem.key == "file.empty" and one.content is None


def test_a_question_keeps_the_file_until_it_is_answered_and_the_answer_is_remembered(on_province):
    strange = GOOD.replace("Ngày hẹn trả".encode(), "Hẹn".encode())
    one = settled(send(strange))
    assert one.problem.missing == ["due_on"] and one.content == strange
    queue.answer(one, columns={"due_on": "Hẹn"})
    assert settled(one.token).batch_id and one.content is None
    with on_province.read() as connection:
        assert list(mappings.answers(connection).values()) == [{"due_on": "Hẹn"}]
    assert settled(send(strange)).batch_id


def test_the_second_of_two_files_waits_for_the_first(on_province):
    first, second = send(GOOD), send(GOOD)
    assert queue.ahead_of(queue.arrival(second)) in (0, 1)
    assert settled(first).batch_id < settled(second).batch_id


def test_what_was_forgotten_is_not_found():
    assert queue.arrival("no-such-token") is None
