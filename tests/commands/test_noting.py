"""`note` writes one record as a page does: a batch of its own, or one sentence why not."""

import json

from tests.processes import cli

EVENT = ("on=01/07/2025", "title=Bỏ cấp huyện", "kind=mốc", "source=Báo = Bình Dương")


def test_a_record_is_written_listed_and_undone(url):
    done = cli(url, "note", "events", *EVENT, "--by", "Lan", "--json")
    assert done.returncode == 0, done.stderr
    batch = json.loads(done.stdout)["batch"]
    newest = json.loads(cli(url, "batches", "--json").stdout)[0]
    assert (newest["id"], newest["kind"], newest["state"], newest["staged_by"]) == (
        batch,
        "events",
        "applied",
        "Lan",
    )
    assert cli(url, "undo", str(batch)).returncode == 0


def test_what_does_not_fit_is_one_sentence(url):
    done = cli(url, "note", "events", *EVENT[:2], "kind=lễ hội", "source=Báo")
    assert done.returncode == 1
    assert "“Loại”: Giá trị không có trong danh sách cho phép." in done.stderr


def test_an_unknown_kind_or_field_is_wrong_usage(url):
    assert cli(url, "note", "dossiers", "code=1").returncode == 2
    assert cli(url, "note", "events", "colour=red").returncode == 2
