"""`ingest` says, before and when it applies, what a page would have a person look at twice."""

import json
from pathlib import Path

import pytest
import typer

from commands.ingesting import Wanted, _rehearsed
from data_access import ingest
from data_access.errors import StoreBusy
from data_access.fingerprint import fingerprint
from data_access.history import batches
from data_access.store import Store
from tests.data_access.statements import staged
from tests.processes import cli
from tests.tiny import extract, line

MANY = [line(f"D{number}") for number in range(40)]
BAD = line("D99", received="99/03/2025")
DRY_RUN = Wanted(
    by="cli", kind=None, month=None, agency=None, column=None,
    supplement=False, dry_run=True, valid_only=False, silent=True,
)  # fmt: skip
UNUSUAL = "số liệu mới của Xã An Bình chỉ có 20 hồ sơ, thay cho 40 hồ sơ đang có"


@pytest.fixture
def written(tmp_path):
    def file(name: str, *lines: str) -> Path:
        path = tmp_path / name
        path.write_text(extract(*lines), "utf-8")
        return path

    return file


def words(done) -> str:
    return " ".join(done.stdout.split())


def test_a_dry_run_and_an_apply_say_what_is_unusual(url, written):
    assert "Bất thường" not in words(cli(url, "ingest", written("thang-3.csv", *MANY)))
    half = written("nua-thang.csv", *MANY[:20])
    store = Store.open(url)
    before = fingerprint(store)
    for arguments in (["--dry-run"], []):
        assert f"Bất thường: Tháng 03/2025: {UNUSUAL}" in words(cli(url, "ingest", half, *arguments))
        if arguments:
            assert fingerprint(store) == before
    store.close()


def test_what_is_unusual_stands_in_json_by_name_and_number(url, written):
    cli(url, "ingest", written("thang-3.csv", *MANY))
    (result,) = json.loads(cli(url, "ingest", written("it.csv", *MANY[:20]), "--dry-run", "--json").stdout)
    (one,) = result["unusual"]
    assert (one["why"], one["before"], one["after"], one["agencies"]) == (
        "fewer_dossiers",
        40,
        20,
        ["X1@2024-12-01"],
    )


def test_a_dry_run_of_a_file_that_is_held_names_who_is_and_counts_the_others(url, written):
    cli(url, "ingest", written("thang-3.csv", *MANY))
    said = words(cli(url, "ingest", written("loi.csv", MANY[0], BAD, line("D5", agency="X2")), "--dry-run"))
    assert "1 mới, 0 thay đổi, 0 giữ nguyên, 0 rút khỏi tháng" in said
    assert "nên chưa được thay: Xã An Bình." in said and "chỉ tính 1 đơn vị còn lại." in said
    assert "Bất thường" not in said, "who is held back stays as it is"

    said = words(cli(url, "ingest", written("mot.csv", MANY[0], BAD), "--dry-run"))
    assert "Chưa thay được số liệu của đơn vị nào" in said


def test_a_month_declared_empty_that_was_not_says_what_it_takes_away(url, written):
    cli(url, "ingest", written("thang-3.csv", *MANY))
    said = words(cli(url, "declare-nothing", "2025-03", "X1"))
    assert "Bất thường: Tháng 03/2025: số liệu mới của Xã An Bình chỉ có 0 hồ sơ, thay cho 40" in said


def test_what_is_left_out_on_demand_is_named(url, written):
    cli(url, "ingest", written("thang-3.csv", *MANY))
    mixed = written("loi.csv", MANY[0], BAD, line("D5", agency="X2"))
    for arguments in (["--dry-run", "--valid-only"], ["--valid-only"]):
        done = cli(url, "ingest", mixed, *arguments)
        assert done.returncode == 3
        assert "nên chưa được thay: Xã An Bình." in words(done) and "1 bị từ chối" in words(done)


def test_nothing_of_a_dry_run_waits_whatever_it_found(url, written):
    """Also where nobody is left, which an apply would refuse."""
    cli(url, "ingest", written("thang-3.csv", *MANY))
    mixed = written("loi.csv", MANY[0], BAD)
    assert cli(url, "ingest", mixed, "--dry-run", "--valid-only").returncode == 3
    assert json.loads(cli(url, "batches", "--state", "staged", "--json").stdout) == []


def test_a_dry_run_that_fails_leaves_nothing_waiting(province, monkeypatch):
    def busy(*_) -> None:
        raise StoreBusy

    monkeypatch.setattr(ingest, "rehearse", busy)
    batch = staged(province, extract(*MANY))
    with pytest.raises(typer.Exit):
        _rehearsed(province, batch, DRY_RUN)
    with province.read() as connection:
        assert not batches(connection, "staged")


def test_corrected_lines_alone_say_what_of_their_agency_stayed_behind(url, written):
    cli(url, "ingest", written("thang-3.csv", *MANY))
    cli(url, "ingest", written("loi.csv", MANY[0], BAD, line("D5", agency="X2")), "--valid-only")
    first = max(row["id"] for row in json.loads(cli(url, "batches", "--state", "rejected", "--json").stdout))
    back = written("sua.csv", line("D99"))
    back.write_text(f"Mã lô: {first}\n{back.read_text('utf-8')}", "utf-8")
    said = words(cli(url, "ingest", back, "--dry-run"))
    assert f"1 dòng hợp lệ của Xã An Bình trong lô {first} không được nạp" in said
    (result,) = json.loads(cli(url, "ingest", back, "--json").stdout)
    assert result["left_out"] == [{"of": first, "agency": "X1@2024-12-01", "lines": 1}]
