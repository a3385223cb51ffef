"""The example of docs/drivers.md as extracts: two communes, two months, worked by hand there."""

from datetime import date

from tests import tiny

FEBRUARY, MARCH = date(2025, 2, 1), date(2025, 3, 1)
# Finished in time, finished: by month and agency.
FINISHED = {
    FEBRUARY: {"X1": (36, 40), "X2": (45, 60)},
    MARCH: {"X1": (27, 30), "X2": (35, 50)},
}
# Rate effect and mix effect in points of percent.
EXAMPLE = {"X1": ("0", "-0.26875"), "X2": ("-3.0625", "-0.16875")}


def lines(month: date) -> str:
    """The month's statement of both communes."""
    written = [
        tiny.line(
            f"{agency}-{number}",
            agency=agency,
            received=f"03/{month:%m/%Y}",
            finished=f"12/{month:%m/%Y}",
            due=f"{20 if number < timely else 10}/{month:%m/%Y}",
        )
        for agency, (timely, finished) in FINISHED[month].items()
        for number in range(finished)
    ]
    return tiny.extract(*written, month=f"{month:%m/%Y}")
