"""What the frame itself must know of the data: what can be chosen, and what the figures stand on."""

from datetime import date

import streamlit as st
from sqlalchemy import select

from data_access.counting import received_slices
from data_access.tables import Agency, Batch, BatchSlice, Sector
from graphics.shapes import Coverage, Strip
from metrics.scope import Scope
from ui.data import store
from ui.filters import Choices, Unit


@st.cache_data(max_entries=4, show_spinner=False)
def choices(revision: int) -> Choices:
    """Months with a counted statement, agencies and sectors, as of a revision."""
    with store().read() as connection:
        months = sorted({month for month, _ in received_slices(connection)})
        units = connection.execute(
            select(Agency.key, Agency.name, Agency.level, Agency.valid_from, Agency.valid_to)
        )
        sectors = connection.execute(select(Sector.code, Sector.name))
        return Choices(
            months=months,
            units={row.key: Unit(*row) for row in units},
            sectors=dict(tuple(row) for row in sectors),
        )


@st.cache_data(max_entries=256, show_spinner=False)
def standing(revision: int, scope: Scope) -> Strip:
    """What a scope's figures stand on: period, as-of date, statements received of those due."""
    with store().read() as connection:
        received: dict[str, set[date]] = {}
        for month, agency in received_slices(connection):
            if scope.first <= month <= scope.last:
                received.setdefault(agency, set()).add(month)
        rows = connection.execute(
            select(Batch.as_of, Batch.synthetic)
            .join(BatchSlice, BatchSlice.batch_id == Batch.id)
            .where(Batch.state == "applied", BatchSlice.kind == "dossiers")
            .where(BatchSlice.month.between(scope.first, scope.last))
            .distinct()
        ).all()
        due = connection.execute(
            select(Agency.key, Agency.name, Agency.level, Agency.valid_from, Agency.valid_to).where(
                Agency.reports
            )
        )
        units = [unit for unit in (Unit(*row) for row in due) if _within(unit, scope)]
    months = {month for found in received.values() for month in found}
    complete = sum(received.get(unit.key, set()) >= _months(unit, scope, months) for unit in units)
    return Strip(
        first=scope.first,
        last=max((row.as_of for row in rows), default=scope.last),
        as_of=max((row.as_of for row in rows), default=None),
        coverage=Coverage(complete, len(units)),
        synthetic=any(row.synthetic for row in rows),
    )


def _within(unit: Unit, scope: Scope) -> bool:
    """Whether a scope's level and agency leave this unit in."""
    right_level = scope.level in (None, unit.level)
    right_agency = scope.agency in (None, unit.key)
    return right_level and right_agency and unit.in_force(scope.first, scope.last)


def _months(unit: Unit, scope: Scope, months: set[date]) -> set[date]:
    """The months of the scope for which this unit owes a statement."""
    return {month for month in months if unit.in_force(month, month)}
