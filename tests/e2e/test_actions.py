"""Việc cần chỉ đạo in the browser: a decision is noted, stands on the overview, and is late a month later."""

from playwright.sync_api import Page, expect

from tests.e2e.chromium import wait_until_idle
from tests.e2e.looking import assert_accessible, assert_no_sideways_scroll, text_of
from tests.e2e.uploads import take_april_of

REVIEW, OVERDUE = "Rà soát 524 TTHC", "Thị trấn Lai Uyên"
GIVEN = "Đã giao Sở Tư pháp trước 15/04/2025"


def row(page: Page, words: str):
    """The line of the list that speaks of something, with its button."""
    return page.locator('[class*="st-key-action-"]').filter(has_text=words)


def note(page: Page, words: str, what: str, whom: str = "", due: str = "") -> None:
    """Fill the dialog of an action and save it; `due` is another day of the month that stands there."""
    row(page, words).get_by_role("button").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Phải làm gì").fill(what)
    if whom:
        dialog.get_by_label("Đơn vị chịu trách nhiệm").fill(whom)
        page.get_by_role("option", name=whom, exact=True).click()
    if due:
        dialog.get_by_role("spinbutton", name="day, ").click()
        page.get_by_role("gridcell").get_by_text(due, exact=True).click()
    dialog.get_by_role("button", name="Ghi chỉ đạo").click()


def test_a_decision_is_noted_stands_on_the_overview_and_shows_its_state_a_month_later(
    open_page, own_server, tmp_path
):
    page = open_page("viec-can-chi-dao", server=own_server)
    assert_accessible(page)
    note(page, REVIEW, "Gọi ông A 0912345678", "Sở Tư pháp", "15")
    expect(page.get_by_role("dialog")).to_contain_text("có vẻ chứa dữ liệu cá nhân")
    page.get_by_role("dialog").get_by_label("Phải làm gì").fill("Rà soát xong trước lễ")
    page.get_by_role("dialog").get_by_role("button", name="Ghi chỉ đạo").click()
    expect(row(page, REVIEW)).to_contain_text(f"{GIVEN}: Rà soát xong trước lễ · còn 15 ngày")
    wait_until_idle(page)
    note(page, OVERDUE, "Giải quyết hết hồ sơ quá hạn")
    expect(row(page, OVERDUE)).to_contain_text("Đã giao Thị trấn Lai Uyên trước 30/04/2025")
    wait_until_idle(page)
    assert_accessible(page)
    overview = open_page("tong-quan", server=own_server)
    assert f"{GIVEN} · còn 15 ngày" in text_of(overview)

    take_april_of("25822", own_server, tmp_path)  # Lai Uyên, with nothing overdue any more
    page = open_page("viec-can-chi-dao", "?den=2025-04", server=own_server)
    expect(row(page, REVIEW)).to_contain_text(f"{GIVEN}: Rà soát xong trước lễ · quá hạn 15 ngày")
    expect(row(page, OVERDUE)).to_have_count(0)
    kept = page.locator('[class*="st-key-decision-"]')
    expect(kept.filter(has_text=OVERDUE)).to_contain_text("việc đã hết")
    kept.filter(has_text=REVIEW).get_by_role("button").click()
    page.get_by_role("dialog").get_by_role("button", name="Đã xong").click()
    expect(kept.filter(has_text=REVIEW)).to_contain_text("đã báo xong")
    wait_until_idle(page)
    phone = open_page("viec-can-chi-dao", "?den=2025-04", size="phone", scheme="dark", server=own_server)
    assert_no_sideways_scroll(phone)
    assert_accessible(phone)
