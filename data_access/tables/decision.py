"""What leaders decided on the actions that the figures call for."""

from datetime import date

from sqlmodel import Field

from data_access.tables.base import Table, one_of

# What an action is about; the subject says about whom or which (docs/data-contract.md).
ACTIONS = ("target", "overdue", "timeliness", "online", "cross_boundary", "connection", "reform", "extract")
DECISION_STATES = ("open", "done", "dropped")


class Decision(Table, table=True):
    """Who shall do what by when about an action, noted on a day; `matter` is what the action said then.

    A decision outlives its action: once the gap is closed, the action is gone and the decision remains.
    """

    __tablename__ = "decision"
    __table_args__ = (one_of("action", ACTIONS), one_of("state", DECISION_STATES))

    key: str = Field(primary_key=True)
    action: str
    subject: str = Field(description="agency key, indicator, or code of the record that it is about")
    noted_on: date
    matter: str
    decided: str
    agency: str = Field(description="bare code of who is responsible")
    due_on: date
    state: str
