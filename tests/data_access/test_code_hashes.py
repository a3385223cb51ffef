"""A setting that keeps keyed hashes in place of dossier codes."""

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.history import batch, issues, rejected_lines
from data_access.ingest import Known
from data_access.settings import Settings
from reports.rejected import rejected_file
from tests.data_access.checks import check, problems
from tests.tiny import extract, line, put

CODE = "H09.718-250331-0042"


@pytest.fixture(autouse=True)
def key(monkeypatch):
    monkeypatch.setenv("DOSSIER_CODE_KEY", "a key for these tests")


def test_a_code_is_kept_as_a_hash_that_tells_nothing_of_it(known):
    checked = check(known, extract(line(CODE)))
    (kept,) = checked.lines["code"]
    assert kept.startswith("#") and kept[1:].isalpha() and len(kept) == 33
    assert problems(checked) == []


def test_another_key_gives_another_hash(known, monkeypatch):
    first = check(known, extract(line(CODE))).lines["code"][0]
    monkeypatch.setenv("DOSSIER_CODE_KEY", "another key, as long")
    assert check(known, extract(line(CODE))).lines["code"][0] != first


def test_a_short_key_is_refused_at_start(monkeypatch):
    monkeypatch.setenv("DOSSIER_CODE_KEY", "short")
    with pytest.raises(ValueError, match="at least 16"):
        Settings()


def test_the_same_dossier_is_followed_from_month_to_month(sqlite_province):
    put(sqlite_province, extract(line(CODE), line("other")))
    april = extract(line(CODE, finished="02/04/2025"), month="04/2025")
    batch_id = ingest.stage(sqlite_province, check(Known.of(sqlite_province), april), by="Alice")
    assert ingest.compare(sqlite_province, batch_id).unseen == 1  # the other, left open in March


def test_codes_are_in_no_message_and_nowhere_in_the_store(sqlite_province, tmp_path, caplog):
    twice = [line("H09-0042"), line("H09-0042", due="30/03/2025")]
    checked = check(Known.of(sqlite_province), extract(line(CODE), line("H09-0043", agency="Z9"), *twice))
    assert [kind for _, _, kind in problems(checked)] == [
        "agency.unknown", "line.contradicts", "line.contradicts",
    ]  # fmt: skip
    ingest.stage(sqlite_province, checked, by="Alice")
    sqlite_province.close()
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir()) + caplog.text.encode()
    said = str(checked.issues.to_dicts()) + str(checked.rejected.to_dicts())
    for code in (CODE, "H09-0042", "H09-0043"):
        assert code.encode() not in held
        assert code not in said


def test_the_corrected_file_of_rejected_lines_adds_the_same_dossier(sqlite_province):
    batch_id = put(sqlite_province, extract(line(CODE), line("H09-0043", procedure="9.999999")))
    with sqlite_province.read() as connection:
        back = rejected_file(
            batch_id, batch(connection, batch_id).months, rejected_lines(connection, batch_id),
            issues(connection, batch_id),
        )  # fmt: skip
    corrected = back.decode("utf-8-sig").replace("9.999999", "1.000001")
    put(sqlite_province, corrected)
    put(sqlite_province, extract(line("H09-0043", due="25/03/2025")).replace("Kỳ", f"Mã lô: {batch_id} – Kỳ"))
    with sqlite_province.read() as connection:
        codes = connection.scalar(text("SELECT COUNT(DISTINCT code) FROM dossier"))
        assert codes == 2  # the third file speaks of the second dossier


def test_without_the_setting_codes_are_kept_as_they_are(known, monkeypatch):
    monkeypatch.delenv("DOSSIER_CODE_KEY")
    assert check(known, extract(line(CODE))).lines["code"].to_list() == [CODE]
