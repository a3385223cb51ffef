"""Agencies with their periods, who followed whom, and the counters where dossiers are handed in."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from data_access.tables.base import Table, late_reference, one_of

LEVELS = ("province", "district", "commune", "vertical")


class Agency(Table, table=True):
    """One unit in one period. Codes are reused (1-7-2025), so the key is `code@valid_from`.

    `valid_to` is the last day in force, or null. `reports` says whether a monthly extract is due.
    """

    __tablename__ = "agency"
    __table_args__ = (
        one_of("level", LEVELS),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="period"),
        CheckConstraint("key = code || '@' || CAST(valid_from AS TEXT)", name="key_is_code_and_start"),
    )

    key: str = Field(primary_key=True)
    code: str = Field(index=True)
    name: str
    level: str
    kind: str
    parent: str | None = None
    valid_from: date
    valid_to: date | None = None
    reports: bool


class AgencySuccession(Table, table=True):
    """A unit and the one that took over all of it ('whole') or a piece of it ('part')."""

    __tablename__ = "agency_succession"
    __table_args__ = (one_of("extent", ("whole", "part")),)

    predecessor: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    successor: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    extent: str


class OneStopPoint(Table, table=True):
    """A counter (bộ phận một cửa) of an agency, with its place in the tile map."""

    __tablename__ = "one_stop_point"
    __table_args__ = (one_of("kind", ("branch", "point")),)

    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    name: str
    kind: str
    tile_row: int
    tile_column: int
