"""A month uploaded in the browser, as staff do it: choose, see, apply, look, undo."""

import pytest

from data_access.fingerprint import fingerprint
from data_access.store import Store
from sample_data.load import FOLDER
from tests import demo
from tests.e2e.looking import assert_accessible, text_of
from tests.e2e.uploads import batch_of, choose, counted, put, say_yes, told, written

TITLES = 2  # lines above the header of the sample's extracts


@pytest.fixture(scope="module")
def april():
    return next(file for file in demo.later() if file.name == "ho-so-2025-04.csv")


def test_a_month_is_seen_before_it_counts_applied_shown_and_undone_exactly(
    own_server, open_page, traffic, april
):
    store = Store.open(own_server.store_url, migrate=False)
    before = fingerprint(store)
    page = open_page("nap-so-lieu", server=own_server)
    put(page, april)
    shown = text_of(page)
    assert "tháng 04/2025" in shown and "115 đơn vị" in shown
    assert "Không dòng nào bị từ chối" in shown
    assert "299.637" in shown  # before …
    assert "377.4" in shown  # … and after
    assert fingerprint(store) == before
    assert_accessible(page)

    page.get_by_role("button", name="Áp dụng", exact=True).click()
    say_yes(page, "Đã áp dụng lúc")
    batch = batch_of(page)
    assert fingerprint(store) != before
    page.get_by_role("link", name="Xem trên Tổng quan").click()
    page.get_by_role("heading", level=1, name="Tổng quan").wait_for()
    page.get_by_text("số liệu đến 30/04/2025").first.wait_for(timeout=60_000)
    shown = text_of(open_page("ho-so", server=own_server))
    assert "30/04/2025" in shown and "377.4" in shown

    page = open_page("lich-su", f"?lo={batch}", server=own_server)
    page.get_by_role("button", name="Hoàn tác").click()
    say_yes(page, "Đã hoàn tác lúc")
    assert fingerprint(store) == before
    assert "299.637" in text_of(open_page("ho-so", server=own_server))
    traffic.assert_clean()
    store.close()


def test_the_same_file_again_says_so_and_stages_nothing(own_server, open_page):
    page = open_page("nap-so-lieu", server=own_server)
    choose(page, FOLDER / "ho-so-2025-03.csv")
    assert "không có gì thay đổi" in told(page).inner_text()
    assert page.get_by_role("link", name="Xem lô").is_visible()


def test_half_a_month_in_place_of_a_whole_one_shows_what_it_would_cost_and_is_set_aside(
    own_server, open_page, tmp_path
):
    march = (FOLDER / "ho-so-2025-03.csv").read_text("utf-8-sig").splitlines()
    half = written(tmp_path / "ho-so-2025-03.csv", march[: len(march) // 2])
    page = open_page("nap-so-lieu", server=own_server)
    put(page, half)
    assert counted(page, "Mới") == "0"
    assert counted(page, "Thay đổi") == "0"
    assert counted(page, "Rút khỏi tháng") != "0"
    received = page.locator(".ioc-turns tr").filter(has_text="Hồ sơ tiếp nhận").all_inner_texts()
    assert any("299.637" in row and "▼" in row for row in received)
    assert "thay đổi bất thường" in text_of(page)
    page.get_by_role("button", name="Bỏ tệp này").click()
    page.get_by_role("button", name="Thôi").click()
    assert page.get_by_role("button", name="Áp dụng", exact=True).is_visible()
    page.get_by_role("button", name="Bỏ tệp này").click()
    say_yes(page, "Lô này đã được bỏ")
    assert "299.637" in text_of(open_page("ho-so", server=own_server))


def test_a_replacement_with_bad_lines_goes_in_for_all_but_the_agency_that_has_them(
    own_server, open_page, tmp_path
):
    march = (FOLDER / "ho-so-2025-03.csv").read_text("utf-8-sig").splitlines()
    march[TITLES + 1] = march[TITLES + 1].replace("/2025", "/2O25", 1)
    page = open_page("nap-so-lieu", server=own_server)
    put(page, written(tmp_path / "thang-3.csv", march))
    shown = text_of(page)
    assert "1 đơn vị đã có số liệu tháng này mà tệp còn dòng lỗi" in shown
    assert page.get_by_role("button", name="Áp dụng").count() == 0
    page.get_by_role("button", name="Để lại các đơn vị này, xem phần còn lại").click()
    page.get_by_text("Bản sao của lô").wait_for(timeout=60_000)
    page.get_by_role("button", name="Áp dụng", exact=True).wait_for(timeout=60_000)
    assert "114 đơn vị" in text_of(page)
    assert counted(page, "Rút khỏi tháng") == "0"
    page.get_by_role("button", name="Áp dụng", exact=True).click()
    say_yes(page, "Đã áp dụng lúc")
