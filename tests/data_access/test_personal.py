"""A person's data is dropped at the door: it is in no table, log, temporary file, message or download."""

import logging

import pytest

from data_access import ingest
from data_access.history import batch, issues, rejected_lines
from data_access.ingest import Known
from reports.rejected import issues_csv, rejected_file
from tests.data_access.checks import check, problems
from tests.tiny import HEADER, extract, line

NAME, NUMBER, PHONE, MAIL = "Nguyễn Thị Bí Mật", "079201001234", "0912 345 678", "bimat@example.vn"
SECRETS = (NAME, NUMBER, PHONE, MAIL, "Bí Mật")
FILE = "\n".join([
    "Kỳ số liệu: tháng 03/2025", f"Họ tên,{HEADER},Số CCCD,Điện thoại,Email",
    f"{NAME},{line('D1')},{NUMBER},{PHONE},{MAIL}",
    f"{NAME},{line('D2', procedure='9.999999')},{NUMBER},{PHONE},{MAIL}",
    f"{NAME},{line(NUMBER)},{NUMBER},{PHONE},{MAIL}",
    f"{NAME},{line('D4', counter=MAIL)},{NUMBER},{PHONE},{MAIL}",
    f"{NAME},{line('D5', due=PHONE)},{NUMBER},{PHONE},{MAIL}",
    f"{NAME},{line('D7', rest=f'1,,0,0,{NAME}')},{NUMBER},{PHONE},{MAIL}",
    f"Nguyễn, {NAME},{line('D6')},{NUMBER},{PHONE},{MAIL}",  # a comma that nobody quoted: every cell one on
])  # fmt: skip


@pytest.mark.parametrize("apart", [False, True], ids=["here", "in a child process"])
def test_nothing_of_a_person_is_left_anywhere(sqlite_province, tmp_path, monkeypatch, caplog, apart):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    caplog.set_level(logging.DEBUG)
    checker = ingest.check_apart if apart else ingest.check
    checked = checker(Known.of(sqlite_province), FILE.encode(), "ho-so.csv")
    assert checked.recognised.dropped == ("Họ tên", "Số CCCD", "Điện thoại", "Email")
    batch_id = ingest.stage(sqlite_province, checked, by="Alice")
    ingest.apply(sqlite_province, batch_id, by="Alice")
    with sqlite_province.read() as connection:
        found = issues(connection, batch_id)
        months = batch(connection, batch_id).months
        downloads = [
            rejected_file(batch_id, months, rejected_lines(connection, batch_id), found),
            issues_csv(found),
        ]
    held = [*downloads, caplog.text.encode(), str(checked.issues.to_dicts()).encode()]
    held += [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    for secret in SECRETS:
        assert not [one for one in held if secret.encode() in one], secret
    assert not list(temporary.iterdir())
    assert len(checked.rejected) == 6


def test_of_a_line_whose_cells_have_moved_no_cell_is_kept_where_persons_have_columns(known):
    moved = check(known, FILE)
    assert moved.rejected.filter(line=9).drop("line").rows() == [(None,) * 16]
    assert moved.issues.filter(line=9)["detail"].to_list() == [None] * len(moved.issues.filter(line=9))


def test_of_a_line_with_a_cell_too_many_its_cells_are_handed_back_where_no_column_was_dropped(known):
    checked = check(known, f"Tháng 03/2025\n{HEADER}\n{line('D1')},x\n")
    assert checked.rejected["Mã hồ sơ"].to_list() == ["D1"]


def test_personal_columns_are_dropped_by_name_and_their_values_are_nowhere(known, sqlite_province, tmp_path):
    header, body = HEADER + ",Họ tên,Số CCCD,Điện thoại", line() + ",Nguyễn Văn A,079201001234,0912345678"
    checked = check(known, f"Kỳ: tháng 03/2025\n{header}\n{body}\n")
    assert checked.recognised.dropped == ("Họ tên", "Số CCCD", "Điện thoại")
    ingest.stage(sqlite_province, checked, by="Alice")
    sqlite_province.close()
    for file in tmp_path.iterdir():
        stored = file.read_bytes()
        assert not any(secret.encode() in stored for secret in ("Nguyễn Văn A", "079201001234", "0912345678"))


def test_a_personal_number_in_a_kept_column_is_masked_wherever_it_is_shown(known):
    checked = check(known, extract(line(code="079201001234")))
    assert "079201001234" not in str(checked.issues.to_dicts()) + str(checked.rejected.to_dicts())


@pytest.mark.parametrize("secret", [
    "079201001234", "079 201 001 234", "0912345678", "0912 345 678", "0912.345.678", "+84912345678",
    "+84 912 345 678", "a.b@c.vn",
])  # fmt: skip
def test_what_looks_personal_is_refused_in_any_code(known, secret):
    assert problems(check(known, extract(line(code=secret)))) == [(3, "Mã hồ sơ", "cell.personal")]
