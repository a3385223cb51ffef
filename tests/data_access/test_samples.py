"""Samples of unknown columns: enough to say what they are, never anything of a person."""

import pytest

from data_access import mappings
from data_access.errors import ColumnsUnclear
from data_access.ingest import Known
from tests.data_access.checks import check, problems
from tests.tiny import extract, line

ANSWER = {"due_on": "Hẹn"}
STRANGE = extract(line("D1"), line("D2", due="21/03/2025")).replace("Ngày hẹn trả", "Hẹn")


def samples_of(known, header: str, *cells: str) -> dict:
    """The samples shown of a file without *Ngày hẹn trả* and with one more column."""
    lines = [f"{line(f'D{number}')},{cell}" for number, cell in enumerate(cells)]
    content = (
        extract(*lines).replace("Mức hài lòng", f"Mức hài lòng,{header}").replace("hẹn trả", "chẳng trả")
    )
    with pytest.raises(ColumnsUnclear) as refused:
        check(known, content)
    return refused.value.samples


def test_three_different_cells_of_a_column_that_could_be_the_missing_one_are_shown(known):
    dates = ("01/03/2025", "01/03/2025", "02/03/2025", "2025-03-03", "04/03/2025")
    assert samples_of(known, "Hẹn", *dates)["Hẹn"] == ["01/03/2025", "02/03/2025", "2025-03-03"]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Ngày sinh", "01/03/1990"),
        ("Họ và tên", "01/03/1990"),
        ("Chủ", "Nguyễn Văn A"),
        ("Liên hệ", "0912345678"),
        ("Giấy", "079123456789"),
        ("Thư", "a@b.vn"),
    ],
)
def test_nothing_of_a_person_is_shown(known, header, cell):
    assert header not in samples_of(known, header, cell, cell)


def test_columns_that_are_known_are_not_shown_again(known):
    assert set(samples_of(known, "Khác", "x")) <= {"Khác", "Ngày chẳng trả"}


def test_that_an_answer_was_used_is_said_each_time_until_it_is_forgotten(sqlite_province):
    def again():
        with sqlite_province.read() as connection:
            return check(Known.seen_by(connection), STRANGE)

    header = STRANGE.splitlines()[1].split(",")
    mappings.remember(sqlite_province, "dossiers", header, ANSWER, by="Alice")
    checked = again()
    assert problems(checked) == [(None, None, "file.mapped")]
    assert checked.issues["detail"].to_list() == ["Hẹn → Ngày hẹn trả"]
    mappings.forget(sqlite_province, "dossiers", mappings.signature(header))
    with pytest.raises(ColumnsUnclear):
        again()
