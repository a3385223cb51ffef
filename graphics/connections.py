"""Links between systems as squares to count, and the apps with their installs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from graphics.bars import bullet
from graphics.cards import card
from graphics.markup import Html, tag
from graphics.shapes import Bullet
from language import t
from language.numbers import count, fraction, millions, month

MOST_SQUARES = 16  # beyond that a bar is easier to read than counting


@dataclass(frozen=True, slots=True)
class Connection:
    """Systems linked out of those to be linked; without a total only the count is known."""

    label: str
    linked: int | None
    total: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class App:
    """How often an app was installed or visited until the end of a month; the source may say "more than"."""

    label: str
    note: str
    value: int | None
    at_least: bool = False
    month: date | None = None


def connections_card(
    title: str,
    rows: tuple[Connection, ...],
    span: int = 3,
    tall: int = 1,
    href: str | None = None,
    until: str = "",
) -> Html:
    """One line a kind of link; filled squares are linked, hollow ones are not yet. `until` says when records
    end."""
    lines = tag("ul", *(_connection(row) for row in rows), cls="ioc-links")
    return card(
        title, tag("p", until, cls="ioc-lead") if until else None, lines, span=span, tall=tall, href=href
    )


def apps_card(
    title: str, rows: tuple[App, ...], span: int = 3, tall: int = 1, href: str | None = None
) -> Html:
    """One line an app; "hơn" where the source says at least; without any, that nothing is known."""
    lines = tag("ul", *(_app(row) for row in rows), cls="ioc-apps") if rows else tag("p", t("status.missing"))
    return card(title, lines, span=span, tall=tall, href=href)


def squares(linked: int, total: int) -> Html:
    """`linked` filled squares out of `total`, spoken as a fraction."""
    marks = [tag("span", cls="ioc-square" if n < linked else "ioc-square ioc-hollow") for n in range(total)]
    return tag("span", *marks, cls="ioc-squares", role="img", aria_label=fraction(linked, total))


def _connection(row: Connection) -> Html:
    if row.linked is None:
        figures = t("status.missing")
    elif row.total is None:
        figures = count(row.linked)
    else:
        figures = fraction(row.linked, row.total)
    note = tag("small", row.note) if row.note else None
    return tag(
        "li",
        tag("div", tag("span", row.label), note, cls="ioc-names"),
        tag("div", _drawing(row), tag("strong", figures), cls="ioc-figures"),
    )


def _drawing(row: Connection) -> Html | None:
    if row.linked is None or not row.total:
        return None
    if row.total <= MOST_SQUARES:
        return squares(row.linked, row.total)
    return bullet(Bullet(Decimal(row.linked * 100) / row.total))


def _app(row: App) -> Html:
    more = (
        tag("span", t("graphics.at_least"), cls="ioc-more")
        if row.at_least and row.value is not None
        else None
    )
    note = f"{row.note} · {month(row.month)}" if row.month else row.note
    return tag(
        "li",
        tag("div", tag("span", row.label), tag("small", note), cls="ioc-names"),
        tag("div", more, tag("strong", millions(row.value)), cls="ioc-figures"),
    )
