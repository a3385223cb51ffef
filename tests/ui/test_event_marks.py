"""Events on trends: at their day, under their number, no number on another."""

from datetime import date

import pytest

from ui import stacks
from ui.event_marks import ROW, Mark, mark_days, mark_months, rows
from ui.stacks import Part

MONTHS = [date(2025, month, 1) for month in range(5, 9)]
REORGANISED = Mark(2, date(2025, 7, 1), "Bỏ <cấp> huyện", structural=True)


@pytest.fixture
def figure():
    return stacks.by_month(MONTHS, [Part("Cấp xã", (1, 2, 3, 4))])


def test_the_first_of_a_month_is_the_edge_to_the_month_before(figure):
    mark_months(figure, [Mark(1, date(2024, 3, 1), "Sớm"), REORGANISED], MONTHS)
    assert [shape.x0 for shape in figure.layout.shapes] == [1.5]
    label = figure.layout.annotations[-1]
    assert (label.text, label.hovertext) == ("<b>2</b>", "01/07/2025 Bỏ &lt;cấp&gt; huyện")


def test_on_days_only_what_lies_within_is_marked(figure):
    mark_days(figure, [Mark(1, date(2025, 4, 1), "Sớm"), REORGANISED], date(2025, 5, 1), date(2025, 8, 1))
    assert [shape.x0 for shape in figure.layout.shapes] == ["2025-07-01"]


def test_without_events_nothing_moves(figure):
    before = figure.layout.margin.t
    assert mark_months(figure, [], MONTHS).layout.margin.t == before


def test_labels_that_would_meet_stand_above_each_other():
    assert rows([0, 0, 0.1, 5, 5.2], span=10) == [0, 1, 2, 0, 1]
    assert rows([], span=10) == []


def test_more_rows_of_labels_take_no_height_from_the_plot(figure):
    tall = figure.layout.height
    mark_months(figure, [REORGANISED, REORGANISED, REORGANISED], MONTHS)
    assert figure.layout.height - tall == 2 * ROW


def test_a_legend_goes_below_the_plot_where_it_may_fold(figure):
    figure.update_layout(showlegend=True)
    legend = mark_months(figure, [REORGANISED], MONTHS).layout.legend
    assert legend.yanchor == "top" and legend.y < 0
