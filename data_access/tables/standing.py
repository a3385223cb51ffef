"""How procedures stood from day to day: made from their dated states and openings, for pages to read.

A stock on a day is a sum of what moved until then, and a list of procedures on a day is a range of rows;
neither needs the states themselves, which say it only in their order.
"""

from sqlalchemy import Boolean, Date, Index, Integer, String, Table

from data_access.tables.base import METADATA, key, late_reference, optional, required

Standing = Table(
    "standing",
    METADATA,
    key("procedure", String, late_reference("procedure.code")),
    key("since", Date),  # date.min in the first row
    required("until", Date),  # the day that it is no longer so; date.max in the last row
    optional("service_level"),  # null: none stated
    required("listed", Boolean),
    required("built", Boolean),
    required("live", Boolean),
    Index("ix_standing_live", "live", "until"),
    sqlite_with_rowid=False,
)
"""What one procedure (not internal) was from a day on, until the day before another row begins."""

Move = Table(
    "move",
    METADATA,
    key("on", Date),
    key("level"),
    key("sector"),
    key("owner"),
    required("procedures", Integer),
    required("full", Integer),
    required("partial", Integer),
    required("offline", Integer),
    required("listed", Integer),
    required("built", Integer),
    required("live", Integer),
    sqlite_with_rowid=False,
)
"""By how many procedures each count moved on a day; all of them are there from date.min on."""

OpenCounters = Table(
    "open_counters",
    METADATA,
    key("procedure", String, late_reference("procedure.code")),
    key("since", Date),
    required("until", Date),  # the day that it is no longer so; date.max in the last row
    required("counters"),  # bare codes in order, with `units.APART` between
    sqlite_with_rowid=False,
)
"""The counters in force at which a procedure could be handed in away from home, from a day on.

In one row and not in one each: there are thousands of pairs, and a row costs more than a name in it.
"""
