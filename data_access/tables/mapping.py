"""Which header of a file is which column, as people answered."""

from sqlalchemy import Table

from data_access.tables.base import METADATA, Moment, key, required

ColumnMapping = Table(
    "column_mapping",
    METADATA,
    key("kind"),
    key("signature"),
    key("field"),
    required("header"),
    required("answered_at", Moment),
    required("answered_by"),
)
"""One column of one shape of file. `signature` stands for all its headers (data_access.mappings)."""
