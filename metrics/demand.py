"""Demand: how many dossiers people bring for each procedure."""

from sqlalchemy import ColumnElement, bindparam, func, select

from data_access.tables import Demand

_DEMAND = Demand.c


def received_for(procedure: ColumnElement[str]) -> ColumnElement[int]:
    """A column of a statement about procedures: the dossiers received for each in the months `first` …
    `last`, by the whole province; 0 for none."""
    of_it = _DEMAND.procedure == procedure, _DEMAND.month.between(bindparam("first"), bindparam("last"))
    return func.coalesce(select(func.sum(_DEMAND.received)).where(*of_it).scalar_subquery(), 0)
