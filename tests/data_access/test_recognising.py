"""What a file is: its table, its month, its day – however it is written."""

import io
import re
from datetime import date

import pytest
from xlsxwriter import Workbook

from data_access.errors import FileProblem
from tests.data_access.checks import check, problems
from tests.tiny import HEADER, extract, line


def test_files_without_table_month_or_lines_are_refused_with_a_sentence(known):
    cases = {
        b"": "file.empty",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00": "file.not_a_table",
        b"PK\x03\x04garbage": "file.broken_workbook",
        b"a,b\n1,2\n": "file.no_header",
        f"{HEADER}\n{line()}\n".encode(): "file.no_month",
        extract().encode(): "file.no_lines",
        extract(line()).replace("Mã TTHC,", "Gì đó,").encode(): "file.missing_columns",
        extract(line()).replace("Ngày nộp", "Ngày hẹn trả").encode(): "file.header_twice",
    }
    for content, key in cases.items():
        with pytest.raises(FileProblem) as refused:
            check(known, content)
        assert refused.value.key == key
        assert len(refused.value.told()) > 20


def test_a_kind_that_does_not_exist_is_refused_with_a_sentence(known):
    with pytest.raises(FileProblem) as refused:
        check(known, extract(line()), kind="nothing")
    assert refused.value.key == "file.unknown_kind"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_delimiters_read_back_the_same(known, encoding, mark):
    content = extract(line("D1"), line("D2", finished="12/03/2025")).replace(",", mark)
    if encoding == "cp1258":
        content = _with_combining_tones(content)
    checked = check(known, content.encode(encoding))
    assert checked.lines.equals(check(known, extract(line("D1"), line("D2", finished="12/03/2025"))).lines)


def _with_combining_tones(content: str) -> str:
    """As Windows-1258 has it: letters with their hat or horn, tones as marks of their own."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in content:
        parts = unicodedata.normalize("NFD", letter)
        tone = [p for p in parts if p in tones]
        out += unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones)) + "".join(tone)
    return out


def test_a_workbook_reads_like_its_csv(known):
    content = extract(line("D1"), line("D2", finished="12/03/2025", agency="X2"))
    memory = io.BytesIO()
    book = Workbook(memory, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, text_line in enumerate(content.splitlines()):
        for column, cell in enumerate(text_line.split(",")):
            as_date = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", cell)
            if as_date:
                day = date(int(as_date[3]), int(as_date[2]), int(as_date[1]))
                sheet.write_datetime(row, column, day, book.add_format({"num_format": "dd/mm/yyyy"}))
            elif cell.isdigit():
                sheet.write_number(row, column, int(cell))
            else:
                sheet.write_string(row, column, cell)
    book.close()
    assert check(known, memory.getvalue(), "tep.xlsx").lines.equals(check(known, content).lines)


def test_a_header_is_known_whatever_its_case_marks_and_spaces(known):
    content = extract(line()).replace("Mã hồ sơ", " MA  HO\u00a0SO ")
    assert len(check(known, content).lines) == 1


def test_a_file_of_several_months_states_a_slice_for_each(known):
    body = [line("D1") + ",03/2025", line("D1", received="02/04/2025") + ",04/2025"]
    checked = check(known, "\n".join([HEADER + ",Tháng", *body]))
    assert [month for month, _, _ in checked.slices()] == [date(2025, 3, 1), date(2025, 4, 1)]


@pytest.mark.parametrize("after", [2, 5000], ids=["a few lines", "more than a cell may hold"])
def test_a_quote_that_nothing_closes_is_refused_by_its_line_and_swallows_no_dossier(known, after):
    lines = [line("D0"), line('"D1'), *(line(f"E{i}") for i in range(after))]
    with pytest.raises(FileProblem) as refused:
        check(known, extract(*lines))
    assert (refused.value.key, refused.value.params) == ("file.open_quote", {"line": "4"})


def test_a_quote_within_a_cell_and_a_line_break_within_quotes_are_only_text(known):
    checked = check(known, extract(line('D1"x'), line('"D\n2"'), line("D3", agency="Z9")))
    assert (len(checked.lines), problems(checked)) == (2, [(5, "Mã đơn vị xử lý", "agency.unknown")])


def test_the_delimiter_is_the_one_that_shows_the_headers_however_many_commas_a_name_has(known):
    checked = check(known, "Mã lĩnh vực;Tên lĩnh vực\nL1;Đất đai, nhà ở, công sở\n")
    assert checked.lines["name"].to_list() == ["Đất đai, nhà ở, công sở"]


def test_a_nul_far_down_the_file_is_refused(known):
    with pytest.raises(FileProblem) as refused:
        check(known, extract(*(line(f"D{i}") for i in range(3000)), line("D\x00Z")))
    assert refused.value.key == "file.not_a_table"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lập ngày 05 tháng 4 năm 2025 – Kỳ số liệu: tháng 03/2025", "tep.csv"),
        ("Xuất 2025-04-02, kỳ tháng 03 năm 2025", "tep.csv"),
        ("Sở Một", "H09-0000-05 ho-so-2025-03.csv"),
    ],
)
def test_the_month_is_that_of_the_period_and_not_of_the_day_of_the_report(known, title, name):
    checked = check(known, f"{title}\n{HEADER}\n{line()}\n", name)
    assert checked.recognised.month == date(2025, 3, 1)


def test_the_day_of_the_data_is_the_one_named_so_or_the_end_of_the_newest_month(known):
    until = "Kỳ: tháng 03/2025, số liệu đến ngày 28/03/2025, xuất ngày 02/04/2025"
    assert check(known, f"{until}\n{HEADER}\n{line()}\n").as_of == date(2025, 3, 28)
    months = [line("D1") + ",03/2025", line("D1", received="02/02/2025") + ",02/2025"]
    assert check(known, "\n".join([HEADER + ",Tháng", *months])).as_of == date(2025, 3, 31)


def test_a_month_that_a_spreadsheet_made_a_date_is_still_that_month(known):
    checked = check(known, f"{HEADER},Tháng\n{line()},01/03/2025\n")
    assert checked.lines["month"].to_list() == [date(2025, 3, 1)]


def test_a_kind_of_dossier_in_the_title_is_no_number_of_a_batch(known):
    assert check(known, extract(line(), title="Mã loại 5, tháng")).recognised.supplement_of is None
    assert check(known, extract(line(), title="Mã lô: 5, tháng")).recognised.supplement_of == 5
