"""`ingest` and `undo`: the same rules as the pages."""

import json

from data_access.fingerprint import fingerprint
from data_access.store import Store
from tests.processes import cli
from tests.tiny import extract, line


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
    assert "Xã An Bình" in refused.stderr
    done = cli(url, "ingest", mixed, "--valid-only", "--json")
    assert done.returncode == 3, "done, and some lines were rejected"
    (result,) = json.loads(done.stdout)
    assert (result["new"], result["rejected"], result["held"]) == (1, 1, ["X1@2024-12-01"])


def test_files_before_a_refused_one_are_in_and_said(url, good, tmp_path):
    done = cli(url, "ingest", good, tmp_path / "none.csv", "--json")
    assert done.returncode == 1
    assert [result["new"] for result in json.loads(done.stdout)] == [2]


def test_of_several_files_the_one_that_was_refused_is_named(url, good, tmp_path):
    empty = tmp_path / "rong.csv"
    empty.write_text("", "utf-8")
    refused = cli(url, "ingest", good, empty)
    assert refused.returncode == 1
    assert "rong.csv" in refused.stderr


def test_a_file_that_takes_most_of_a_month_away_says_so(url, good, tmp_path):
    cli(url, "ingest", good)
    few = tmp_path / "it.csv"
    few.write_text(extract(line("D9")), "utf-8")
    done = cli(url, "ingest", few, "--dry-run")
    assert "nhiều hơn số dòng nó giữ lại" in " ".join(done.stdout.split())


def test_a_held_back_file_names_the_batch_that_it_leaves_staged(url, good, tmp_path):
    cli(url, "ingest", good)
    mixed = tmp_path / "hon-hop.csv"
    mixed.write_text(extract(line("D1"), line("D8", received="99/03/2025")), "utf-8")
    refused = cli(url, "ingest", mixed)
    assert refused.returncode == 1
    (staged,) = json.loads(cli(url, "batches", "--state", "staged", "--json").stdout)
    assert f"Lô {staged['id']} đang chờ" in refused.stderr


def test_the_same_file_that_waits_already_is_said_with_its_batch_and_person(url, good, tmp_path):
    cli(url, "ingest", good)
    mixed = tmp_path / "hon-hop.csv"
    mixed.write_text(extract(line("D1"), line("D8", received="99/03/2025")), "utf-8")
    assert "đang chờ ở lô" not in cli(url, "ingest", mixed, "--by", "Lan").stdout
    (first,) = json.loads(cli(url, "batches", "--state", "staged", "--json").stdout)
    refused = cli(url, "ingest", mixed)
    assert f"Chính tệp này đang chờ ở lô {first['id']}, Lan nạp lúc" in refused.stdout
    (dry,) = json.loads(cli(url, "ingest", mixed, "--dry-run", "--json").stdout)
    assert [one["by"] for one in dry["also_waiting"]] == ["Lan", "cli"]


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
