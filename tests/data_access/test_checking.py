"""What is accepted, what is rejected, in which line and column of their file, and what is kept of it."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.ingest import Known
from tests import tiny
from tests.data_access.checks import check, problems
from tests.data_access.files.workbooks_made import book
from tests.tiny import HEADER, extract, line


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
        (line(code="07•••"), "Mã hồ sơ", "cell.personal"),  # as it is handed back
        (line(code="Nguyễn Văn Bí"), "Mã hồ sơ", "cell.personal"),  # cells moved one to the left
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


def test_nothing_is_staged_when_checking(sqlite_province):
    revision = sqlite_province.revision()
    ingest.check(Known.of(sqlite_province), extract(line()).encode(), "tep.csv")
    with sqlite_province.read() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM dossier")) == 0
    assert sqlite_province.revision() == revision


def test_a_line_with_too_many_cells_belongs_to_its_agency(known):
    checked = check(known, extract(line("D1") + ",more", line("D2", agency="X2")))
    assert checked.issues.select("line", "kind", "agency", "month").rows() == [
        (3, "line.too_many_cells", "X1@2024-12-01", date(2025, 3, 1))
    ]


def test_a_status_means_what_it_was_called_in_the_month_of_the_line(sqlite_province):
    labels = "Trạng thái,Từ ngày,Mã trạng thái\nĐang chờ,01/12/2024,4\nĐang chờ,01/04/2025,5\n"
    tiny.put(sqlite_province, labels + "Vừa mới,01/04/2025,2\n", kind="statuses")
    lines = [
        line("D1", status="ĐANG CHỜ") + ",03/2025",
        line("D1", status="Đang chờ") + ",04/2025",
        line("D2", status="Vừa mới") + ",03/2025",
    ]
    checked = check(Known.of(sqlite_province), "\n".join([HEADER + ",Tháng", *lines]))
    assert checked.lines.select("month", "status").rows() == [(date(2025, 3, 1), 4), (date(2025, 4, 1), 5)]
    assert problems(checked) == [(4, "Trạng thái", "status.unknown")]


def test_codes_are_the_same_however_their_letters_are_spelled(known):
    decomposed = "U\u031b" + "1"
    assert check(known, extract(line(decomposed))).lines["code"].to_list() == ["Ư1"]


def test_a_line_that_leaves_its_month_blank_is_in_no_month(known):
    lines = [f"{line('D1')},03/2025", f"{line('D2')},", f"{line('D3')},tháng"]
    checked = check(known, "\n".join([f"{HEADER},Tháng", *lines]))
    assert checked.lines["code"].to_list() == ["D1"]
    assert problems(checked) == [(3, "Tháng", "cell.blank"), (4, "Tháng", "cell.month")]


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff"])
def test_a_code_with_a_sign_that_nobody_sees_is_the_same_code(known, unseen):
    checked = check(known, extract(line("D1"), line(f"D{unseen}1")))
    assert checked.lines["code"].to_list() == ["D1"]
    assert problems(checked) == [(4, "Mã hồ sơ", "line.repeated")]
    workbook = book([["Tháng 03/2025"], HEADER.split(","), line(f"D1{unseen}").split(",")])
    assert check(known, workbook, "tep.xlsx").lines["code"].to_list() == ["D1"]


def test_a_name_in_place_of_a_code_is_kept_and_shown_by_two_letters(known):
    checked = check(known, extract(line("Nguyễn Văn Bí"), line("D2")))
    assert checked.rejected["Mã hồ sơ"].to_list() == ["Ng•••"]
    assert checked.issues["detail"].to_list() == ["Ng•••"]


def test_a_header_that_is_a_number_of_a_person_is_masked(known):
    content = extract(line()).replace(HEADER, f"{HEADER},079201001234,Ghi chú")
    assert check(known, content).recognised.dropped == ("07•••", "Ghi chú")
