"""Figures keep missing apart from nought, stand worst first and render no markup from data."""

from datetime import date
from decimal import Decimal

from graphics.shapes import Status
from graphics.steps import Deadline, Steps
from language import using
from ui import charts
from ui.charts import Bar, Line

MONTHS = (date(2024, 12, 1), date(2025, 1, 1), date(2025, 2, 1))


def line(name="Cấp tỉnh"):
    return Line(name, tuple(zip(MONTHS, (Decimal("97.24"), None, Decimal("97.47")), strict=True)))


def words(figure):
    return [note.text for note in figure.layout.annotations]


def test_a_month_without_figure_is_a_gap_and_not_nought():
    trace = charts.by_month([line()]).data[0]
    assert trace.x == ("T12/24", "T1/25", "T2/25")
    assert trace.y == (97.24, None, 97.47) and trace.connectgaps is False
    assert trace.customdata[0] == "Cấp tỉnh · T12/24: 97,24\u00a0%"
    assert trace.customdata[1].endswith("—")


def test_few_lines_are_named_at_their_ends_and_many_become_small_charts():
    three = charts.by_month([line(f"Cấp {n}") for n in range(3)])
    assert three.layout.showlegend is False and words(three) == ["Cấp 0", "Cấp 1", "Cấp 2"]
    assert charts.by_month([line(f"Cấp {n}") for n in range(4)]).layout.showlegend is True
    many = charts.by_month([line(f"Sở {n}") for n in range(7)])
    assert len(many.data) == 7 and words(many) == [f"Sở {n}" for n in range(7)]


def test_the_bar_furthest_below_its_target_stands_first_and_missing_last():
    rows = [
        Bar("gần", Decimal(68), Decimal(70), Status.WATCH),
        Bar("trống", None, Decimal(70)),
        Bar("xa", Decimal(90), Decimal(100), Status.UNMET),
    ]
    figure = charts.bars(rows)
    assert figure.data[0].y == ("xa", "gần", "trống")
    assert words(figure) == ["90,00\u00a0%", "68,00\u00a0%", "—"]
    assert figure.data[0].customdata[0] == "xa: 90,00\u00a0%, cách mục tiêu \u221210,00\u00a0điểm\u00a0%"
    assert figure.layout.xaxis.range == (0, 100)


def test_a_name_from_data_cannot_become_a_link():
    assert (
        charts.bars([Bar('<a href="//evil">x</a>', 1)]).data[0].y[0] == '&lt;a href="//evil"&gt;x&lt;/a&gt;'
    )


def test_separators_follow_the_language():
    assert charts.bars([]).layout.separators == ",."
    with using("en"):
        assert charts.bars([]).layout.separators == ".,"
        assert charts.by_month([line()]).data[0].x[0] == "12/24"


def test_the_actual_line_ends_on_the_day_of_the_data():
    plan = ((date(2025, 3, 1), 275), (date(2025, 4, 10), 570))
    shape = Steps(
        "x", plan, plan, date(2025, 3, 1), date(2025, 12, 31), date(2025, 3, 31), "kế hoạch", "thực tế",
        (Deadline(date(2025, 7, 1), "chính thức"),),
    )  # fmt: skip
    actual, planned = charts.step_chart(shape).data
    assert actual.y == (275, 275) and actual.x[-1] == "2025-03-31"
    assert planned.y == (275, 570, 570)
    assert {"<b>275</b> thực tế", "<b>570</b> kế hoạch", "01/07/2025<br>chính thức"} <= set(
        words(charts.step_chart(shape))
    )
