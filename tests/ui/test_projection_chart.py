"""The fan of a projection: where it ends, when there is none, and no label outside the plot."""

from datetime import date

import pytest

from metrics.projection import Course, Projection
from ui.projection_chart import FURTHEST, Goal, ahead, projection_chart

YEAR_END = date(2025, 12, 31)


def goal(*moves, target=400, due_on=YEAR_END):
    ends, value = [(date(2024, 12, 31), 100.0)], 100.0
    for month, move in enumerate(moves, start=1):
        value += move
        ends.append((date(2025, month, [31, 28, 31, 30][month - 1]), value))
    course = Course(value, ends[-1][0], tuple(ends), 10, 1000)
    return Goal("40 %", Projection(course, target, due_on, ends[-1][0]))


def test_the_fan_begins_at_the_last_record_and_holds_the_slow_ends_day():
    one = goal(20, 30, 25)
    fan = ahead([one])
    assert (fan[0].on, fan[0].low, fan[0].high) == (date(2025, 3, 31), 175, 175)
    assert fan[-1].on >= one.way.latest > fan[-2].on


@pytest.mark.parametrize("moves", [(20, 30), (0, 0, 0), (-5, -5, -5), (100, 100, 150)])
def test_without_history_without_way_and_when_reached_there_is_no_fan(moves):
    assert ahead([goal(*moves)]) == []


def test_a_goal_that_is_far_away_does_not_stretch_the_chart_for_ever():
    assert len(ahead([goal(10, 12, 11, target=900, due_on=None)])) == FURTHEST + 1


def test_a_goal_beyond_ten_years_is_drawn_for_one():
    assert len(ahead([goal(1, 2, 1, target=900, due_on=None)])) == 13


def test_the_first_record_is_drawn_whole_on_the_axis():
    one = goal(20, 30, 25)
    recorded = projection_chart([one], ahead([one]), []).data[-1]
    assert recorded.mode == "lines+markers" and recorded.cliponaxis is False


def test_a_due_day_at_the_end_of_the_axis_is_named_before_its_line():
    still, coming = goal(0, 0, 0), goal(20, 30, 25, due_on=date(2025, 5, 31))
    sides = [
        next(
            note
            for note in projection_chart([one], ahead([one]), ()).layout.annotations
            if "<br>" in note.text
        )
        for one in (still, coming)
    ]
    assert [note.xanchor for note in sides] == ["right", "left"]


def test_a_target_is_named_with_its_count():
    figure = projection_chart([goal(20, 30, 25)], ahead([goal(20, 30, 25)]), ())
    assert "40 %: 400" in [note.text for note in figure.layout.annotations]


def test_a_record_of_a_months_end_stands_on_the_name_of_that_month():
    axis = projection_chart([goal(0, 0, 0)], (), ()).layout.xaxis
    named = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    assert named["2024-12-31"] == "T12/24" and len(named) <= 6
    assert all(int(text[1:].split("/")[0]) == int(on[5:7]) for on, text in named.items())
