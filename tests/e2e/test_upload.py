"""A month uploaded in the browser, as staff do it: choose, see, apply, look, undo."""

import pytest

from data_access.fingerprint import fingerprint
from data_access.store import Store
from sample_data.generate import generate_later
from sample_data.load import FOLDER
from tests.e2e.chromium import wait_until_idle
from tests.e2e.looking import assert_accessible, text_of


@pytest.fixture(scope="module")
def april():
    return next(file for file in generate_later(FOLDER) if file.name == "ho-so-2025-04.csv")


def put(page, file) -> None:
    page.set_input_files("input[type=file]", file)
    page.get_by_role("heading", name="Áp dụng sẽ thay đổi gì").wait_for(timeout=60_000)
    page.get_by_role("heading", name="Chỉ số trước → sau").wait_for(timeout=60_000)
    wait_until_idle(page)


def say_yes(page, then: str) -> None:
    page.get_by_role("button", name="Đồng ý").click()
    page.get_by_text(then).first.wait_for(timeout=60_000)
    wait_until_idle(page)


def test_a_month_is_seen_before_it_counts_applied_shown_and_undone_exactly(
    own_server, open_page, traffic, april
):
    store = Store.open(own_server.store_url, migrate=False)
    before = fingerprint(store)
    page = open_page("nap-so-lieu", server=own_server)
    put(page, april)
    shown = text_of(page)
    assert "04/2025" in shown
    assert "Không có lỗi nào" in shown
    assert "299.637" in shown  # before …
    assert "377.4" in shown  # … and after
    assert fingerprint(store) == before
    assert_accessible(page)

    page.get_by_role("button", name="Áp dụng", exact=True).click()
    say_yes(page, "Đã áp dụng lúc")
    batch = page.url.split("lo=")[1].split("&")[0]
    assert fingerprint(store) != before
    for slug in ("ho-so", "tong-quan"):
        shown = text_of(open_page(slug, server=own_server))
        assert "30/04/2025" in shown
        assert "377.4" in shown

    page = open_page("lich-su", f"?lo={batch}", server=own_server)
    page.get_by_role("button", name="Hoàn tác").click()
    say_yes(page, "Đã hoàn tác lúc")
    assert fingerprint(store) == before
    assert "299.637" in text_of(open_page("ho-so", server=own_server))
    traffic.assert_clean()
    store.close()


def test_the_same_file_again_says_so_and_stages_nothing(own_server, open_page):
    page = open_page("nap-so-lieu", server=own_server)
    page.set_input_files("input[type=file]", FOLDER / "ho-so-2025-03.csv")
    page.get_by_text("không có gì thay đổi").wait_for(timeout=60_000)


def test_rejected_lines_are_named_and_come_back_as_a_supplement(own_server, open_page, april, tmp_path):
    lines = april.read_text("utf-8-sig").splitlines()
    header, body = lines[:3], lines[3:203]
    status = header[2].split(",").index("Trạng thái")
    cells = body[10].split(",")
    cells[status] = "Đang bay"
    body[10] = ",".join(cells)
    broken = tmp_path / "thang-4.csv"
    broken.write_text("\n".join([*header, *body]), "utf-8-sig")

    page = open_page("nap-so-lieu", server=own_server)
    put(page, broken)
    shown = text_of(page)
    assert "1 dòng bị từ chối" in shown
    assert "Trạng thái lạ" in shown
    assert "14" in shown  # its line in their file
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải 1 dòng bị từ chối để sửa (CSV)").click()
    page.get_by_role("button", name="Áp dụng phần hợp lệ").click()
    say_yes(page, "Đã áp dụng lúc")

    corrected = tmp_path / "sua.csv"
    corrected.write_text(download.value.path().read_text("utf-8-sig").replace("Đang bay", "10"), "utf-8-sig")
    page = open_page("nap-so-lieu", server=own_server)
    put(page, corrected)
    shown = text_of(page)
    assert "Bổ sung cho lô" in shown
    counts = page.locator(".ioc-counts div")
    assert counts.filter(has_text="Mới").locator("dd").inner_text() == "1"
    assert counts.filter(has_text="Rút khỏi tháng").locator("dd").inner_text() == "0"
