"""What is accepted, what is rejected, in which line and column of their file, and what is kept of it."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from xlsxwriter import Workbook

from data_access import ingest
from data_access.errors import FileProblem
from data_access.ingest import Known
from data_access.store import Store
from language import t, using
from language.catalogue import forms
from tests import tiny
from tests.tiny import HEADER, extract, line

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def known(tmp_path_factory) -> Known:
    return Known.of(tiny.load(Store.open(f"sqlite:///{tmp_path_factory.mktemp('known') / 'k.sqlite'}")))


def check(known, content: str | bytes, name="tep.csv", **how):
    return ingest.check(known, content if isinstance(content, bytes) else content.encode(), name, **how)


def problems(checked) -> list[tuple]:
    return [(i["line"], i["column"], i["kind"]) for i in checked.issues.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("bad", "column", "kind"),
    [
        (line(agency="Z9"), "Mã đơn vị xử lý", "agency.unknown"),
        (line(counter="Z9"), "Mã đơn vị tiếp nhận", "counter.unknown"),
        (line(procedure="9.999999"), "Mã TTHC", "procedure.unknown"),
        (line(status="Đang bay"), "Trạng thái", "status.unknown"),
        (line(received="31/02/2025", submitted=""), "Ngày tiếp nhận", "cell.date"),
        (line(received="10/04/2025", due=""), "Ngày tiếp nhận", "period.received_later"),
        (line(received="10/01/2025", finished="20/02/2025"), "Ngày kết thúc", "period.ended_before"),
        (line(received="10/03/2025", finished="09/03/2025"), "Ngày kết thúc", "date.end_before_received"),
        (line(status=9), "Ngày kết thúc", "status.end_missing"),
        (line(status=4, finished="12/03/2025"), "Trạng thái", "status.end_too_soon"),
        (line(status=1), "Ngày tiếp nhận", "status.not_received"),
        (line(received="", submitted="01/03/2025", status=4), "Ngày tiếp nhận", "status.received_missing"),
        (line(received="", submitted="01/02/2025", status=3), "Ngày nộp", "period.submitted_elsewhen"),
        (line(channel="5"), "Kênh nộp", "cell.choice"),
        (line(rest="2,,0,0,"), "Số hóa thành phần", "cell.flag"),
        (line(rest="1,,0,0,9"), "Mức hài lòng", "cell.rating"),
        (line(code=""), "Mã hồ sơ", "cell.blank"),
        (line(code="079201001234"), "Mã hồ sơ", "cell.personal"),
        (line(due="01/03/2025"), "Ngày hẹn trả", "date.due_before_received"),
    ],
)
def test_one_fault_is_found_in_its_line_and_column(known, bad, column, kind):
    checked = check(known, extract(line("GOOD"), bad))
    assert problems(checked) == [(4, column, kind)]
    warned = checked.issues["severity"][0] == "warn"
    assert (len(checked.lines), len(checked.rejected)) == ((2, 0) if warned else (1, 1))


def test_an_open_dossier_is_not_wrong_about_the_dates_it_does_not_have(known):
    checked = check(known, extract(line(due="", submitted="", rest=",,,,")))
    assert problems(checked) == []
    row = checked.lines.row(0, named=True)
    assert (row["due_on"], row["finished_on"], row["digitised_input"], row["satisfaction"]) == (None,) * 4


def test_identical_lines_count_once_and_differing_ones_not_at_all(known):
    checked = check(
        known, extract(line("D1"), line("D1"), line("D2"), line("D2", due="30/03/2025"), line("D3"))
    )
    assert problems(checked) == [
        (4, "Mã hồ sơ", "line.repeated"),
        (5, "Mã hồ sơ", "line.contradicts"),
        (6, "Mã hồ sơ", "line.contradicts"),
    ]
    assert sorted(checked.lines["code"]) == ["D1", "D3"]
    assert (checked.total, checked.repeated, len(checked.rejected)) == (5, 1, 2)


def test_line_numbers_are_those_of_the_spreadsheet_past_blank_lines(known):
    checked = check(known, extract(line("D1"), "", ",,,,,,,,,,,,,,,", line("D2", agency="Z9")))
    assert problems(checked)[0][0] == 6
    assert checked.total == 2


def test_personal_columns_are_dropped_by_name_and_their_values_are_nowhere(known, tmp_path):
    header, body = HEADER + ",Họ tên,Số CCCD,Điện thoại", line() + ",Nguyễn Văn A,079201001234,0912345678"
    checked = check(known, f"Kỳ: tháng 03/2025\n{header}\n{body}\n")
    assert checked.recognised.dropped == ("Họ tên", "Số CCCD", "Điện thoại")
    store = tiny.load(Store.open(f"sqlite:///{tmp_path / 's.sqlite'}"))
    ingest.stage(store, checked, by="Alice")
    store.close()
    for file in tmp_path.iterdir():
        stored = file.read_bytes()
        assert not any(secret.encode() in stored for secret in ("Nguyễn Văn A", "079201001234", "0912345678"))


def test_a_personal_number_in_a_kept_column_is_masked_wherever_it_is_shown(known):
    checked = check(known, extract(line(code="079201001234")))
    assert "079201001234" not in str(checked.issues.to_dicts()) + str(checked.rejected.to_dicts())


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


def test_a_name_that_disagrees_with_its_code_is_rejected(known):
    header = HEADER + ",Tên đơn vị xử lý"
    body = f"{line('D1')},Xã An Bình\n{line('D2')},Xã Hoà Bình\n{line('D3', agency='X2')},XÃ HOÀ BÌNH"
    checked = check(known, f"Kỳ: tháng 03/2025\n{header}\n{body}\n")
    assert problems(checked) == [(4, "Tên đơn vị xử lý", "agency.name_differs")]


def test_an_ended_unit_is_refused_by_its_date(known):
    checked = check(known, extract(line(agency="H1", received="02/07/2025", due=""), month="07/2025"))
    assert problems(checked) == [(3, "Mã đơn vị xử lý", "agency.not_in_force")]
    assert checked.issues["detail"][0] == "H1 → X2 Xã Hòa Bình"  # who followed


def test_a_counter_is_the_unit_of_the_day_of_receipt(known):
    lines = [
        line("D1", agency="X2", counter="X1", received=day, due="") for day in ("20/06/2025", "02/07/2025")
    ]
    lines[1] = lines[1].replace("D1", "D2")
    checked = check(known, extract(*lines, month="07/2025"))
    assert checked.lines["counter"].to_list() == ["X1@2024-12-01", "X1@2025-07-01"]


def test_every_problem_has_its_words_in_both_languages():
    written = "\n".join(p.read_text() for p in (ROOT / "data_access" / "ingest").rglob("*.py"))
    kinds = set(re.findall(r'Check\(\s*"([a-z._]+)"', written)) | {"line.too_many_cells"}
    kinds |= {f"cell.{p}" for p in ("date", "month", "flag", "number", "decimal", "choice")}
    assert len(kinds) > 20
    for lang in ("vi", "en"):
        for kind in kinds:
            assert forms(f"issue.{kind}", lang)
            assert forms(f"fix.{kind}", lang)
    for key in set(
        re.findall(r'(?:FileProblem|_unclear|Held\w*|NotStaged|StoreMoved)\(\s*"([a-z._]+)"', written)
    ):
        assert forms(key, "vi")
        assert forms(key, "en")


def test_messages_follow_the_language():
    with using("en"):
        assert t("issue.cell.blank") == "A required cell is blank"


def test_nothing_is_staged_when_checking(known, tmp_path):
    store = tiny.load(Store.open(f"sqlite:///{tmp_path / 's.sqlite'}"))
    revision = store.revision()
    ingest.check(Known.of(store), extract(line()).encode(), "tep.csv")
    with store.read() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM dossier")) == 0
    assert store.revision() == revision
    store.close()


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


def test_a_line_with_too_many_cells_belongs_to_its_agency(known):
    checked = check(known, extract(line("D1") + ",more", line("D2", agency="X2")))
    assert checked.issues.select("line", "kind", "agency", "month").rows() == [
        (3, "line.too_many_cells", "X1@2024-12-01", date(2025, 3, 1))
    ]


def test_a_rejected_cell_is_handed_back_whole(known):
    title = "Một cái tên dài " * 20
    header = "Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n"
    checked = check(known, f"{header}1.000009,{title.strip()},L9,xã,S1,0\n")
    assert checked.rejected["Tên TTHC"].to_list() == [title.strip()]


def test_a_status_means_what_it_was_called_in_the_month_of_the_line(tmp_path):
    store = tiny.load(Store.open(f"sqlite:///{tmp_path / 's.sqlite'}"))
    labels = "Trạng thái,Từ ngày,Mã trạng thái\nĐang chờ,01/12/2024,4\nĐang chờ,01/04/2025,5\n"
    tiny.put(store, labels + "Vừa mới,01/04/2025,2\n", kind="statuses")
    lines = [
        line("D1", status="ĐANG CHỜ") + ",03/2025",
        line("D1", status="Đang chờ") + ",04/2025",
        line("D2", status="Vừa mới") + ",03/2025",
    ]
    checked = check(Known.of(store), "\n".join([HEADER + ",Tháng", *lines]))
    assert checked.lines.select("month", "status").rows() == [(date(2025, 3, 1), 4), (date(2025, 4, 1), 5)]
    assert problems(checked) == [(4, "Trạng thái", "status.unknown")]
    store.close()


def test_a_number_of_a_workbook_with_three_decimals_is_not_thousands(known):
    memory = io.BytesIO()
    with Workbook(memory, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        header = ("Chỉ số", "Mã đơn vị", "Tháng", "Giá trị", "Đơn vị tính", "Ít nhất", "Nguồn")
        for row, cells in enumerate([header, ("m", "", "03/2025", 36.285, "%", 0, "Báo")]):
            sheet.write_row(row, 0, cells)
    assert [str(value) for value in check(known, memory.getvalue()).lines["value"]] == ["36.2850"]


@pytest.mark.parametrize(
    ("content", "kind", "column"),
    [
        ("Trạng thái,Từ ngày,Mã trạng thái\nLạ,01/12/2024,11\n", "cell.number", "Mã trạng thái"),
        ("Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nH1,01/12/2024,x,chi nhánh,1,3000000000\n",
         "cell.number", "Cột"),
        ("Mã,Nội dung,Tiêu đề tiếng Anh,Loại,Số lượng,Đơn vị tính,Tỷ lệ mục tiêu,Hạn,Đã xong,Nguồn\n"
         "K,x,,x,1,x,1000,,,x\n", "cell.decimal", "Tỷ lệ mục tiêu"),
        ("Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n1.000001,X1,01/03/2025,01/03/2025\n",
         "date.period_reversed", "Đóng từ ngày"),
        ("Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n1.1,x,L1,ngành dọc,S1,0\n",
         "cell.choice", "Cấp thực hiện"),
    ],
)  # fmt: skip
def test_what_the_store_would_not_take_is_said_of_its_line(known, content, kind, column):
    assert problems(check(known, content)) == [(2, column, kind)]


def test_a_kind_that_does_not_exist_is_refused_with_a_sentence(known):
    with pytest.raises(FileProblem) as refused:
        check(known, extract(line()), kind="nothing")
    assert refused.value.key == "file.unknown_kind"


@pytest.mark.parametrize("secret", [
    "079201001234", "079 201 001 234", "0912345678", "0912 345 678", "0912.345.678", "+84912345678",
    "+84 912 345 678", "a.b@c.vn",
])  # fmt: skip
def test_what_looks_personal_is_refused_in_any_code(known, secret):
    assert problems(check(known, extract(line(code=secret)))) == [(3, "Mã hồ sơ", "cell.personal")]


def test_codes_are_the_same_however_their_letters_are_spelled(known):
    decomposed = "U\u031b" + "1"
    assert check(known, extract(line(decomposed))).lines["code"].to_list() == ["Ư1"]
