"""Procedures (thủ tục hành chính), the dated history of their states, and where they are open."""

from sqlalchemy import Boolean, CheckConstraint, Date, String, Table

from data_access.tables.base import METADATA, key, late_reference, one_of, optional, required

Sector = Table(
    "sector",
    METADATA,
    key("code"),
    required("name"),
)
"""A field of administration (lĩnh vực)."""

Procedure = Table(
    "procedure",
    METADATA,
    key("code"),
    required("name"),
    required("sector", String, late_reference("sector.code")),
    required("level"),
    required("owner"),  # bare code of the department in charge
    required("internal", Boolean),
    one_of("level", ("province", "district", "commune")),
)
"""One administrative procedure; its code is text and stays text ('1.001610')."""

ProcedureState = Table(
    "procedure_state",
    METADATA,
    key("procedure", String, late_reference("procedure.code")),
    key("aspect"),
    key("value"),
    key("since", Date),
    CheckConstraint(
        "(aspect = 'service_level' AND value IN ('full', 'partial', 'information'))"
        " OR (aspect = 'cross_boundary' AND value IN ('listed', 'built', 'live'))",
        name="value_of_aspect",
    ),
)
"""From this day on, this procedure is in this state of this aspect."""

Opening = Table(
    "opening",
    METADATA,
    key("procedure", String, late_reference("procedure.code")),
    key("counter"),  # bare code of the counter's agency
    key("opened_on", Date),
    optional("closed_on", Date),
    CheckConstraint("closed_on IS NULL OR closed_on > opened_on", name="period"),
)
"""A procedure that may be handed in at a counter away from home, from a day on."""
