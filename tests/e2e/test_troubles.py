"""What a reader sees when something is not as it should be."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests import demo
from tests.e2e.chromium import Traffic
from tests.e2e.looking import text_of
from tests.e2e.server import Server


@pytest.fixture
def broken_server(tmp_path: Path):
    """A server whose store has lost a table that every page needs."""
    file = demo.copied(tmp_path / "store.sqlite")
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE sector")
    connection.close()
    running = Server(file, tmp_path / "log").wait()
    yield running
    running.stop()


def test_an_error_is_a_sentence_with_a_number_that_stands_in_the_log(open_page, broken_server: Server):
    page = open_page("ho-so", server=broken_server)
    shown = text_of(page)
    assert "Hãy tải lại trang" in shown
    reference = re.search(r"mã ([2-9A-Z]{6})", shown)[1]
    assert f"Error {reference}" in broken_server.said()
    assert "Traceback" not in shown and "sqlite" not in shown.lower()


def test_an_error_speaks_the_readers_language(open_page, broken_server: Server):
    assert "Reload the page" in text_of(open_page("ho-so", "?lang=en", server=broken_server))


def test_an_empty_store_fills_itself_with_the_progress_on_the_page(open_page, tmp_path, traffic: Traffic):
    server = Server(tmp_path / "store.sqlite", tmp_path / "log").wait()
    try:
        page = open_page("tong-quan", server=server)
        page.get_by_role("heading", level=1, name="Tổng quan").wait_for(timeout=120_000)
        assert "Đã nhận" in text_of(page)
        traffic.assert_clean()
    finally:
        server.stop()


def test_codes_in_an_address_that_mean_nothing_are_passed_over(open_page):
    page = open_page("ho-so", "?tu=hello&den=2031-13&cap=x&don_vi=<b>&linh_vuc=%00")
    assert page.locator("[data-testid=stAlertContentError]").count() == 0
    assert page.get_by_role("combobox", name="Cấp").input_value() == "Mọi cấp"
