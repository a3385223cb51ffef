"""What holds for every page, seen in the browser."""

import urllib.request

import pytest
from playwright.sync_api import Page

from tests.e2e.chromium import Traffic
from tests.e2e.looking import assert_accessible, assert_no_sideways_scroll
from tests.e2e.server import Server
from ui.pages import PAGES

SLUGS = [page.slug for page in PAGES]
SCREENS = [("laptop", "light"), ("laptop", "dark"), ("phone", "light"), ("tv", "dark")]


@pytest.mark.parametrize(("size", "scheme"), SCREENS)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_opens_by_its_address_for_everyone(
    open_page, traffic: Traffic, slug: str, size: str, scheme: str
):
    page = open_page(slug, size=size, scheme=scheme)
    assert page.url.endswith(f"/{slug}")
    assert page.locator("h1").count() == 1
    assert page.locator(".ioc-languages").is_visible()
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert_no_sideways_scroll(page)
    assert_accessible(page)
    traffic.assert_clean()


@pytest.mark.parametrize("stem", ["online_services", "upload"])
def test_a_page_file_opened_first_on_a_fresh_server_runs_in_the_frame(
    open_page, own_server: Server, traffic: Traffic, stem: str
):
    page = open_page(stem, server=own_server)
    assert page.url.endswith(f"/{SLUGS[0]}")
    assert page.get_by_role("link", name="Hồ sơ").first.is_visible()
    traffic.assert_clean()


def test_the_bare_address_leads_to_the_overview_and_keeps_what_was_asked(open_page):
    page = open_page("", "?lang=en")
    assert page.url.endswith("/tong-quan?lang=en")


def test_english_is_a_link_and_sets_the_language_of_the_document(open_page):
    page = open_page("ho-so", "?tu=2025-01")
    assert page.evaluate("document.documentElement.lang") == "vi"
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", level=1, name="Dossiers").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "tu=2025-01" in page.url and "lang=en" in page.url


def test_a_filter_writes_its_code_into_the_address_and_follows_the_reader(open_page):
    page = open_page("ho-so")
    page.get_by_role("combobox", name="Cấp").click()
    page.get_by_role("option", name="Cấp huyện").click()
    page.wait_for_url("**/ho-so?cap=huyen")
    go_to(page, "Dịch vụ công")
    page.wait_for_url("**/dich-vu-cong?cap=huyen")
    go_to(page, "Hồ sơ")
    page.wait_for_url("**/ho-so?cap=huyen")
    assert page.get_by_role("combobox", name="Cấp").input_value() == "Cấp huyện"


def test_english_follows_the_reader_from_page_to_page(open_page):
    page = open_page("ho-so", "?lang=en")
    go_to(page, "Online services")
    page.get_by_role("heading", level=1, name="Online public services").wait_for()
    page.wait_for_url("**/dich-vu-cong?lang=en")


def test_what_the_style_sheet_touches_of_streamlit_is_there(open_page):
    page = open_page("ho-so")
    for name in ("stApp", "stMain", "stHeader", "stMainBlockContainer"):
        assert page.locator(f"[data-testid={name}]").count() == 1
    assert page.locator(".st-key-filters").count() == 1


def test_script_files_are_sent_compressed(server: Server):
    page = urllib.request.urlopen(f"{server.url}/tong-quan").read().decode()
    script = page.split('src="./static/js/')[1].split('"')[0]
    for encoding in ("br", "gzip"):
        asked = urllib.request.Request(
            f"{server.url}/static/js/{script}", headers={"Accept-Encoding": encoding}
        )
        with urllib.request.urlopen(asked) as answer:
            assert answer.headers["Content-Encoding"] == encoding
            assert "immutable" in answer.headers["Cache-Control"]


def test_a_server_that_strangers_could_reach_refuses_to_start(tmp_path):
    server = Server(tmp_path / "store.sqlite", tmp_path / "log", STREAMLIT_SERVER_ADDRESS="0.0.0.0")
    assert server.exit_code() == 1
    assert "it will not listen on 0.0.0.0" in server.said()
    assert "Traceback" not in server.said()


def go_to(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()
