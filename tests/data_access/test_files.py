"""Every file of tests/data_access/files: what is accepted and rejected, why, where, and what is stored."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, text

from data_access import ingest
from data_access.errors import FileProblem
from data_access.ingest import Checked
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.reference import to_row
from data_access.store import Store
from data_access.tables import METADATA
from tests.data_access.files import cases
from tests.data_access.files.case import Case

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_becomes_what_its_case_says(case: Case, known, province_file, tmp_path):
    name, content = case.build()
    if case.refused:
        with pytest.raises(FileProblem) as refused:
            ingest.check(known, content, name, month=case.month)
        assert refused.value.key == case.refused
        assert len(refused.value.told()) > 20
        return
    checked = ingest.check(known, content, name, month=case.month)
    assert checked.contract.kind == case.kind
    assert _problems(checked) == sorted(case.problems, key=str)
    assert (len(checked.lines), len(checked.rejected)) == (case.accepted, case.rejected)
    assert (checked.repeated, checked.recognised.dropped) == (case.repeated, case.dropped)
    file = shutil.copyfile(province_file, tmp_path / "store.sqlite")
    assert _stored(Store.open(f"sqlite:///{file}", migrate=False), checked, case) == case.stored
    _assert_nowhere(case, tmp_path)


def test_there_are_at_least_150_files_each_with_a_name_of_its_own():
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert len(names) >= 150


def _problems(checked: Checked) -> list[tuple]:
    found = checked.issues.select("kind", "line", "column").rows()
    return sorted(found, key=str)


def _stored(store: Store, checked: Checked, case: Case) -> dict[str, dict]:
    """What the store holds of the file once applied: of each record the values that the case names."""
    try:
        batch = ingest.stage(store, checked, by="Alice")
        if case.accepted:
            ingest.apply(store, batch, by="Alice")
        read = _statement if checked.contract.is_statement else _records
        records = read(store, batch, case)
    finally:
        store.close()
    return {
        key: {name: record[name] for name in case.stored.get(key, record)} for key, record in records.items()
    }


def _statement(store: Store, batch: int, case: Case) -> dict[str, dict]:
    """The lines of a statement by what tells them apart in a slice: dossiers by code, reports by sector."""
    contract = CONTRACTS[case.kind]
    lines = METADATA.tables[contract.table]
    with store.read() as connection:
        found = connection.execute(select(lines).where(lines.c.batch_id == batch)).mappings()
        return {row[contract.key[-1]]: dict(row) for row in found}


def _records(store: Store, batch: int, case: Case) -> dict[str, dict]:
    """The lines of a reference batch by key; each must be in the table of its kind, as applied."""
    table = METADATA.tables[CONTRACTS[case.kind].table]
    with store.read() as connection:
        rows = [dict(row) for row in connection.execute(select(table)).mappings()]
        where = {"batch": batch}
        found = connection.execute(
            text("SELECT key, fields FROM reference_line WHERE batch_id = :batch"), where
        )
        records = {row.key: json.loads(row.fields) for row in found}
    assert all(to_row(case.kind, fields) in rows for fields in records.values())
    return records


def _assert_nowhere(case: Case, folder: Path) -> None:
    held = b"".join(file.read_bytes() for file in folder.iterdir())
    assert not [words for words in case.nowhere if words.encode() in held]
