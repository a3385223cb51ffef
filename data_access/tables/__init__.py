"""The schema, one module a subject. Importing the package registers every table."""

from data_access.tables.agency import Agency, AgencySuccession, OneStopPoint
from data_access.tables.base import METADATA
from data_access.tables.batch import Batch, BatchSlice, Issue, RejectedLine, Revision, Statement
from data_access.tables.decision import Decision
from data_access.tables.dossier import Dossier, StatusLabel
from data_access.tables.index import IndexComponent, OfficialScore
from data_access.tables.mapping import ColumnMapping
from data_access.tables.months import (
    Demand,
    Flow,
    HandedIn,
    MonthByChannel,
    MonthBySector,
    MonthByService,
    MonthFlow,
)
from data_access.tables.procedure import Opening, Procedure, ProcedureState, Sector
from data_access.tables.record import Connection, Event, MonthlyFigure, ReferenceLine, ReformItem, Target
from data_access.tables.report import ReportLine, SumReported
from data_access.tables.standing import Move, OpenCounters, Standing
from data_access.tables.sums import (
    BatchSum,
    SumByChannel,
    SumByCounter,
    SumByProcedure,
    SumBySector,
    SumByService,
    SumOfSlice,
)

__all__ = [
    "METADATA",
    "Agency",
    "AgencySuccession",
    "Batch",
    "BatchSlice",
    "BatchSum",
    "ColumnMapping",
    "Connection",
    "Decision",
    "Demand",
    "Dossier",
    "Event",
    "Flow",
    "HandedIn",
    "IndexComponent",
    "Issue",
    "MonthByChannel",
    "MonthBySector",
    "MonthByService",
    "MonthFlow",
    "MonthlyFigure",
    "Move",
    "OfficialScore",
    "OneStopPoint",
    "OpenCounters",
    "Opening",
    "Procedure",
    "ProcedureState",
    "ReferenceLine",
    "ReformItem",
    "RejectedLine",
    "ReportLine",
    "Revision",
    "Sector",
    "Standing",
    "Statement",
    "StatusLabel",
    "SumByChannel",
    "SumByCounter",
    "SumByProcedure",
    "SumBySector",
    "SumByService",
    "SumOfSlice",
    "SumReported",
    "Target",
]
