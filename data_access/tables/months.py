"""Sums of the whole province's months, made of those of its slices: as many rows as labels, however many
agencies and dossiers there are."""

from sqlalchemy import Date, Integer, SmallInteger, String, Table

from data_access.tables.base import METADATA, first_of_month, key, late_reference, required
from data_access.tables.sums import MEASURES, counts

MonthByChannel = Table(
    "month_by_channel",
    METADATA,
    key("month", Date),
    key("channel", SmallInteger),
    *counts(MEASURES),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""Sums by channel: 1 in person, 2 online, 3 post."""

MonthBySector = Table(
    "month_by_sector",
    METADATA,
    key("month", Date),
    key("sector", String, late_reference("sector.code")),
    *counts(MEASURES),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""Sums by sector of the procedure."""

MonthByService = Table(
    "month_by_service",
    METADATA,
    key("month", Date),
    key("service_level"),
    *counts(MEASURES),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""Sums by the service level that the procedure had at the end of the month ('' = none stated)."""

Demand = Table(
    "demand",
    METADATA,
    key("procedure", String, late_reference("procedure.code")),
    key("month", Date),
    required("received", Integer),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""Dossiers of the whole province by procedure: what people ask for. Month after month of each procedure,
as one asks for the same months of many.
"""

HandedIn = Table(
    "handed_in",
    METADATA,
    key("month", Date),
    key("counter", String, late_reference("agency.key")),
    required("received", Integer),
    required("received_away", Integer),  # of received: another agency handles them
    first_of_month(),
    sqlite_with_rowid=False,
)
"""Dossiers of the whole province by the counter where they were handed in."""

Flow = Table(
    "flow",
    METADATA,
    key("month", Date),
    key("agency", String, late_reference("agency.key")),
    key("place"),  # the counter's area
    required("home"),  # the agency's own area
    required("received", Integer),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""Dossiers of an agency by the area of the counter where they were handed in.

Areas are the codes of the units that tiles of the map are named after, as it was at the month's end.
What is handled or handed in outside the map, as at departments, is in no row.
"""

MonthFlow = Table(
    "month_flow",
    METADATA,
    key("month", Date),
    key("home"),
    key("place"),
    required("received", Integer),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""The same of all agencies together."""
