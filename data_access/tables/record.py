"""Dated records with their source: targets, events, connections, reform items, monthly figures.

`reference_line` holds what reference extracts said, line by line. The other tables of this module,
and agency, procedure and the like, hold what counts of it: the newest applied line of each key.
"""

from sqlalchemy import JSON, Boolean, Date, Index, Integer, Numeric, Table

from data_access.tables.base import METADATA, first_of_month, key, late_reference, one_of, optional, required

ReferenceLine = Table(
    "reference_line",
    METADATA,
    key("batch_id", Integer, late_reference("batch.id")),
    key("line", Integer),
    required("kind"),
    required("key"),
    required("fields", JSON),
    Index("ix_reference_line_key", "kind", "key", "batch_id"),
)
"""One line of a reference extract, written once at staging; `key` is its business key."""

Target = Table(
    "target",
    METADATA,
    key("key"),
    required("indicator", index=True),
    optional("agency"),
    required("value", Numeric(14, 4)),
    required("unit"),
    required("kind"),
    optional("due_on", Date),
    optional("basis"),  # denominator of a 100 % that names none
    optional("decision"),
    required("source"),
    one_of("kind", ("target", "stretch")),
    one_of("basis", ("listed", "all")),
)
"""What an indicator should reach, for whom, by when, and who decided it."""

Event = Table(
    "event",
    METADATA,
    key("key"),
    required("on", Date),
    required("title"),
    optional("title_en"),
    required("kind"),
    required("source"),
    one_of("kind", ("milestone", "deadline", "reorganisation")),
)
"""Something dated that readers of a trend should know."""

Connection = Table(
    "connection",
    METADATA,
    key("code"),
    required("kind"),
    required("name"),
    optional("agency"),
    required("state"),
    optional("since", Date),
    required("source"),
    one_of("kind", ("department", "vertical", "api", "system", "database", "gis")),
    one_of("state", ("connected", "not_connected")),
)
"""A system, agency or database and whether the IOC is connected to it."""

ReformItem = Table(
    "reform_item",
    METADATA,
    key("code"),
    required("title"),
    optional("title_en"),
    required("kind"),
    optional("quantity", Numeric(14, 4)),
    optional("unit"),
    optional("target_rate", Numeric(7, 4)),
    optional("due_on", Date),
    optional("done", Numeric(14, 4)),
    required("source"),
)
"""A promise of a reform plan. `done` is null while nobody has reported: missing, not zero."""

MonthlyFigure = Table(
    "monthly_figure",
    METADATA,
    key("measure"),
    key("agency"),  # bare code, or empty for the province
    key("month", Date),
    required("value", Numeric(18, 4)),
    required("unit"),
    required("at_least", Boolean),
    required("source"),
    first_of_month(),
)
"""One figure of one month that no dossier carries; `at_least` is the paper's "more than"."""
