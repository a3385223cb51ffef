"""A figure of before or after in words: its value, its fraction, and how far it has moved."""

from language import t
from language.numbers import count, fraction, percent, points, signed
from metrics.figure import Figure


def value(figure: Figure) -> str:
    """`98,53 %`, `299.637`, or why there is none."""
    if figure.state != "value":
        return t(f"figure.{figure.state}")
    return percent(figure.value) if figure.indicator.is_rate else count(figure.part)


def with_fraction(figure: Figure) -> str:
    """The value, a rate with what it is made of: `98,53 % (295.230/299.637)`."""
    if figure.state == "value" and figure.indicator.is_rate:
        return f"{value(figure)} ({fraction(figure.part, figure.whole)})"
    return value(figure)


def change(before: Figure, after: Figure) -> str:
    """`+0,54 điểm %` or `+1.204`; a dash where one side has no value."""
    if before.value is None or after.value is None:
        return "—"
    difference = after.value - before.value
    return points(difference) if after.indicator.is_rate else signed(difference)
