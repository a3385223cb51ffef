"""Which header of a file is which column, as people answered."""

from datetime import datetime

from sqlmodel import Field

from data_access.tables.base import Table


class ColumnMapping(Table, table=True):
    """One column of one shape of file. `signature` stands for all its headers (data_access.mappings)."""

    __tablename__ = "column_mapping"

    kind: str = Field(primary_key=True)
    signature: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    header: str
    answered_at: datetime
    answered_by: str
