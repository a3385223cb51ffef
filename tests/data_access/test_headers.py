"""Which header is which column: by the contract, by a person's answer, by what was answered before."""

from datetime import date

import pytest

from data_access import ingest, mappings
from data_access.errors import ColumnsUnclear, FileProblem
from data_access.ingest import Known
from data_access.ingest.contract import NO_COLUMN
from data_access.ingest.contracts import DOSSIERS
from tests.data_access.checks import check, problems
from tests.tiny import HEADER, extract, line

STRANGE = extract(line()).replace("Mã TTHC", "Thủ tục số").replace("Ngày hẹn trả", "Hẹn")
ANSWER = {"procedure": "Thủ tục số", "due_on": "Hẹn"}


@pytest.mark.parametrize(
    "written",
    [" MA  HO\u00a0SO ", "Mã\u200b hồ sơ", "ma_ho_so", "MaHoSo", "mã hồ sơ (*)", "Thông tin hồ sơ > Mã hồ sơ",
     "Hồ sơ > Số hồ sơ", "code"],
)  # fmt: skip
def test_a_header_is_known_whatever_its_case_marks_spaces_and_group(known, written):
    assert check(known, extract(line()).replace("Mã hồ sơ", written)).lines["code"].to_list() == ["D1"]


def test_a_group_and_its_part_may_name_a_column_together(known):
    content = extract(line()).replace("Ngày tiếp nhận", "Ngày > Tiếp nhận")
    assert check(known, content).lines["received_on"].to_list() == [date(2025, 3, 10)]


def test_the_columns_own_name_goes_before_an_alias_and_the_other_is_dropped_by_name(known):
    content = extract(line() + ",9.999999").replace("Mức hài lòng", "Mức hài lòng,Mã thủ tục")
    checked = check(known, content)
    assert (checked.lines["procedure"].to_list(), checked.recognised.dropped) == (
        ["1.000001"],
        ("Mã thủ tục",),
    )


def test_two_headers_that_name_a_column_equally_well_are_asked_about(known):
    content = extract(line() + ",x").replace("Mã TTHC", "Mã thủ tục").replace("lòng", "lòng,Mã thủ tục")
    with pytest.raises(ColumnsUnclear) as refused:
        check(known, content)
    assert (refused.value.key, refused.value.missing) == ("file.header_twice", ["procedure"])


def test_what_is_missing_is_named_with_the_headers_to_choose_from_and_what_looks_alike(known):
    with pytest.raises(ColumnsUnclear) as refused:
        check(known, STRANGE)
    problem = refused.value
    assert (problem.key, problem.kind, problem.missing) == (
        "file.missing_columns",
        "dossiers",
        ["procedure", "due_on"],
    )
    assert problem.header == STRANGE.splitlines()[1].split(",")
    assert problem.found["code"] == "Mã hồ sơ"
    assert problem.suggested == ANSWER
    typo = extract(line()).replace("Mã TTHC", "Mã TTHCC").replace("Ngày hẹn trả", "Ngày hẹn tả")
    with pytest.raises(ColumnsUnclear) as refused:
        check(known, typo)
    assert refused.value.suggested == {"procedure": "Mã TTHCC", "due_on": "Ngày hẹn tả"}


def test_what_the_person_says_about_the_headers_is_done_and_shown(known):
    checked = check(known, STRANGE, columns=ANSWER)
    assert (problems(checked), checked.recognised.mapped) == ([(None, None, "file.mapped")], ANSWER)
    assert checked.lines["procedure"].to_list() == ["1.000001"]


def test_an_answer_goes_before_the_contracts_own_name(known):
    content = extract(line() + ",1.000002").replace("Mức hài lòng", "Mức hài lòng,Thủ tục số")
    checked = check(known, content, columns={"procedure": "Thủ tục số"})
    assert checked.lines["procedure"].to_list() == ["1.000002"]


def test_a_column_that_the_file_does_not_have_is_refused_with_a_sentence(known):
    with pytest.raises(FileProblem) as refused:
        check(known, extract(line()), columns={"procedure": "Không có"})
    assert refused.value.key == "file.no_such_column"
    assert "Không có" in refused.value.told()


def test_an_answer_is_remembered_for_the_next_file_of_the_same_headers(sqlite_province):
    header = STRANGE.splitlines()[1].split(",")
    mappings.remember(sqlite_province, "dossiers", header, ANSWER, by="Alice")
    with sqlite_province.read() as connection:
        assert mappings.remembered(connection, "dossiers", reversed(header)) == ANSWER
    checked = check(Known.of(sqlite_province), STRANGE.replace("Thủ tục số", "THỦ TỤC  SỐ"))
    assert checked.recognised.mapped == {"procedure": "THỦ TỤC  SỐ", "due_on": "Hẹn"}
    assert checked.issues["detail"].to_list() == ["THỦ TỤC  SỐ → Mã TTHC; Hẹn → Ngày hẹn trả"]


def test_an_answer_says_nothing_about_files_of_other_headers(sqlite_province):
    mappings.remember(sqlite_province, "dossiers", STRANGE.splitlines()[1].split(","), ANSWER, by="Alice")
    with pytest.raises(ColumnsUnclear):
        check(Known.of(sqlite_province), STRANGE.replace("Kênh nộp", "Hình thức nộp"))


def test_a_newer_answer_replaces_the_older_and_an_empty_one_forgets(sqlite_province):
    header = ["Một", "Hai"]
    for answer in ({"code": "Một"}, {"procedure": "Hai"}):
        mappings.remember(sqlite_province, "dossiers", header, answer, by="Bob")
    with sqlite_province.read() as connection:
        assert mappings.remembered(connection, "dossiers", header) == {"procedure": "Hai"}
    mappings.remember(sqlite_province, "dossiers", header, {}, by="Bob")
    with sqlite_province.read() as connection:
        assert mappings.answers(connection) == {}


def test_the_child_process_is_told_the_answer_too_and_hands_the_question_back_whole(known):
    assert ingest.check_apart(known, STRANGE.encode(), "tep.csv", columns=ANSWER).recognised.mapped == ANSWER
    with pytest.raises(ColumnsUnclear) as refused:
        ingest.check_apart(known, STRANGE.encode(), "tep.csv")
    assert (refused.value.kind, refused.value.missing) == ("dossiers", ["procedure", "due_on"])


def test_every_field_of_a_contract_is_a_header_of_its_own():
    names = [name for column in DOSSIERS.columns for name in {column.header, column.field}]
    assert len(names) == len(set(names))


def test_a_person_may_say_that_the_file_has_no_such_column_where_blank_means_unknown(known):
    content = extract(line(rest="1,,0,0")).replace(",Mức hài lòng", "")
    with pytest.raises(ColumnsUnclear):
        check(known, content)
    checked = check(known, content, columns={"satisfaction": NO_COLUMN})
    assert problems(checked) == [(None, None, "file.without")]
    assert checked.issues["detail"].to_list() == ["Mức hài lòng"]
    assert checked.lines["satisfaction"].to_list() == [None]


@pytest.mark.parametrize("field", [column.field for column in DOSSIERS.columns if column.spared])
def test_each_column_that_may_be_spared_can_be(known, field):
    header = DOSSIERS.column(field).header
    content = extract(line(finished="12/03/2025", rest="1,1,0,0,5")).replace(header, "Gì đó")
    checked = check(known, content, columns={field: NO_COLUMN})
    assert checked.lines[field].to_list() == [None]
    assert checked.recognised.dropped == ("Gì đó",)


def test_a_column_whose_blank_says_something_cannot_be_spared(known):
    content = extract(line()).replace("Kênh nộp", "Gì đó")
    with pytest.raises(ColumnsUnclear) as refused:
        check(known, content, columns={"channel": NO_COLUMN})
    assert refused.value.missing == ["channel"]


def test_a_column_said_not_to_be_there_is_not_read_though_its_header_is(known):
    checked = check(known, extract(line(rest="1,,0,0,5")), columns={"satisfaction": NO_COLUMN})
    assert checked.lines["satisfaction"].to_list() == [None]


def test_a_month_that_was_chosen_against_the_files_own_is_said(known):
    checked = check(known, extract(line(received="10/02/2025", due="")), month=date(2025, 2, 1))
    assert problems(checked) == [(None, None, "file.month_differs")]
    assert checked.issues["detail"].to_list() == ["02/2025 ≠ 03/2025"]
    lines = [line("D1") + ",03/2025", line("D2", received="02/02/2025") + ",02/2025"]
    checked = check(known, "\n".join([HEADER + ",Tháng", *lines]), month=date(2025, 3, 1))
    assert problems(checked) == [(None, "Tháng", "file.month_differs")]
    assert checked.issues["detail"].to_list() == ["03/2025 ≠ 02/2025"]
