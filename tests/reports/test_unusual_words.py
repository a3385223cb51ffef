"""Each warning as the sentence that stands on the screen and in a terminal."""

from datetime import date

from language import using
from metrics.limits import Limits
from metrics.unusual import Unusual
from reports.unusual_words import sentence

APRIL = date(2025, 4, 1)
NAMES = {"X1": "Xã Một", "X2": "Xã Hai", "X3": "Xã Ba", "X4": "Xã Bốn"}


def test_a_rate_says_from_where_to_where_and_what_is_usual_by_how_many_months():
    one = Unusual("rate", APRIL, 90.0, 70.0, Limits(81, 90, 99, 4, 90, 8.2), "dossiers_online")
    said = sentence(one, {})
    assert "tháng 04/2025: 90,00 % → 70,00 %, ngoài mức thường gặp 81,00 %–99,00 % (theo 4 tháng" in (
        said.replace("\N{NO-BREAK SPACE}", " ")
    )


def test_a_month_that_was_not_in_becomes_nothing_else():
    one = Unusual("rate", APRIL, None, 70.0, Limits(81, 90, 99, 4, 90, 8.2), "dossiers_online")
    said = sentence(one, {}).replace("\N{NO-BREAK SPACE}", " ")
    assert "tháng 04/2025: 70,00 %, tháng trước đó 90,00 %; ngoài mức" in said and "→" not in said


def test_half_a_month_names_three_agencies_and_counts_the_others():
    said = sentence(Unusual("fewer_dossiers", APRIL, 1000, 480, agencies=tuple(NAMES)), NAMES)
    assert "Xã Một, Xã Hai, Xã Ba và 1 đơn vị khác chỉ có 480 hồ sơ, thay cho 1.000" in said
    with using("en"):
        said = sentence(Unusual("fewer_dossiers", APRIL, 100, 48, agencies=("X1",)), NAMES)
    assert "the new statement of Xã Một has only 48 dossiers" in said


def test_an_agency_far_off_is_named():
    one = Unusual("far_more", APRIL, None, 400, Limits(64.5, 100, 135.5, 4, 100, 40), agencies=("X9",))
    assert sentence(one, NAMES).startswith("Tháng 04/2025: X9 có 400 hồ sơ, hơn gấp đôi")
