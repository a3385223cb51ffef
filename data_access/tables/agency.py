"""Agencies with their periods, who followed whom, and the counters where dossiers are handed in."""

from sqlalchemy import Boolean, CheckConstraint, Date, Integer, String, Table

from data_access.tables.base import METADATA, key, late_reference, one_of, optional, required

LEVELS = ("province", "district", "commune", "vertical")

Agency = Table(
    "agency",
    METADATA,
    key("key"),
    required("code", index=True),
    required("name"),
    required("level"),
    required("kind"),
    optional("parent"),
    required("valid_from", Date),
    optional("valid_to", Date),
    required("reports", Boolean),
    one_of("level", LEVELS),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="period"),
    CheckConstraint("key = code || '@' || CAST(valid_from AS TEXT)", name="key_is_code_and_start"),
)
"""One unit in one period. Codes are reused (1-7-2025), so the key is `code@valid_from`.

`valid_to` is the last day in force, or null. `reports` says whether a monthly extract is due.
"""

AgencySuccession = Table(
    "agency_succession",
    METADATA,
    key("predecessor", String, late_reference("agency.key")),
    key("successor", String, late_reference("agency.key")),
    required("extent"),
    one_of("extent", ("whole", "part")),
)
"""A unit and the one that took over all of it ('whole') or a piece of it ('part')."""

OneStopPoint = Table(
    "one_stop_point",
    METADATA,
    key("agency", String, late_reference("agency.key")),
    required("name"),
    required("kind"),
    required("tile_row", Integer),
    required("tile_column", Integer),
    one_of("kind", ("branch", "point")),
)
"""A counter (bộ phận một cửa) of an agency, with its place in the tile map."""
