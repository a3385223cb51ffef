"""Cơ quan in the browser: what a phone shows without scrolling sideways."""

import pytest

from tests.e2e.looking import assert_accessible, assert_no_sideways_scroll

# Of each table, how far the chosen rate and its distance from the peers reach, and how wide its place is.
REACH = """() => [...document.querySelectorAll(".ioc-scroll:has(> .ioc-standings)")].map(place => {
    const left = place.getBoundingClientRect().left;
    const ends = [...place.querySelectorAll("tr > :nth-child(3)")].map(c => c.getBoundingClientRect().right);
    return [Math.max(...ends) - left, place.clientWidth];
})"""


@pytest.mark.parametrize("view", ["?chi_so=hai-long", "?chi_so=thanh-toan&lang=en", "?chi_so=766"])
def test_name_chosen_rate_and_distance_are_in_view_on_a_phone(open_page, view: str):
    page = open_page("co-quan", view, size="phone", scheme="dark")
    reach = page.evaluate(REACH)
    assert len(reach) == 3 and all(end <= room for end, room in reach), reach
    assert_no_sideways_scroll(page)
    assert_accessible(page)
