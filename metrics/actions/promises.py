"""Actions from records of promises: agencies to be connected, items of reform with a date."""

from collections.abc import Iterator
from operator import itemgetter

from sqlalchemy import Connection

from metrics.actions.action import Action
from metrics.read import figures
from metrics.records import reform_items, stated_until
from metrics.scope import Scope

LINKS = {"connections_vertical": "vertical", "connections_departments": "departments"}


def connections(connection: Connection, scope: Scope) -> Iterator[Action]:
    """Kinds of agencies of which the whole is known and not all are connected."""
    for key, found in figures(connection, list(LINKS), scope).items():
        if found.state == "value":
            whole = {"whole": found.whole}
            yield Action(
                LINKS[key], "connection", key, found.whole - found.part, found.whole, "ket-noi", whole
            )


def reform(connection: Connection, scope: Scope) -> Iterator[Action]:
    """Dated items: of which nobody has reported anything, or that are not done."""
    as_of = stated_until(connection, "reform_items", scope.end)
    for row in filter(itemgetter("due_on"), reform_items(connection)):
        whole, done = int(row["quantity"] or 0), row["done"]
        title = {"title": row["title"], "title_en": row["title_en"] or row["title"]}
        yield Action(
            "report_reform" if done is None else "finish_reform",
            "reform",
            row["code"],
            max(0, whole - int(done or 0)),
            whole,
            "cai-cach",
            title,
            due_on=row["due_on"],
            as_of=as_of,
            unreported=done is None,
        )
