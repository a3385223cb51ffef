"""Targets and actual, one bullet a line, on one scale so that lines can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from graphics.bars import bullet
from graphics.cards import card
from graphics.markup import Html, rich, tag
from graphics.shapes import Bullet
from language import t
from language.numbers import percent


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One line of targets and actual: `note` names the target, `detail` the fraction."""

    title: str
    note: str
    bullet: Bullet
    detail: str = ""
    href: str | None = None
    synthetic: bool = False


def targets_card(title: str, rows: tuple[TargetRow, ...], span: int = 5, tall: int = 1) -> Html:
    """The list; a dark tick is the target, a faint one the ambition."""
    key = tag(
        "span",
        tag("span", cls="ioc-keytick", aria_hidden=True),
        t("graphics.tick_key"),
        cls="ioc-muted ioc-note",
    )
    lines = tag("ul", *(_line(row) for row in rows), cls="ioc-targets")
    return card(title, lines, span=span, tall=tall, aside=key)


def _line(row: TargetRow) -> Html:
    name = tag("a", row.title, href=row.href) if row.href else row.title
    figures = [
        tag("strong", percent(row.bullet.value)),
        tag("small", row.detail or (t("graphics.not_reported") if row.bullet.value is None else "")),
    ]
    return tag(
        "li",
        tag("div", tag("span", name), _note(row), cls="ioc-names"),
        bullet(row.bullet),
        tag("div", *figures, cls="ioc-figures"),
    )


def _note(row: TargetRow) -> Html | None:
    """What the target is, and whether the figure is simulated."""
    if not row.note and not row.synthetic:
        return None
    mark = tag("span", t("graphics.synthetic_short"), cls="ioc-synthetic") if row.synthetic else None
    return tag("small", rich(row.note), " " if mark else None, mark)
