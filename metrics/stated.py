"""What a batch's own agencies state in its newest month: what its comparison is about first.

The default scope ends where nearly all agencies have sent; the first ones of a month would change nothing
in it, and yet their statement does count.
"""

from sqlalchemy import Connection

from metrics.dossier_sums import Sums, added
from metrics.indicators import INDICATORS, WATCHED, Indicator
from metrics.statements import Statements, statements_of
from metrics.unusual import Slices


def stated_now(connection: Connection, slices: Slices) -> dict[str, dict]:
    """`stated` by what counts now; nothing but the newest month is read."""
    newest = max(month for month, _ in slices)
    agencies = {agency for month, agency in slices if month == newest}
    return stated({newest: statements_of(connection, newest, agencies)}, slices)


def stated(statements: Statements, slices: Slices) -> dict[str, dict]:
    """Watched indicators of dossiers in the form of `metrics.watched`: part, whole, received, due.

    `due` are the agencies of the slices, `received` those of them whose statement counts; part is None
    where none does, and where a II.06a report does not say it.
    """
    newest = max(month for month, _ in slices)
    agencies = {agency for month, agency in slices if month == newest}
    sums = [of for agency, of in statements.get(newest, {}).items() if agency in agencies]
    sides = {"received": len(sums), "due": len(agencies)}
    watched = (INDICATORS[key] for key in WATCHED)
    return {
        one.key: {**_figure(one, added(sums) if sums else None), **sides}
        for one in watched
        if one.source == "dossiers"
    }


def _figure(indicator: Indicator, sums: Sums | None) -> dict[str, int | None]:
    known = sums is not None and all(sums[name] is not None for name in indicator.measures)
    if not known:
        return {"part": None, "whole": None}
    part, whole = indicator.parts(sums)
    return {"part": part, "whole": whole if indicator.is_rate else None}
