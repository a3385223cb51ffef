"""Lịch sử and Số liệu đã nhận in the browser: narrowing, why a figure changed, a page that is outdated."""

from playwright.sync_api import Page, expect

from tests.e2e.chromium import wait_until_idle
from tests.e2e.looking import assert_accessible, assert_no_sideways_scroll, text_of
from tests.e2e.uploads import take_april_of


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()
    wait_until_idle(page)


def test_the_list_is_narrowed_and_the_address_keeps_it(open_page, traffic):
    page = open_page("lich-su")
    choose(page, "Loại số liệu", "Hồ sơ")
    choose(page, "Tháng", "02/2025")
    expect(page.locator(".ioc-table tbody tr")).to_have_count(1)
    assert "loai=dossiers" in page.url and "thang=2025-02" in page.url
    page.reload()
    wait_until_idle(page)
    expect(page.locator(".ioc-table tbody tr")).to_have_count(1)
    traffic.assert_clean()


def test_why_a_figure_changed_opens_into_the_batches_that_add_up(open_page):
    page = open_page("lich-su", "?xem=vi-sao&tu_ban=0")
    page.locator("summary", has_text="Hồ sơ tiếp nhận").click()
    rows = page.locator("details[open] tbody tr")
    expect(rows).to_have_count(5)  # December to March, and their sum
    assert "299.637" in rows.last.inner_text()
    assert_accessible(page)
    rows.first.get_by_role("link").click()
    wait_until_idle(page)
    assert "ho-so-2024-12.csv" in text_of(page)


def test_an_open_page_says_that_the_data_have_changed_and_leads_to_why(open_page, own_server, tmp_path):
    page = open_page("so-lieu", server=own_server)
    expect(page.locator(".ioc-newer")).to_have_count(0)
    take_april_of("25747", own_server, tmp_path)
    hint = page.locator(".ioc-newer")
    expect(hint).to_be_visible(timeout=60_000)
    assert_accessible(page)
    hint.get_by_role("link", name="Vì sao con số thay đổi").click()
    wait_until_idle(page)
    assert "25747-04-2025.csv" in page.content()


def test_the_board_fits_a_phone_and_shows_the_newest_month_first(open_page):
    page = open_page("so-lieu", size="phone")
    assert_no_sideways_scroll(page)
    assert page.locator(".ioc-board thead th").nth(1).inner_text() == "T3/25"
