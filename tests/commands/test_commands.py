"""What every command keeps to: exit codes, one sentence, JSON that is JSON."""

import json

from sqlalchemy import text

from data_access.errors import StoreOfOtherVersion
from data_access.store import Store
from tests.processes import cli


def test_what_cannot_be_done_is_one_sentence_and_exit_code_one(url, tmp_path):
    empty = tmp_path / "trong.csv"
    empty.write_bytes(b"")
    for arguments in (["check", empty], ["ingest", empty], ["ingest", tmp_path / "none.csv"], ["undo", "99"]):
        done = cli(url, *arguments)
        assert done.returncode == 1, arguments
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_demo_refuses_a_store_that_holds_something_else(url):
    assert cli(url, "demo").returncode == 1
    assert cli(url, "demo", "--if-empty").returncode == 0


def test_what_is_no_file_or_no_kind_is_refused_with_a_sentence(url, good, tmp_path):
    for arguments in (["check", tmp_path], ["check", good, "--kind", "nothing"]):
        done = cli(url, *arguments)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_every_command_that_answers_answers_in_json(url, good, tmp_path):
    checked = json.loads(cli(url, "check", good, "--json").stdout)
    assert (checked["kind"], checked["accepted"], checked["issues"]) == ("dossiers", 2, [])
    dry = json.loads(cli(url, "ingest", good, "--dry-run", "--json").stdout)[0]
    assert (dry["outcome"], dry["new"]) == ("dry_run", 2)
    taken = json.loads(cli(url, "ingest", good, "--json").stdout)[0]
    again = json.loads(cli(url, "ingest", good, "--json").stdout)[0]
    assert (again["outcome"], again["batch"]) == ("same_file", taken["batch"])
    undone = json.loads(cli(url, "undo", taken["batch"], "--by", "Bob", "--json").stdout)
    assert undone == {"batch": taken["batch"], "state": "undone", "undone_by": "Bob", "leaning": []}


def test_rebuild_says_what_was_wrong_and_mends_it(url, good):
    cli(url, "ingest", good)
    assert "Không có gì khác trước." in cli(url, "rebuild").stdout
    store = Store.open(url, migrate=False)
    with store.write() as connection:
        connection.execute(text("UPDATE demand SET received = 99"))
    store.close()
    done = cli(url, "--lang", "en", "rebuild")
    assert (done.returncode, "demand: 1 row was wrong" in done.stdout) == (0, True)
    assert json.loads(cli(url, "rebuild", "--json").stdout)["wrong"] == {}


def test_a_store_of_another_version_is_one_sentence_and_exit_code_four(url):
    store = Store.open(url, migrate=False)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    done = cli(url, "batches")
    assert (done.returncode, done.stderr.strip()) == (4, StoreOfOtherVersion().told())


def test_wrong_usage_is_exit_code_two_before_anything_is_read(url, good):
    for arguments in (
        ["ingest", good, "--month", "tháng tư"],
        ["check", good, "--column", "code"],
        ["batches", "--state", "gone"],
        ["undo", "mười bảy"],
    ):
        done = cli(url, *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments


def test_a_template_is_written_for_a_kind_and_refused_for_none(url, tmp_path):
    done = cli(url, "template", "sectors", "--to", tmp_path / "mau.xlsx")
    assert done.returncode == 0
    assert (tmp_path / "mau.xlsx").read_bytes()[:4] == b"PK\x03\x04"
    refused = cli(url, "template", "nothing")
    assert refused.returncode == 2
    assert "report_06a" in refused.stderr
