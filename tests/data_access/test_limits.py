"""The process that reads a stranger's file: what it may use, write, know and answer."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from data_access.errors import FileProblem
from data_access.ingest import answers, check, check_apart, limits, reader
from tests.tiny import extract, line

ROOT = Path(__file__).parents[2]
bound = pytest.mark.skipif(os.name == "nt", reason="Windows has no limits for a process")


def limited(script: str, *arguments: object) -> str:
    """What a process says after it limited itself as for a file of a thousand bytes."""
    begin = "import os, sys; from data_access.ingest.limits import limit; limit(1000)\n"
    command = [sys.executable, "-c", begin + script, *map(str, arguments)]
    run = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=limits.surroundings(), check=False
    )
    return run.stdout.strip()


@bound
def test_it_can_write_no_file(tmp_path):
    script = """
try:
    open(sys.argv[1], "wb", buffering=0).write(b"x")
except OSError as error:
    print(type(error).__name__)
"""
    assert limited(script, tmp_path / "x") == "OSError"
    assert (tmp_path / "x").read_bytes() == b""


@bound
def test_it_has_two_gigabytes_and_more_for_large_files():
    script = """
try:
    bytearray(3 * 2**30)
except MemoryError:
    print("too much")
"""
    assert limited(script) == "too much"
    assert limited("limit(1000); print(len(bytearray(2**30)))") == str(2**30)


@bound
def test_it_leaves_no_core_file_and_lets_others_go_first():
    script = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE), os.nice(0) > 0)"
    assert limited(script) == "(0, 0) True"


def test_it_is_not_told_where_the_store_is(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ioc:secret@localhost/ioc")
    assert "secret" not in str(limits.surroundings())


def test_it_hashes_codes_where_that_is_asked_for(monkeypatch, known):
    monkeypatch.setenv("DOSSIER_CODE_KEY", "a key of sixteen signs")
    content = extract(line("D1"), line("#REF!")).encode()
    here, apart = check(known, content, "x.csv"), check_apart(known, content, "x.csv")
    assert apart.lines["code"].to_list() == here.lines["code"].to_list() != ["D1"]
    assert apart.issues["kind"].to_list() == ["cell.error"]


class Evil:
    """What a process could answer if a file had taken it over."""

    def __reduce__(self):
        return os.mkdir, (os.environ["EVIL"],)


def test_an_answer_can_name_no_code(tmp_path, monkeypatch):
    monkeypatch.setenv("EVIL", str(tmp_path / "taken over"))
    assert answers.taken(pickle.dumps(Evil())).key == "file.unforeseen"
    assert not (tmp_path / "taken over").exists()


@pytest.mark.parametrize("answer", [b"", b"noise", pickle.dumps("text"), pickle.dumps(subprocess.Popen)])
def test_an_answer_that_is_none_is_told(answer):
    problem = answers.taken(answer)
    assert (type(problem), problem.key) == (FileProblem, "file.unforeseen")


def test_a_mistake_of_ours_is_told_without_what_stood_in_the_cell(monkeypatch):
    def mistaken(*_, **__):
        raise ValueError("Nguyễn Văn A")

    monkeypatch.setattr(reader, "sheet_of", mistaken)
    told = reader._outcome(b"", "x.csv", dict, print).told()
    assert "ValueError, reader.py:" in told
    assert "Nguyễn" not in told
