"""A period across 1-7-2025: read as it was then or as it is today, and what has ended says so."""

import pytest

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown

JUNE = {"received": "03/06/2025", "due": "20/06/2025"}
JULY = {"received": "03/07/2025", "due": "20/07/2025"}
ACROSS = {"tu": "2025-06", "den": "2025-07", "chi_so": "tiep-nhan"}


@pytest.fixture
def across(province):
    """Xã An Bình (X1) and Huyện Một have sent June; Phường Mới, the X1 of today, has sent July."""
    june = (tiny.line("J1", **JUNE), tiny.line("J2", **JUNE), tiny.line("J3", agency="H1", **JUNE))
    tiny.put(province, tiny.extract(*june, month="06/2025"))
    tiny.put(province, tiny.extract(tiny.line("N1", **JULY), month="07/2025"))
    return province


def text_of(reader, store, page="dossiers", **params):
    return reads(shown(reader(store).open(page, **params)))


def test_the_agencies_of_the_dossier_page_read_in_either_structure(across, reader):
    then = text_of(reader, across, **ACROSS)
    assert "Xã An Bình (đến 30/06/2025) 2" in then and "Phường Mới 1" in then
    today = text_of(reader, across, **ACROSS, co_cau="hien-nay")
    assert "Phường Mới 3" in today and "Xã An Bình" not in today


def test_the_switch_stands_only_where_a_unit_ended_within_the_period(across, reader):
    def labels(**period):
        return [box.label for box in reader(across).open("dossiers", **period).selectbox]

    assert "Cơ cấu" in labels(**ACROSS)
    assert "Cơ cấu" not in labels(tu="2025-03", den="2025-06"), "on 30 June they are still in force"
    assert "Cơ cấu" not in labels(tu="2025-07", den="2025-07")
    assert "Cơ cấu" not in labels(**ACROSS, don_vi="S1@2024-12-01"), "one agency is not a list"


@pytest.mark.parametrize("page", ["dossiers", "overview"])
def test_a_level_that_has_ended_says_so(across, reader, page):
    assert "Cấp huyện, đã kết thúc 30/06/2025" in text_of(reader, across, page, tu="2025-06", den="2025-07")
    assert "đã kết thúc" not in text_of(reader, across, page, tu="2025-03", den="2025-06")


def test_an_ended_unit_owes_no_later_month_and_a_new_one_none_before_it_began(across, reader):
    text = text_of(reader, across, "received", tu="2025-06", den="2025-07")
    assert "Xã An Bình (đến 30/06/2025) Cấp xã không phải gửi ✓ 2" in text
    assert "Phường Mới Cấp xã ✓ 1 không phải gửi" in text


def test_units_that_have_ended_stand_last_on_the_board(across, reader):
    tiny.put(across, tiny.extract(tiny.line("S", agency="S1", **JULY), month="07/2025"))
    tiny.put(across, tiny.extract(tiny.line("T", agency="S1", **JUNE), month="06/2025"))
    text = text_of(reader, across, "received", tu="2025-06", den="2025-07")
    assert text.index("Phường Mới Cấp xã") < text.index("Xã An Bình (đến 30/06/2025) Cấp xã")
    assert text.index("Sở Một Cấp tỉnh") < text.index("Huyện Một (đến 30/06/2025) Cấp huyện")


def test_units_that_have_ended_stand_after_those_that_can_act(across, reader):
    """By name alone Phường Mới would stand before Xã An Bình; among those without a figure it still does."""
    tiny.put(across, tiny.extract(tiny.line("N2", agency="X2", **JULY), month="07/2025"))
    text = text_of(reader, across, "agencies", **{**ACROSS, "chi_so": "dung-han"}, cap="xa")
    assert max(map(text.index, ("Phường Mới", "Xã Hòa Bình"))) < text.index("Xã An Bình (đến 30/06/2025)")
