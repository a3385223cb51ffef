"""Exports open right in Vietnamese Excel, say what they stand on, and run no formula."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from graphics.shapes import Coverage
from language import using
from reports.exports import Column, Meta, csv_bytes, guarded, xlsx_bytes

COLUMNS = (Column("Cơ quan"), Column("Hồ sơ", "count"), Column("Tỷ lệ", "percent"), Column("Hạn", "day"))
ROWS = [("Sở Y tế", 299637, Decimal("80.2877"), date(2025, 3, 31)), ("Sở Nội vụ", None, None, None)]
META = Meta(
    "Hồ sơ theo cơ quan",
    date(2024, 12, 1),
    date(2025, 3, 31),
    date(2025, 3, 31),
    Coverage(47, 52),
    ("Cấp tỉnh",),
    synthetic=True,
)
BELOW = (
    "Kỳ số liệu: 01/12/2024\u00a0– 31/03/2025 · Số liệu đến ngày 31/03/2025 · "
    "Đã nhận 47/52 đơn vị · Bộ lọc: Cấp tỉnh"
)
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


def read_csv(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(data):
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_a_csv_opens_right_in_vietnamese_excel():
    data = csv_bytes(COLUMNS, ROWS, META)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [
        ["DỮ LIỆU MÔ PHỎNG – Hồ sơ theo cơ quan"],
        [BELOW],
        ["Cơ quan", "Hồ sơ", "Tỷ lệ", "Hạn"],
        ["Sở Y tế", "299637", "80,29", "31/03/2025"],
        ["Sở Nội vụ", "", "", ""],
    ]


def test_a_workbook_holds_numbers_dates_and_the_same_lines_above():
    title, below, head, first, second = read_xlsx(xlsx_bytes(COLUMNS, ROWS, META))
    assert title[0] == "DỮ LIỆU MÔ PHỎNG – Hồ sơ theo cơ quan" and below[0] == BELOW
    assert head == ["Cơ quan", "Hồ sơ", "Tỷ lệ", "Hạn"]
    assert first == ["Sở Y tế", 299637.0, pytest.approx(0.802877), date(2025, 3, 31)]
    assert second == ["Sở Nội vụ", "", "", ""]


def test_figures_that_are_not_simulated_say_nothing_of_it():
    plain = Meta("Hồ sơ", date(2024, 12, 1), date(2025, 3, 31))
    with using("en"):
        rows = read_csv(csv_bytes(COLUMNS, [], plain))
    assert rows[:2] == [["Hồ sơ"], ["Period: 01/12/2024\u00a0– 31/03/2025 · Filters: none"]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_is_never_run_as_a_formula(text):
    columns, meta = (Column(text), Column("B")), Meta(text)
    in_csv = read_csv(csv_bytes(columns, [(text, "x")], meta))
    assert in_csv[0][0] == in_csv[2][0] == in_csv[3][0] == "'" + text
    book = xlsx_bytes(columns, [(text, "x")], meta)
    assert b"<f>" not in book
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0)
    assert sheet.to_python()[3][0].replace("_x000D_", "\r").strip() == text.strip()


def test_a_negative_number_stays_a_number():
    columns = (Column("A"), Column("Chênh lệch", "decimal"))
    rows = [("x", Decimal("-1.06"))]
    assert read_csv(csv_bytes(columns, rows, META))[3] == ["x", "-1,06"]
    assert read_xlsx(xlsx_bytes(columns, rows, META))[3] == ["x", -1.06]


def test_the_same_figures_give_the_same_bytes():
    assert xlsx_bytes(COLUMNS, ROWS, META) == xlsx_bytes(COLUMNS, ROWS, META)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_any_text_survives_a_csv(text):
    assert read_csv(csv_bytes((Column("A"), Column("B")), [(text, "x")], META))[3] == [guarded(text), "x"]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60))
def test_any_title_gives_a_workbook(title):
    assert xlsx_bytes(COLUMNS, ROWS, Meta(title))[:2] == b"PK"


def test_a_long_title_names_its_sheet_by_whole_words():
    title = "Hồ sơ tiếp nhận theo tháng: nhiều hơn ở Thành phố Thủ Dầu Một"
    assert _sheet_of(title) == "Hồ sơ tiếp nhận theo tháng"  # and "nhiều" would be one too long
    assert _sheet_of("Chi tiết (mức độ của từng thủ tục)") == "Chi tiết (mức độ của từng thủ"
    assert _sheet_of("a" * 40) == "a" * 31


def _sheet_of(title: str) -> str:
    book = xlsx_bytes([Column("Đơn vị")], [], Meta(title, None, None))
    return CalamineWorkbook.from_filelike(io.BytesIO(book)).sheet_names[0]
