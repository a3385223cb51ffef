"""What leaders decided on the actions that the figures call for."""

from sqlalchemy import Date, Table

from data_access.tables.base import METADATA, key, one_of, required

# What an action is about; the subject says about whom or which (docs/data-contract.md).
ACTIONS = ("target", "overdue", "timeliness", "online", "cross_boundary", "connection", "reform", "extract")

DECISION_STATES = ("open", "done", "dropped")

Decision = Table(
    "decision",
    METADATA,
    key("key"),
    required("action"),
    required("subject"),  # agency key, indicator, or code of the record that it is about
    required("noted_on", Date),
    required("matter"),
    required("decided"),
    required("agency"),  # bare code of who is responsible
    required("due_on", Date),
    required("state"),
    one_of("action", ACTIONS),
    one_of("state", DECISION_STATES),
)
"""Who shall do what by when about an action, noted on a day; `matter` is what the action said then.

A decision outlives its action: once the gap is closed, the action is gone and the decision remains.
"""
