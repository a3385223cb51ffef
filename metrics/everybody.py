"""Sums of all agencies together, which is what is asked for wherever nobody is left out."""

from sqlalchemy import Connection, Table

from data_access.statements import DOSSIERS
from data_access.tables import (
    MonthByChannel,
    MonthBySector,
    MonthByService,
    SumByChannel,
    SumBySector,
    SumByService,
    SumOfSlice,
)
from metrics.scope import Scope
from metrics.sources import stated_during

OF_EVERYBODY = {
    SumOfSlice: MonthByChannel,
    SumByChannel: MonthByChannel,
    SumBySector: MonthBySector,
    SumByService: MonthByService,
}


def is_everybody(connection: Connection, scope: Scope, agencies: frozenset[str], table: Table) -> bool:
    """Whether the agencies are all whose dossiers of the scope's months the table adds up."""
    stated = stated_during(connection, scope.first, scope.last)
    return table in OF_EVERYBODY and agencies >= stated.of_kind(DOSSIERS)
