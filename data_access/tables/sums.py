"""Sums of lines: those of each batch, and those of what counts, one narrow table a question.

The narrow ones carry all measures and at most one dimension each, so that any figure is read from the
smallest table that can answer it (DESIGN §10: one wide roll-up is barely smaller than the lines).
"""

from collections.abc import Iterable

from sqlalchemy import Column, Integer, SmallInteger, String

from data_access.tables.base import by_month, key, late_reference, required

# The measures that a II.06a report states too; of all others nothing is known from it.
REPORTED = (
    "received",  # (4)+(5): received in the month
    "received_online",  # (4)
    "carried",  # (6): received earlier, still alive
    "finished_early",  # (8)
    "finished_on_time",  # (9): also when no due date was set
    "finished_late",  # (10)
    "open_in_time",  # (12)
    "open_overdue",  # (13): due before the last day of the month
)

# The sums of one group of counted lines.
MEASURES = (
    *REPORTED,
    "withdrawn",  # of which of (7): status 7
    "stopped",  # of which of (7): status 8
    "waiting",  # status 1, outside II.06a
    "refused",  # status 3, outside II.06a
    "received_away",  # of received: handed in at another agency's counter
    "digitised_input",  # of received
    "input_known",  # received lines that say whether input was digitised
    "digitised_result",  # of finished
    "result_known",  # finished lines that say whether the result is electronic
    "fee_due",  # received lines with a fee
    "paid_online",  # of fee_due
    "rated",  # finished lines with a rating
    "satisfied",  # of rated: 4 or 5 of 5
)


def counts(names: Iterable[str]) -> list[Column]:
    """Columns of sums: there is always one, if only 0."""
    return [required(name, Integer) for name in names]


BatchSum = by_month(
    "batch_sum",
    key("agency"),
    key("batch_id", Integer, late_reference("batch.id")),
    key("procedure"),
    key("channel", SmallInteger),
    key("counter"),
    *counts(MEASURES),
)
"""What the lines of one batch add up to by themselves: written with them, never changed.

What counts in a slice is this, as long as no second batch has a say in it.
"""

SumOfSlice = by_month(
    "sum_of_slice",
    key("agency", String, late_reference("agency.key")),
    *counts(MEASURES),
)
"""Sums of an agency's month altogether: what most figures begin with."""

SumByChannel = by_month(
    "sum_by_channel",
    key("agency", String, late_reference("agency.key")),
    key("channel", SmallInteger),
    *counts(MEASURES),
)
"""Sums by channel: 1 in person, 2 online, 3 post."""

SumBySector = by_month(
    "sum_by_sector",
    key("agency", String, late_reference("agency.key")),
    key("sector", String, late_reference("sector.code")),
    *counts(MEASURES),
)
"""Sums by sector of the procedure: the rows of form II.06a."""

SumByService = by_month(
    "sum_by_service",
    key("agency", String, late_reference("agency.key")),
    key("service_level"),
    *counts(MEASURES),
)
"""Sums by the service level that the procedure had at the end of the month ('' = none stated)."""

SumByProcedure = by_month(
    "sum_by_procedure",
    key("agency", String, late_reference("agency.key")),
    key("procedure", String, late_reference("procedure.code"), index=True),
    required("received", Integer),
    required("received_online", Integer),
)
"""Dossiers by procedure: the demand behind each, and which slices use it."""

SumByCounter = by_month(
    "sum_by_counter",
    key("agency", String, late_reference("agency.key")),
    key("counter", String, late_reference("agency.key")),
    required("received", Integer),
)
"""Dossiers by the counter where they were handed in: home when it is the agency's own."""
