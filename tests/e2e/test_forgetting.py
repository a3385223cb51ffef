"""A tab that tests share keeps nothing of one test for the next."""

import pytest

from tests.e2e.chromium import forget


@pytest.mark.parametrize("kept", ["sessionStorage", "localStorage"])
def test_what_a_page_kept_is_gone_when_the_tab_is_used_again(open_page, kept: str):
    page = open_page("giai-thich")
    page.evaluate(f"{kept}.setItem('seen', 'yes')")
    forget(page)
    assert page.url == "about:blank"
    assert open_page("giai-thich").evaluate(f"{kept}.getItem('seen')") is None
