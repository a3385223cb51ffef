"""The II.06a workbook made from dossiers says what the dossiers say."""

from dataclasses import replace
from datetime import date

import pytest

from data_access import ingest
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from metrics.dossier_sums import dossier_sums
from metrics.report_check import differences, differences_of
from metrics.scope import Scope
from sample_data.report_06a import generate_report
from tests.demo import copied

APRIL, AGENCY = date(2025, 4, 1), "25747@2024-12-01"
SCOPE = Scope(APRIL, APRIL, agency=AGENCY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sample")


@pytest.fixture(scope="module")
def workbook(folder):
    return generate_report(folder)


@pytest.fixture
def store(tmp_path):
    opened = Store.open(f"sqlite:///{copied(tmp_path / 'demo.sqlite')}", migrate=False)
    yield opened
    opened.close()


def put(store, file) -> int:
    batch = ingest.stage(store, ingest.check(Known.of(store), file), by="Alice")
    ingest.apply(store, batch, by="Alice")
    return batch


def by_sector(store) -> dict:
    with store.read() as connection:
        found = dossier_sums(connection, SCOPE, [AGENCY], "sector")
    return {sector: {k: v for k, v in sums.items() if v is not None} for sector, sums in found.items()}


def test_the_workbook_alone_gives_the_sums_that_the_dossiers_give(store, workbook, folder):
    checked = ingest.check(Known.of(store), workbook)
    assert checked.rejected.is_empty()
    assert set(checked.issues["kind"]) == {"layout.total", "layout.below"}  # its total is ours
    assert checked.recognised.synthetic
    put(store, workbook)
    of_report, before = by_sector(store), fingerprint(store)

    dossiers = put(store, folder / "ho-so-2025-04.csv")
    of_dossiers = by_sector(store)
    measures = next(iter(of_report.values())).keys()
    stated = {key: {name: sums[name] for name in measures} for key, sums in of_dossiers.items()}
    nothing = dict.fromkeys(measures, 0)  # dossiers that wait to be received are in no row of the form
    assert of_report == {key: sums for key, sums in stated.items() if sums != nothing}
    with store.read() as connection:
        assert differences(connection, SCOPE) == []

    ingest.undo(store, dossiers, by="Bob")
    assert fingerprint(store) == before


def test_a_report_that_differs_from_the_dossiers_is_listed_measure_by_measure(store, workbook, folder):
    put(store, folder / "ho-so-2025-04.csv")
    checked = ingest.check(Known.of(store), workbook)
    one_more = {name: checked.lines[name] + (checked.lines["line"] == checked.lines["line"].min())
                for name in ("received_online", "open_in_time")}  # fmt: skip
    batch = ingest.stage(store, replace(checked, lines=checked.lines.with_columns(**one_more)), by="Alice")
    with store.read() as connection:
        found = differences_of(connection, batch)
    assert [(one.measure, one.report - one.counted) for one in found] == [
        ("received", 1),
        ("received_online", 1),
        ("open_in_time", 1),
    ]
    assert {(one.agency, one.month, one.months) for one in found} == {(AGENCY, APRIL, 1)}


def test_the_same_workbook_is_made_each_time(workbook, folder):
    first = workbook.read_bytes()
    workbook.unlink()
    assert generate_report(folder).read_bytes() == first
