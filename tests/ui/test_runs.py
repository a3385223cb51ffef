"""A run of a page reads one state of the store, whatever is written meanwhile."""

from contextvars import copy_context
from gc import collect
from weakref import ref

from sqlalchemy import text

from tests.ui.app import Reader
from ui import data, reads


def test_a_run_reads_one_state_of_the_store(province, monkeypatch):
    Reader(province.engine.url.render_as_string(hide_password=False), monkeypatch)
    with data.one_run():
        at_first = data.revision()
        with province.write() as connection:
            connection.execute(text("UPDATE sector SET name = 'Khác'"))
        assert set(reads.sectors().values()) == {"Hộ tịch", "Đất đai"}
        assert data.revision() == at_first
        with data.one_run():  # a fragment drawn with its page
            assert data.revision() == at_first
    assert data.revision() == at_first + 1
    assert set(reads.sectors().values()) == {"Khác"}


def test_what_goes_on_after_a_run_reads_a_snapshot_of_its_own(province, monkeypatch):
    Reader(province.engine.url.render_as_string(hide_password=False), monkeypatch)
    with data.one_run():
        at_first, kept = data.revision(), copy_context()
    with province.write() as connection:
        connection.execute(text("UPDATE sector SET name = 'Khác'"))

    def read_on() -> tuple[int, set[str]]:
        return data.revision(), set(reads.sectors().values())

    assert kept.run(read_on) == (at_first + 1, {"Khác"})


def test_what_goes_on_after_a_run_keeps_nothing_that_the_run_has_read(province, monkeypatch):
    Reader(province.engine.url.render_as_string(hide_password=False), monkeypatch)
    with data.one_run(), data.reading() as connection:
        kept, read = copy_context(), ref(connection)
    del connection
    collect()
    assert kept and read() is None


def test_a_read_outside_a_run_is_kept_under_the_revision_that_it_was_read_of(province, monkeypatch):
    Reader(province.engine.url.render_as_string(hide_password=False), monkeypatch)

    def raised(connection) -> int:
        """Somebody writes between the question for the revision and the read."""
        with province.write() as writing:
            writing.execute(text("UPDATE sector SET name = 'Khác'"))
        return connection.scalar(text("SELECT number FROM revision"))

    now = province.revision()
    assert reads.cached(raised)() == now
