"""Dialogs, which Streamlit draws beside stApp where our colours are not known: everyone can read them."""

import pytest

from tests import demo
from tests.e2e.looking import assert_accessible
from tests.e2e.uploads import put, written

LEFT = "element => getComputedStyle(element).borderLeft"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_asked_before_a_batch_counts_can_be_read_in_both_themes(
    open_page, staging_server, scheme, tmp_path
):
    april = next(file for file in demo.later() if file.name == "ho-so-2025-04.csv")
    few = april.read_text("utf-8-sig").splitlines()[:103]
    page = open_page("nap-so-lieu", scheme=scheme, server=staging_server)
    put(page, written(tmp_path / f"{scheme}.csv", few[: -1 if scheme == "dark" else None]))
    assert_accessible(page)
    page.get_by_role("button", name="Áp dụng", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Đồng ý").wait_for()
    page.wait_for_timeout(500)  # the dialog fades in
    assert "4px solid" in dialog.locator(".ioc-notice").first.evaluate(LEFT)
    assert_accessible(page)
