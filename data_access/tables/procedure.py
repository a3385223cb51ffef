"""Procedures (thủ tục hành chính), the dated history of their states, and where they are open."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from data_access.tables.base import Table, late_reference, one_of


class Sector(Table, table=True):
    """A field of administration (lĩnh vực)."""

    __tablename__ = "sector"

    code: str = Field(primary_key=True)
    name: str


class Procedure(Table, table=True):
    """One administrative procedure; its code is text and stays text ('1.001610')."""

    __tablename__ = "procedure"
    __table_args__ = (one_of("level", ("province", "district", "commune")),)

    code: str = Field(primary_key=True)
    name: str
    sector: str = Field(sa_column_args=[late_reference("sector.code")])
    level: str
    owner: str = Field(description="bare code of the department in charge")
    internal: bool


class ProcedureState(Table, table=True):
    """From this day on, this procedure is in this state of this aspect."""

    __tablename__ = "procedure_state"
    __table_args__ = (
        CheckConstraint(
            "(aspect = 'service_level' AND value IN ('full', 'partial', 'information'))"
            " OR (aspect = 'cross_boundary' AND value IN ('listed', 'built', 'live'))",
            name="value_of_aspect",
        ),
    )

    procedure: str = Field(primary_key=True, sa_column_args=[late_reference("procedure.code")])
    aspect: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    since: date = Field(primary_key=True)


class Opening(Table, table=True):
    """A procedure that may be handed in at a counter away from home, from a day on."""

    __tablename__ = "opening"
    __table_args__ = (CheckConstraint("closed_on IS NULL OR closed_on > opened_on", name="period"),)

    procedure: str = Field(primary_key=True, sa_column_args=[late_reference("procedure.code")])
    counter: str = Field(primary_key=True, description="bare code of the counter's agency")
    opened_on: date = Field(primary_key=True)
    closed_on: date | None = None
