"""The index of QĐ 766: what its components weigh, from which day on, and scores published by others."""

from sqlalchemy import Boolean, CheckConstraint, Date, Integer, Numeric, Table

from data_access.tables.base import METADATA, key, one_of, optional, required

INDEX_GROUPS = ("transparency", "progress", "online", "payment", "digitisation", "satisfaction")

# What a denominator of 0 gives: all points, none, or the component is left out of the score.
WHEN_EMPTY = ("full", "zero", "left_out")

IndexComponent = Table(
    "index_component",
    METADATA,
    key("valid_from", Date),
    key("code"),
    optional("valid_to", Date),
    required("version"),
    required("index_group"),
    required("place", Integer),
    required("title"),
    optional("title_en"),
    required("maximum", Numeric(7, 4)),
    optional("part"),
    optional("whole"),
    required("full_at", Numeric(7, 4)),
    required("when_empty"),
    optional("caveat"),
    optional("caveat_en"),
    required("official", Boolean),
    required("source"),
    one_of("index_group", INDEX_GROUPS),
    one_of("when_empty", WHEN_EMPTY),
    CheckConstraint("maximum > 0", name="maximum"),
    CheckConstraint("full_at > 0 AND full_at <= 100", name="full_at"),
    CheckConstraint("(part IS NULL) = (whole IS NULL)", name="part_of_whole"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="period"),
)
"""One component in one version of the index; a version is what begins on one day.

`part` and `whole` are sums (`summands`), null where no extract carries them. From a rate of `full_at`
percent on all points are given. `official` says whether `source` is the official text itself.
"""

OfficialScore = Table(
    "official_score",
    METADATA,
    key("agency"),
    key("period_from", Date),
    key("period_to", Date),
    required("points", Numeric(7, 4)),
    required("out_of", Numeric(7, 4)),
    optional("published_on", Date),
    required("source"),
    CheckConstraint("period_to >= period_from", name="period"),
    CheckConstraint("points >= 0 AND points <= out_of", name="points"),
)
"""A score that others published, for an agency (bare code) or, empty, the province."""
