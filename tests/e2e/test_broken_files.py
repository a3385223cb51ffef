"""Each broken example file uploaded in the browser: the sentence, the remedy and the lines that are shown."""

import re

import pytest

from language import t
from sample_data.faults import FOLDER
from tests.e2e.looking import text_of
from tests.e2e.uploads import batch_of, choose, counted, see, told

REJECTED = {  # file → kind, column, lines
    "01-don-vi-khong-co.csv": ("agency.unknown", "Mã đơn vị xử lý", "4"),
    "02-thu-tuc-khong-co.csv": ("procedure.unknown", "Mã TTHC", "4"),
    "03-ket-thuc-truoc-tiep-nhan.csv": ("date.end_before_received", "Ngày kết thúc", "4"),
    "04-ngoai-ky.csv": ("period.received_later", "Ngày tiếp nhận", "4"),
    "05-trang-thai-la.csv": ("status.unknown", "Trạng thái", "4"),
    "07-trung-khac-nhau.csv": ("line.contradicts", "Mã hồ sơ", "4, 12"),
    "13-so-giay-to-trong-o.csv": ("cell.personal", "Mã hồ sơ", "4"),
    "15-ngay-sai.csv": ("cell.date", "Ngày hẹn trả", "4"),
    "16-da-xong-thieu-ngay-ket-thuc.csv": ("status.end_missing", "Ngày kết thúc", "4"),
    "20-ten-khac-ma.csv": ("agency.name_differs", "Tên đơn vị xử lý", "4"),
}
TAKEN = {  # file → what is quietly said of how it was read
    "06-trung-giong-nhau.csv": "Dòng lặp lại y hệt, chỉ tính một lần (H09.25747-250402-0001) – dòng 12",
    "12-phong-chu-tcvn3.csv": "Tệp ghi bằng bảng mã cũ, đã chuyển sang Unicode",
    "14-cot-ca-nhan.csv": "không lưu ở đâu: Chủ hồ sơ, Số giấy tờ, Số điện thoại",
    "17-dau-cham-phay.csv": "",
    "18-windows-1258.csv": "Tệp ghi bằng bảng mã cũ, đã chuyển sang Unicode",
    "19-hop-le.xlsx": "",
}
REFUSED = {
    "08-thieu-cot.csv": "Không thấy cột bắt buộc: Ngày tiếp nhận.",
    "10-tep-rong.csv": "Tệp trống.",
    "11-khong-phai-csv.csv": "Tệp không phải bảng dữ liệu CSV hoặc Excel.",
}
ASKED = {"09-tieu-de-sai-chinh-ta.csv": ("Không thấy cột bắt buộc: Ngày hẹn trả.", "Ngày hện chả")}


def test_every_example_has_its_journey():
    files = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    assert files == {*REJECTED, *TAKEN, *REFUSED, *ASKED}


@pytest.mark.parametrize("name", REJECTED)
def test_a_bad_line_is_named_with_its_remedy_its_column_and_its_number(open_page, staging_server, name):
    kind, column, lines = REJECTED[name]
    page = open_page("nap-so-lieu", server=staging_server)
    see(page, FOLDER / name)
    shown = page.locator(".ioc-problems > li").first.inner_text()
    assert t(f"issue.{kind}") in shown
    assert f"Cách sửa: {t(f'fix.{kind}')}" in shown
    assert f"Cột {column}" in shown
    assert re.search(rf"ở dòng {lines}$", shown, re.MULTILINE)
    assert counted(page, "Bị từ chối") == str(lines.count(",") + 1)
    assert batch_of(page).isdecimal()


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_that_is_only_unusual_is_taken_and_says_how_it_was_read(open_page, staging_server, name):
    page = open_page("nap-so-lieu", server=staging_server)
    see(page, FOLDER / name)
    shown = text_of(page)
    assert counted(page, "Hợp lệ") == "8"
    assert "Không dòng nào bị từ chối" in shown
    assert TAKEN[name] in shown
    assert ("Đã đọc như sau" in shown) == bool(TAKEN[name])


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_taken_is_refused_with_one_sentence(open_page, staging_server, name):
    page = open_page("nap-so-lieu", server=staging_server)
    choose(page, FOLDER / name)
    shown = told(page).inner_text()
    assert f"Chưa nhận được tệp {name}" in shown
    assert REFUSED[name] in shown
    assert page.get_by_role("button", name="Tải mẫu").is_visible()
    assert "lo=" not in page.url


@pytest.mark.parametrize("name", ASKED)
def test_a_header_that_is_not_known_is_asked_about_with_our_guess_to_confirm(open_page, staging_server, name):
    sentence, guess = ASKED[name]
    page = open_page("nap-so-lieu", server=staging_server)
    choose(page, FOLDER / name)
    assert sentence in told(page).inner_text()
    assert page.get_by_role("combobox").filter(visible=True).last.input_value().startswith(guess)
    page.get_by_role("button", name="Bỏ tệp này").click()
    page.get_by_text(sentence).wait_for(state="detached")
