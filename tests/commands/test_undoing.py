"""`undo` says what else ceases to count with a batch, and `batches` what counts nowhere."""

import json
from pathlib import Path

import pytest

from tests.processes import cli
from tests.tiny import extract, line


@pytest.fixture
def added(url, good, tmp_path) -> tuple[int, int]:
    """A month, and a supplement that counts by it."""
    more = tmp_path / "bo-sung.csv"
    more.write_text(extract(line("D3")), "utf-8")
    return taken(url, good), taken(url, more, "--supplement")


def taken(url: str, file: Path, *how: str) -> int:
    return json.loads(cli(url, "ingest", file, *how, "--json").stdout)[0]["batch"]


def test_an_undo_names_the_supplement_that_ceases_to_count(url, added):
    base, supplement = added
    done = cli(url, "undo", base)
    assert f"Lô {supplement} (bổ sung, 1 dòng) dựa vào lô này" in " ".join(done.stdout.split())


def test_the_list_says_which_applied_supplement_counts_nowhere(url, added):
    base, supplement = added
    assert "không được tính" not in cli(url, "batches").stdout
    cli(url, "undo", base)
    (row,) = [row for row in cli(url, "batches").stdout.splitlines() if row.split()[0] == str(supplement)]
    assert "Đã áp dụng, không được tính" in row
    found = {one["id"]: one["counts_nowhere"] for one in json.loads(cli(url, "batches", "--json").stdout)}
    assert (found[supplement], found[base]) == ("unstated", None)


def test_the_supplements_stand_in_json_as_well(url, added):
    base, supplement = added
    (leaning,) = json.loads(cli(url, "undo", base, "--json").stdout)["leaning"]
    assert (leaning["batch_id"], leaning["statements"], leaning["kept"]) == (supplement, 1, 0)
    assert json.loads(cli(url, "undo", supplement, "--json").stdout)["leaning"] == []
