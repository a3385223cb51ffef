"""A statement that holds only what was received in its month, where more must have lived in it.

Some systems export "hồ sơ tiếp nhận trong tháng". Such a file is right in every line, and what it leaves out
– carried over, finished of these, overdue of these – would count as nothing.
"""

import polars as pl

from data_access.ingest.known import Known
from data_access.ingest.problems import Problems
from data_access.ingest.reading.grid import Note
from data_access.months import last_month

RECEPTIONS_ONLY = "file.receptions_only"


def say_receptions_only(known: Known, frame: pl.DataFrame, problems: Problems) -> None:
    """A warning for each agency of which no line was received before the month, though the month before
    left some of its dossiers open."""
    stated = frame.select("month", "agency", "received_on").drop_nulls(["month", "agency"])
    slices = stated.group_by("month", "agency")
    earliest = slices.agg(pl.col("received_on").min()).filter(pl.col("received_on") >= pl.col("month"))
    names = {unit.key: unit.name for unit in known.units}
    for month, agency in earliest.select("month", "agency").sort("month", "agency").rows():
        if left := known.left_open.get((last_month(month), agency)):
            note = Note(RECEPTIONS_ONLY, detail=f"{names[agency]}: {left}")
            problems.say(note, agency=agency, month=month)
