"""Stacks leave out what nobody reported, mark reorganisations, and close rates become dots."""

from datetime import date
from decimal import Decimal

from ui import dots, stacks
from ui.charts import Bar
from ui.stacks import Part

MONTHS = [date(2025, month, 1) for month in (5, 6, 7, 8)]


def numbers(figure):
    return figure.data[-1].text


def words(figure):
    return [note.text for note in figure.layout.annotations]


def test_a_month_of_which_nothing_is_known_has_no_stack_and_a_dash():
    figure = stacks.by_month(MONTHS, [Part("Cấp xã", (1, 2, None, 4)), Part("Cấp huyện", (5, 0, None, None))])
    assert figure.data[0].y == (1, 2, None, 4) and figure.data[1].y == (5, 0, None, None)
    assert numbers(figure) == ("6", "2", "—", "4")
    assert figure.data[0].customdata[2] == "Cấp xã · T7/25: —"


def test_of_many_months_six_at_most_are_named_always_the_last_and_every_stack_has_its_number():
    months = [date(2024, 12, 1), *(date(2025, month, 1) for month in range(1, 10))]
    figure = stacks.by_month(months, [Part("Cấp xã", tuple(range(10)))])
    assert figure.layout.xaxis.tickvals == ("T1/25", "T3/25", "T5/25", "T7/25", "T9/25")
    assert numbers(figure) == tuple(map(str, range(10)))


def test_numbers_of_few_months_are_always_level_those_of_many_stand_upright_where_they_must():
    parts = [Part("Cấp xã", (1, 2, 3, 4, 5, 6, 7))]
    months = [date(2025, month, 1) for month in range(1, 8)]
    few = stacks.by_month(months[:6], [Part("Cấp xã", parts[0].amounts[:6])])
    many = stacks.by_month(months, parts)
    assert few.data[-1].textangle == 0 and many.data[-1].textangle is None
    assert many.layout.yaxis.range[1] > 7 * 1.3, "there is room for an upright number"
    assert few.data[-1].hoverinfo == "skip" and few.data[-1].showlegend is False


def test_rows_keep_their_order_and_escape_names():
    figure = stacks.by_row(
        ["<b>Sở</b>", "Ban"], [Part("x", (1, 2)), Part("y", (3, 4), rest=True)], ["a", "b"]
    )
    assert figure.data[0].y == ("&lt;b&gt;Sở&lt;/b&gt;", "Ban") and words(figure) == ["a", "b"]


def test_only_rates_that_are_all_high_become_dots():
    high, low = Bar("A", Decimal(91), detail="91/100"), Bar("B", Decimal(12))
    assert dots.are_close([high]) and not dots.are_close([high, low]) and not dots.are_close([])
    figure = dots.dots([high, Bar("C", Decimal(97))], Decimal("95.5"), "toàn tỉnh")
    assert figure.layout.xaxis.ticktext == ("90\u00a0%", "98\u00a0%")
    assert figure.data[1].customdata[0] == "A: 91,00\u00a0% (91/100)"
    assert words(figure) == ["toàn tỉnh 95,50\u00a0%", "91,00\u00a0%", "97,00\u00a0%"]
