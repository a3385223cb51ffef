"""The index of QĐ 766: what its components weigh, from which day on, and scores published by others."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Numeric
from sqlmodel import Field

from data_access.tables.base import Table, one_of

INDEX_GROUPS = ("transparency", "progress", "online", "payment", "digitisation", "satisfaction")
# What a denominator of 0 gives: all points, none, or the component is left out of the score.
WHEN_EMPTY = ("full", "zero", "left_out")


class IndexComponent(Table, table=True):
    """One component in one version of the index; a version is what begins on one day.

    `part` and `whole` are sums (`summands`), null where no extract carries them. From a rate of `full_at`
    percent on all points are given. `official` says whether `source` is the official text itself.
    """

    __tablename__ = "index_component"
    __table_args__ = (
        one_of("index_group", INDEX_GROUPS),
        one_of("when_empty", WHEN_EMPTY),
        CheckConstraint("maximum > 0", name="maximum"),
        CheckConstraint("full_at > 0 AND full_at <= 100", name="full_at"),
        CheckConstraint("(part IS NULL) = (whole IS NULL)", name="part_of_whole"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="period"),
    )

    valid_from: date = Field(primary_key=True)
    code: str = Field(primary_key=True)
    valid_to: date | None = None
    version: str
    index_group: str
    place: int
    title: str
    title_en: str | None = None
    maximum: Decimal = Field(sa_type=Numeric(7, 4))
    part: str | None = None
    whole: str | None = None
    full_at: Decimal = Field(sa_type=Numeric(7, 4))
    when_empty: str
    caveat: str | None = None
    caveat_en: str | None = None
    official: bool
    source: str


class OfficialScore(Table, table=True):
    """A score that others published, for an agency (bare code) or, empty, the province."""

    __tablename__ = "official_score"
    __table_args__ = (
        CheckConstraint("period_to >= period_from", name="period"),
        CheckConstraint("points >= 0 AND points <= out_of", name="points"),
    )

    agency: str = Field(primary_key=True)
    period_from: date = Field(primary_key=True)
    period_to: date = Field(primary_key=True)
    points: Decimal = Field(sa_type=Numeric(7, 4))
    out_of: Decimal = Field(sa_type=Numeric(7, 4))
    published_on: date | None = None
    source: str
