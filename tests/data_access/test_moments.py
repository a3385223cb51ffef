"""When something was done is one moment, wherever the store stands and whatever clock shows it."""

import os
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import StatementError

from data_access.history import batches
from data_access.tables import Batch
from language.numbers import moment
from tests import tiny

HANOI = timezone(timedelta(hours=7))


@pytest.fixture
def clock_of_hanoi(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def applied(store) -> datetime:
    with store.read() as connection:
        return batches(connection)[0].applied_at


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the clock of a process cannot be set here")
def test_a_moment_is_shown_by_the_clock_of_the_machine(province, clock_of_hanoi):
    before = datetime.now(UTC)
    tiny.put(province, tiny.extract(tiny.line()))
    assert before <= applied(province) <= datetime.now(UTC)
    assert moment(applied(province)) == f"{applied(province).astimezone(HANOI):%H:%M %d/%m/%Y}"
    assert os.environ["TZ"] == "Asia/Ho_Chi_Minh"


def test_a_moment_comes_back_in_utc_whatever_zone_it_was_given_in(province):
    tiny.put(province, tiny.extract(tiny.line()))
    with province.write() as connection:
        newest = batches(connection)[0].id
        noon = datetime(2025, 3, 31, 12, tzinfo=HANOI)
        connection.execute(update(Batch).where(Batch.c.id == newest).values(applied_at=noon))
    assert applied(province) == datetime(2025, 3, 31, 5, tzinfo=UTC)
    assert applied(province).utcoffset() == timedelta(0)


def test_a_time_of_no_zone_is_no_moment(province):
    with province.write() as connection, pytest.raises(StatementError, match="without its zone"):
        connection.execute(select(Batch).where(Batch.c.applied_at == datetime(2025, 3, 31)))
