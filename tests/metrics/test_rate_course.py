"""The course of a monthly rate: its ends of months, its chance, and where it begins."""

from datetime import date

import pytest

from metrics.indicators import INDICATORS
from metrics.monthly import Monthly
from metrics.projection import Projection
from metrics.rate_course import rate_course

MONTHS = tuple(date(2025, month, 1) for month in range(1, 6))


def of(key, *sums):
    return Monthly(INDICATORS[key], MONTHS[: len(sums)], sums, 2, 2)


def test_a_rate_moves_by_points_from_month_to_month():
    """50, 54, 57, 63 %: 4, 3 and 6 points. p = 0.56, n = 100: 2 × 0.56 × 0.44 / 100 = 49.28 points²."""
    course = rate_course(of("digitised_input", (50, 100), (54, 100), (57, 100), (63, 100)))
    assert course.now == 63 and course.on == date(2025, 4, 30)
    assert course.moves == pytest.approx((4, 3, 6)) and course.chance == pytest.approx(49.28)


def test_a_month_without_denominator_cuts_off_what_was_before_it():
    course = rate_course(of("digitised_input", (50, 100), (0, 0), (57, 100), (63, 100)))
    assert course.moves == pytest.approx((6,))
    assert rate_course(of("digitised_input", (50, 100), (0, 0))) is None


def test_a_projected_rate_never_passes_a_hundred_percent():
    course = rate_course(of("digitised_input", (500, 1000), (600, 1000), (700, 1000), (800, 1000)))
    assert Projection(course, 100, None, course.on).after(24)[1:] == (100, 100)


def test_a_count_has_no_rate():
    with pytest.raises(ValueError, match="no rate"):
        rate_course(of("dossiers_received", (5, 0)))
