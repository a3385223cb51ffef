"""Index 766 in the browser: it fits, everyone can use it, and staff note a published score there."""

import pytest

from tests.e2e.looking import assert_accessible, assert_no_sideways_scroll, text_of

VIEWS = ("?chi_so=766&cap=huyen", "?don_vi=718@2024-12-01")
SCREENS = (("laptop", "light"), ("phone", "dark"))


@pytest.mark.parametrize(("size", "scheme"), SCREENS)
@pytest.mark.parametrize("view", VIEWS)
def test_agencies_and_one_of_them_for_everyone(open_page, view: str, size: str, scheme: str):
    page = open_page("co-quan", view, size=size, scheme=scheme)
    assert "điểm đo được" in text_of(page)
    assert_no_sideways_scroll(page)
    assert_accessible(page)


def test_a_score_noted_on_the_page_stands_there_at_once(open_page, own_server):
    page = open_page("co-quan", "?don_vi=H09.02@2024-12-01", server=own_server)
    page.get_by_role("button", name="Ghi điểm công bố").click()
    for label, typed in (("Kỳ chấm từ", "01012024"), ("Kỳ chấm đến", "31122024")):
        page.get_by_role("spinbutton", name=f"day, {label}").click()
        page.keyboard.type(typed)
    page.get_by_label("Điểm *", exact=True).fill("91,25")
    page.get_by_label("Nguồn").fill("Cổng Dịch vụ công quốc gia")
    page.get_by_role("button", name="Ghi lại").click()
    page.get_by_text("Điểm công bố gần nhất: 91,25/100, kỳ 01/01/2024").first.wait_for()
