"""The command line: the same rules as the pages, exit codes, JSON that is JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data_access.fingerprint import fingerprint
from data_access.store import Store
from tests import tiny
from tests.tiny import extract, line

ROOT = Path(__file__).parents[1]


@pytest.fixture
def url(tmp_path) -> str:
    address = f"sqlite:///{tmp_path / 'cli.sqlite'}"
    tiny.load(Store.open(address)).close()
    return address


def cli(url: str, *arguments: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "DATABASE_URL": url, "COLUMNS": "200"}
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.fixture
def good(tmp_path) -> Path:
    file = tmp_path / "ho-so-2025-03.csv"
    file.write_text(extract(line("D1"), line("D2", finished="12/03/2025")), "utf-8")
    return file


@pytest.fixture
def faulty(tmp_path) -> Path:
    file = tmp_path / "loi.csv"
    file.write_text(extract(line("D1"), line("D9", agency="Z9")), "utf-8")
    return file


def test_check_names_line_column_reason_and_what_to_do_and_writes_nothing(url, faulty):
    done = cli(url, "check", faulty)
    assert done.returncode == 3
    assert "Dòng 4, cột Mã đơn vị xử lý: Không có đơn vị nào mang mã này." in done.stdout
    store = Store.open(url)
    assert store.revision() == 2 * len(tiny.REFERENCE)
    store.close()


def test_check_says_what_is_wrong_with_the_file_as_a_whole(url, good):
    done = cli(url, "check", good, "--month", "2025-02")
    assert "Cả tệp: Tháng đã chọn khác với tháng ghi trong tệp." in done.stdout
    assert "None" not in done.stdout


def test_ingest_applies_and_undo_brings_back_what_was(url, good):
    store = Store.open(url)
    before = fingerprint(store)
    done = cli(url, "ingest", good, "--by", "Alice", "--json")
    assert done.returncode == 0
    (result,) = json.loads(done.stdout)
    assert (result["new"], result["rejected"]) == (2, 0)
    assert fingerprint(store) != before
    assert cli(url, "undo", result["batch"], "--by", "Bob").returncode == 0
    assert fingerprint(store) == before
    newest = json.loads(cli(url, "batches", "--json").stdout)[0]
    assert (newest["state"], newest["staged_by"], newest["undone_by"]) == ("undone", "Alice", "Bob")
    assert newest["effect"]["apply"]["after"]["figures"]["dossiers_received"]["part"] == 2
    store.close()


def test_a_dry_run_leaves_everything_as_it_was(url, good):
    store = Store.open(url)
    before = fingerprint(store)
    assert cli(url, "ingest", good, "--dry-run").returncode == 0
    assert fingerprint(store) == before
    store.close()


def test_the_same_file_again_is_known_without_reading_it(url, good):
    cli(url, "ingest", good)
    done = cli(url, "ingest", good)
    assert done.returncode == 0
    assert "không có gì thay đổi" in done.stdout


def test_held_back_agencies_are_refused_and_left_out_on_demand(url, good, tmp_path):
    cli(url, "ingest", good)
    mixed = tmp_path / "hon-hop.csv"
    lines = line("D1"), line("D8", received="99/03/2025"), line("D5", agency="X2")
    mixed.write_text(extract(*lines), "utf-8")
    refused = cli(url, "ingest", mixed)
    assert refused.returncode == 1
    assert "X1@2024-12-01" in refused.stderr
    done = cli(url, "ingest", mixed, "--valid-only", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["new"] == 1


def test_what_cannot_be_done_is_one_sentence_and_exit_code_one(url, tmp_path):
    empty = tmp_path / "trong.csv"
    empty.write_bytes(b"")
    for arguments in (["check", empty], ["ingest", empty], ["ingest", tmp_path / "none.csv"], ["undo", "99"]):
        done = cli(url, *arguments)
        assert done.returncode == 1, arguments
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_english_by_a_switch(url, faulty):
    assert "No agency has this code" in cli(url, "--lang", "en", "check", faulty).stdout


def test_demo_refuses_a_store_that_holds_something_else(url):
    assert cli(url, "demo").returncode == 1
    assert cli(url, "demo", "--if-empty").returncode == 0


def test_files_before_a_refused_one_are_in_and_said(url, good, tmp_path):
    done = cli(url, "ingest", good, tmp_path / "none.csv", "--json")
    assert done.returncode == 1
    assert [result["new"] for result in json.loads(done.stdout)] == [2]


def test_a_header_that_looks_like_markup_is_only_a_header(url, tmp_path):
    file = tmp_path / "la.csv"
    kept, body = extract(line()).rsplit("\n", 2)[:2]
    file.write_text(f"{kept},[/ghi chú]\n{body},x\n", "utf-8")
    done = cli(url, "check", file)
    assert done.returncode == 0
    assert "[/ghi chú]" in done.stdout


def test_what_is_no_file_or_no_kind_is_refused_with_a_sentence(url, good, tmp_path):
    for arguments in (["check", tmp_path], ["check", good, "--kind", "nothing"]):
        done = cli(url, *arguments)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_a_held_back_file_names_the_batch_that_it_leaves_staged(url, good, tmp_path):
    cli(url, "ingest", good)
    mixed = tmp_path / "hon-hop.csv"
    mixed.write_text(extract(line("D1"), line("D8", received="99/03/2025")), "utf-8")
    refused = cli(url, "ingest", mixed)
    assert refused.returncode == 1
    (staged,) = json.loads(cli(url, "batches", "--state", "staged", "--json").stdout)
    assert f"Lô {staged['id']} đang chờ" in refused.stderr


def test_folders_and_patterns_are_taken_by_name_each_file_once(url, tmp_path):
    for name, agency in (("b.csv", "X2"), ("a.csv", "X1")):
        (tmp_path / name).write_text(extract(line(f"D{agency}", agency=agency)), "utf-8")
    (tmp_path / "ghi-chu.md").write_text("không phải số liệu", "utf-8")
    done = cli(url, "ingest", tmp_path, tmp_path / "*.csv", "--json")
    assert done.returncode == 0
    assert [(one["file"], one["outcome"]) for one in json.loads(done.stdout)] == [
        ("a.csv", "applied"),
        ("b.csv", "applied"),
    ]


def test_a_folder_or_pattern_without_files_is_refused(url, tmp_path):
    (tmp_path / "trong").mkdir()
    for given in (tmp_path / "trong", tmp_path / "*.xlsx"):
        done = cli(url, "ingest", given)
        assert (done.returncode, "Không có tệp số liệu nào" in done.stderr) == (1, True)


def test_every_command_that_answers_answers_in_json(url, good, tmp_path):
    checked = json.loads(cli(url, "check", good, "--json").stdout)
    assert (checked["kind"], checked["accepted"], checked["issues"]) == ("dossiers", 2, [])
    dry = json.loads(cli(url, "ingest", good, "--dry-run", "--json").stdout)[0]
    assert (dry["outcome"], dry["new"]) == ("dry_run", 2)
    taken = json.loads(cli(url, "ingest", good, "--json").stdout)[0]
    again = json.loads(cli(url, "ingest", good, "--json").stdout)[0]
    assert (again["outcome"], again["batch"]) == ("same_file", taken["batch"])
    undone = json.loads(cli(url, "undo", taken["batch"], "--by", "Bob", "--json").stdout)
    assert undone == {"batch": taken["batch"], "state": "undone", "undone_by": "Bob"}


def test_wrong_usage_is_exit_code_two_before_anything_is_read(url, good):
    for arguments in (
        ["ingest", good, "--month", "tháng tư"],
        ["check", good, "--column", "code"],
        ["batches", "--state", "gone"],
        ["undo", "mười bảy"],
    ):
        done = cli(url, *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments


def test_a_header_can_be_named_where_it_is_not_known(url, good):
    content = good.read_text("utf-8").replace("Mã hồ sơ", "Cột lạ")
    good.write_text(content, "utf-8")
    assert cli(url, "check", good).returncode == 1
    assert cli(url, "check", good, "--column", "code=Cột lạ").returncode == 0


def test_a_template_is_written_for_a_kind_and_refused_for_none(url, tmp_path):
    done = cli(url, "template", "sectors", "--to", tmp_path / "mau.xlsx")
    assert done.returncode == 0
    assert (tmp_path / "mau.xlsx").read_bytes()[:4] == b"PK\x03\x04"
    refused = cli(url, "template", "nothing")
    assert refused.returncode == 2
    assert "report_06a" in refused.stderr
