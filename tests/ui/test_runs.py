"""A run of a page reads one state of the store, whatever is written meanwhile."""

from contextvars import copy_context

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
        kept = copy_context()

    def read_on() -> int:
        with data.reading() as connection:
            return connection.scalar(text("SELECT COUNT(*) FROM sector"))

    assert kept.run(read_on) == 2
