"""What a file leaves open is asked, remembered, and found again after a refresh or by a colleague."""

from data_access.ingest import Known, apply, check, stage
from data_access.store import Store
from sample_data.faults import FOLDER
from tests.e2e.chromium import wait_until_idle
from tests.e2e.looking import assert_accessible, text_of
from tests.e2e.uploads import choose, put, say_yes, told, written

GOOD = FOLDER / "17-dau-cham-phay.csv"
MISSPELT = FOLDER / "09-tieu-de-sai-chinh-ta.csv"


def test_a_mapping_is_confirmed_once_and_the_next_file_of_the_same_shape_needs_none(
    staging_server, open_page, tmp_path, traffic
):
    page = open_page("nap-so-lieu", server=staging_server)
    choose(page, MISSPELT)
    assert "Không thấy cột bắt buộc: Ngày hẹn trả" in told(page).inner_text()
    shown = page.locator("[class*=st-key-upload-ask-]").get_by_role("combobox").first.input_value()
    assert shown.startswith("Ngày hện chả — ") and "/2025" in shown
    assert_accessible(page)
    page.get_by_role("button", name="Đúng, kiểm tra với cách ghép này").click()
    page.get_by_text("Ngày hện chả → Ngày hẹn trả").first.wait_for(timeout=60_000)
    page.locator(".st-key-decide-batch").wait_for(timeout=60_000)

    lines = MISSPELT.read_text("utf-8-sig").splitlines()
    page = open_page("nap-so-lieu", server=staging_server)
    put(page, written(tmp_path / "tep-sau.csv", lines[:-1]))
    assert "Ngày hện chả → Ngày hẹn trả" in text_of(page)

    page = open_page("nap-so-lieu", server=staging_server)
    page.get_by_text("Cách ghép cột đã nhớ từ lần trước: 1").click()
    page.get_by_role("button", name="Quên", exact=True).click()
    page.get_by_text("Cách ghép cột đã nhớ").wait_for(state="detached")
    choose(page, written(tmp_path / "tep-nua.csv", lines[:-2]))
    assert "Không thấy cột bắt buộc" in told(page).inner_text()
    traffic.assert_clean()


def test_a_file_that_does_not_say_its_month_is_asked_for_it_even_after_a_refresh(
    staging_server, open_page, tmp_path
):
    lines = [line for line in GOOD.read_text("utf-8-sig").splitlines() if "04/2025 –" not in line]
    page = open_page("nap-so-lieu", server=staging_server)
    choose(page, written(tmp_path / "khong-ghi.csv", lines))
    assert "Không biết tệp thuộc tháng nào" in told(page).inner_text()
    page.reload()
    wait_until_idle(page)
    page.get_by_role("combobox", name="Tệp này là số liệu của tháng nào?").click()
    page.get_by_role("option", name="04/2025").click()
    page.get_by_role("button", name="Kiểm tra tiếp").click()
    page.locator(".st-key-decide-batch").wait_for(timeout=60_000)
    assert "tháng 04/2025" in text_of(page)


def test_several_files_are_read_one_after_another_and_wait_together(staging_server, open_page):
    page = open_page("nap-so-lieu", server=staging_server)
    choose(page, GOOD, FOLDER / "10-tep-rong.csv", FOLDER / "19-hop-le.xlsx")
    page.get_by_text("Đã đọc xong").first.wait_for(timeout=60_000)
    wait_until_idle(page)
    shown = text_of(page)
    assert "Đã đọc xong: 17-dau-cham-phay.csv" in shown and "Đã đọc xong: 19-hop-le.xlsx" in shown
    assert page.locator(".ioc-waiting").get_by_role("link").count() >= 2
    assert "Chưa nhận được tệp 10-tep-rong.csv" in shown and "Tệp trống" in shown


def test_a_refresh_in_the_middle_goes_on_where_it_stood(staging_server, open_page):
    page = open_page("nap-so-lieu", server=staging_server)
    choose(page, GOOD)
    page.wait_for_url("**tep=**")
    page.reload()
    page.locator(".st-key-decide-batch").wait_for(timeout=60_000)
    assert "17-dau-cham-phay.csv" in text_of(page)


def test_an_address_of_a_file_that_is_gone_says_what_to_do(staging_server, open_page):
    page = open_page("nap-so-lieu", "?tep=abc", server=staging_server)
    assert "hãy chọn lại tệp" in text_of(page)


def test_what_a_colleague_applied_meanwhile_is_compared_again_before_anything_is_done(own_server, open_page):
    """Both saw eight new lines; after the colleague's they are eight unchanged ones."""
    page = open_page("nap-so-lieu", server=own_server)
    put(page, GOOD)
    store = Store.open(own_server.store_url, migrate=False)
    theirs = stage(store, check(Known.of(store), FOLDER / "19-hop-le.xlsx"), by="lan")
    page.get_by_role("button", name="Áp dụng", exact=True).click()
    page.get_by_role("button", name="Đồng ý").wait_for()
    apply(store, theirs, by="lan")
    say_yes(page, "Số liệu đã thay đổi từ lúc so sánh")
    store.close()
