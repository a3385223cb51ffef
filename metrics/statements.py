"""What each agency's statement of each month adds up to: the history that a new statement is held against."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection

from data_access.months import last_month
from metrics.coverage import coverage
from metrics.dossier_sums import Sums, added, dossier_sums
from metrics.scope import Scope

LONGEST = 12  # months of history that are read before a month
Statements = dict[date, dict[str, Sums]]


def statements(connection: Connection, slices: Collection[tuple[date, str]]) -> Statements:
    """Month → agency key → sums, for the agencies of `slices`, over their months and a year before.

    Only what counts as received: an agency that declared không phát sinh is there with zeros, one that
    has sent nothing is not there.
    """
    agencies = {agency for _, agency in slices}
    found: Statements = {}
    for month in _months(slices):
        if of_month := statements_of(connection, month, agencies):
            found[month] = of_month
    return found


def statements_of(connection: Connection, month: date, agencies: Collection[str]) -> dict[str, Sums]:
    """Agency key → sums, for those of the agencies that have stated the month."""
    scope = Scope(month, month)
    received = coverage(connection, scope).complete & set(agencies)
    sums = dossier_sums(connection, scope, received, "agency") if received else {}
    nothing = added([])
    return {agency: sums.get(agency, nothing) for agency in received}


def _months(slices: Collection[tuple[date, str]]) -> list[date]:
    wanted = set()
    for month in {month for month, _ in slices}:
        for _ in range(LONGEST + 1):
            wanted.add(month)
            month = last_month(month)
    return sorted(wanted)
