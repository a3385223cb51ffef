"""Figures are written the Vietnamese way, rounded half up, and never lose their value on the way."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language import numbers, using

NBSP = "\u00a0"
amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=6)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("vi", ["299.637", "80,29\u00a0%", "+0,54\u00a0điểm\u00a0%", "2,0\u00a0triệu", "T3/25"]),
        ("en", ["299,637", "80.29%", "+0.54\u00a0pp", "2.0\u00a0million", "3/25"]),
    ],
)
def test_the_published_figures_are_written_as_on_paper(language, written):
    with using(language):
        assert written == [
            numbers.count(299637),
            numbers.percent(Decimal("80.2877")),
            numbers.points(Decimal("0.54")),
            numbers.millions(2_000_000),
            numbers.month(date(2025, 3, 1)),
        ]


def test_dates_are_day_first_in_both_languages():
    for language in ("vi", "en"):
        with using(language):
            assert numbers.day(date(2025, 3, 31)) == "31/03/2025"
            assert numbers.month_long(date(2025, 3, 1)) == "03/2025"
            assert numbers.period(date(2024, 12, 1), date(2025, 3, 31)) == f"01/12/2024{NBSP}– 31/03/2025"


def test_half_is_rounded_up_and_not_to_even():
    assert numbers.percent(Decimal("0.125")) == f"0,13{NBSP}%"
    assert numbers.decimal(2.675) == "2,68"
    assert numbers.count(Decimal("0.5")) == "1"


def test_a_fall_has_a_real_minus_and_a_rounded_nothing_has_no_sign():
    assert numbers.points(Decimal("-1.06")) == f"\u22121,06{NBSP}điểm{NBSP}%"
    assert numbers.points(Decimal("-0.001")) == numbers.points(0)
    assert numbers.signed(-35) == "\u221235"
    assert numbers.signed(1204) == "+1.204"
    assert numbers.signed(0) == "0"


def test_missing_is_a_dash_and_never_zero():
    for write in (numbers.count, numbers.percent, numbers.points, numbers.millions):
        assert write(None) == "—"
    assert numbers.day(None) == numbers.month(None) == "—"
    assert numbers.percent(float("nan")) == "—"
    assert numbers.fraction(275, None) == "275/—"
    assert numbers.count(0) == "0"


def test_a_target_keeps_the_precision_it_was_set_with():
    assert numbers.percent(Decimal("70"), digits=None) == f"70{NBSP}%"
    assert numbers.percent(Decimal("100.00"), digits=None) == f"100{NBSP}%"
    assert numbers.percent(Decimal("97.5"), digits=None) == f"97,5{NBSP}%"


@given(amounts)
def test_what_is_written_reads_back_as_the_rounded_value(value):
    for language, thousands, point in (("vi", ".", ","), ("en", ",", ".")):
        with using(language):
            text = numbers.decimal(value, digits=2)
        read = Decimal(text.replace(thousands, "").replace(point, ".").replace("\u2212", "-"))
        assert read == value.quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert "-" not in text


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_stand_in_groups_of_three(value):
    first, *rest = numbers.count(value).split(".")
    assert 1 <= len(first) <= 3 and all(len(group) == 3 for group in rest)
    assert int(first + "".join(rest)) == value
