"""Files made to take a server down take down nothing but the process that reads them."""

import errno
import io
import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from xlsxwriter import Workbook

from data_access.errors import FileProblem, HeldBack
from data_access.ingest import check, check_apart, child
from tests.data_access.files.workbooks_made import inflating
from tests.processes import alive, ended, run
from tests.tiny import extract, line


def workbook(row: int, column: int) -> bytes:
    memory = io.BytesIO()
    with Workbook(memory, {"in_memory": True}) as book:
        book.add_worksheet().write(row, column, "x")
    return memory.getvalue()


def test_a_good_file_is_checked_the_same_as_in_this_process(known):
    content = extract(line("D1"), line("D2", agency="Z9")).encode()
    here, apart = check(known, content, "x.csv"), check_apart(known, content, "x.csv")
    assert apart.lines.equals(here.lines)
    assert apart.issues.equals(here.issues)
    assert apart.rejected.equals(here.rejected)
    assert apart.slices() == here.slices()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on a process's memory")
def test_a_workbook_whose_only_cell_is_the_last_one_is_refused_at_once(known):
    started = time.monotonic()
    with pytest.raises(FileProblem) as refused:
        check_apart(known, workbook(1_048_575, 16_383), "x.xlsx")
    assert refused.value.key == "file.too_heavy"
    assert time.monotonic() - started < 10


def test_a_sheet_that_inflates_to_a_gigabyte_is_refused_unopened(known):
    bomb = inflating(workbook(0, 0), 1_000_000_000)
    started = time.monotonic()
    with pytest.raises(FileProblem) as refused:
        check_apart(known, bomb, "x.xlsx")
    assert refused.value.key == "file.too_large"
    assert time.monotonic() - started < 10


def test_a_file_that_takes_too_long_is_stopped(known):
    with pytest.raises(FileProblem) as refused:
        check_apart(known, extract(line()).encode(), "x.csv", seconds=0.01)
    assert refused.value.key == "file.too_slow"


def test_the_time_that_the_store_takes_is_not_the_files(known):
    def slow():
        time.sleep(4)
        return known

    assert len(check_apart(slow, extract(line()).encode(), "x.csv", seconds=3).lines) == 1


def test_a_problem_crosses_the_process_whole(known):
    with pytest.raises(FileProblem) as refused:
        check_apart(known, b"", "x.csv")
    assert refused.value.key == "file.empty"
    assert len(refused.value.told()) > 20


def test_problems_with_a_shape_of_their_own_cross_as_well():
    import pickle

    again = pickle.loads(pickle.dumps(HeldBack(["X1@2024-12-01"], ["Xã An Bình"])))
    assert (again.key, again.agencies, again.params["n"]) == ("problem.held_back", ["X1@2024-12-01"], 1)


def test_a_process_started_ahead_reads_the_next_file_and_only_that(known):
    content = extract(line("D1")).encode()
    here = check(known, content, "x.csv")
    child.ahead()
    waiting = child._ready[0].process.pid
    child.ahead()
    assert child._ready[0].process.pid == waiting
    for _ in range(2):  # one by it, one by a fresh one
        assert check_apart(known, content, "x.csv").lines.equals(here.lines)
        assert child._ready == []


def test_a_process_that_reads_a_file_ahead_is_asked_of_it_and_of_no_other(known, tmp_path, monkeypatch):
    started, start = [], child._started
    monkeypatch.setattr(child, "_started", lambda: started.append(start()) or started[-1])
    guessed, meant = tmp_path / "guessed.csv", tmp_path / "meant.csv"
    guessed.write_text(extract(line("D1")))
    meant.write_text(extract(line("D2")))
    for asked, code, processes in ((guessed, "D1", 1), (meant, "D2", 3)):
        child.ahead(guessed)
        assert check_apart(lambda: known, asked).lines["code"].to_list() == [code]
        assert (len(started), child._ready) == (processes, [])
    assert all(one.process.poll() is not None for one in started)


def test_a_file_that_cannot_be_read_is_told_also_where_it_was_read_ahead(known, tmp_path):
    file = tmp_path / "x.csv"
    file.write_bytes(b"")
    child.ahead(file)
    child._ready[0].process.wait()  # it has told and is gone before anything else is asked
    with pytest.raises(FileProblem) as refused:
        check_apart(known, file)
    assert refused.value.key == "file.empty"


class Gone(io.RawIOBase):
    """A pipe whose other end has gone, as Windows tells it: when written to and when closed."""

    def writable(self):
        return True

    def write(self, _):
        raise OSError(errno.EINVAL, "Invalid argument")

    def close(self):
        super().close()
        raise OSError(errno.EINVAL, "Invalid argument")


def test_a_process_that_has_ended_is_told_no_more_however_the_system_says_so():
    stdin = io.BufferedWriter(Gone())
    ended = child._Child(SimpleNamespace(stdin=stdin))
    ended.tell(b"what the store knows")
    assert stdin.closed
    ended.tell(b"and more")


def test_a_process_that_ended_while_it_waited_is_not_asked(known):
    child.ahead()
    child._ready[0].process.kill()
    child._ready[0].process.wait()
    assert len(check_apart(known, extract(line("D1")).encode(), "x.csv").lines) == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for the process in /proc")
def test_a_process_that_waits_ends_with_its_parent():
    starts = "from data_access.ingest import child; child.ahead()"
    tells = "print(child._ready[0].process.pid, flush=True); input()"
    parent = run(f"{starts}; {tells}")
    waiting = int(parent.stdout.readline())
    assert alive(waiting)
    parent.kill()
    ended(parent)
    soon = time.monotonic() + 60  # it may still be starting
    while alive(waiting) and time.monotonic() < soon:
        time.sleep(0.1)
    assert not alive(waiting)
