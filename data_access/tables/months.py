"""Sums of the whole province's months, made of those of its slices: as many rows as labels, however many
agencies and dossiers there are."""

from sqlalchemy import Date, Integer, SmallInteger, String, Table

from data_access.tables.base import METADATA, by_month, first_of_month, key, late_reference, required
from data_access.tables.sums import MEASURES, counts

MonthByChannel = by_month(
    "month_by_channel",
    key("channel", SmallInteger),
    *counts(MEASURES),
)
"""Sums by channel: 1 in person, 2 online, 3 post."""

MonthBySector = by_month(
    "month_by_sector",
    key("sector", String, late_reference("sector.code")),
    *counts(MEASURES),
)
"""Sums by sector of the procedure."""

MonthByService = by_month(
    "month_by_service",
    key("service_level"),
    *counts(MEASURES),
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

HandedIn = by_month(
    "handed_in",
    key("counter", String, late_reference("agency.key")),
    required("received", Integer),
    required("received_away", Integer),  # of received: another agency handles them
)
"""Dossiers of the whole province by the counter where they were handed in."""

Flow = by_month(
    "flow",
    key("agency", String, late_reference("agency.key")),
    key("place"),  # the counter's area
    required("home"),  # the agency's own area
    required("received", Integer),
)
"""Dossiers of an agency by the area of the counter where they were handed in.

Areas are the codes of the units that tiles of the map are named after, as it was at the month's end.
What is handled or handed in outside the map, as at departments, is in no row.
"""

MonthFlow = by_month(
    "month_flow",
    key("home"),
    key("place"),
    required("received", Integer),
)
"""The same of all agencies together."""
