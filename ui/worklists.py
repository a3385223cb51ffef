"""Hồ sơ for staff alone: the overdue dossiers behind the figure, those due next, and faults of dates.

Nothing here is drawn, read or cached for who has not the role, and nothing is read until a list is asked for.
"""

import logging
from collections.abc import Mapping
from functools import partial

import streamlit as st

from data_access.store import Store
from graphics.cards import card, grid
from graphics.markup import Html, tag
from language import t, tn
from metrics.scope import Scope
from metrics.worklists import OVERDUE, WITHIN, Worklist, worklist
from reports.exports import Column
from ui import links, names, reads, shell
from ui.choice import chosen
from ui.data import store
from ui.html import html
from ui.panels import meta, section
from ui.parts import Rows, card_title, no_rows, table_with_downloads

CODES = {"": None, "qua-han": OVERDUE, "den-han-7": "due_7", "den-han-15": "due_15"}
PAGE = 50
MOST = 20_000  # lines of a file; a narrower filter has the others
KEY = "danh-sach-ho-so"

log = logging.getLogger("ioc.audit")


def worklists(scope: Scope) -> None:
    """A list that the reader chooses, by page, and what is wrong with lines that count in none."""
    if not shell.may("staff"):
        return
    section(t("worklist.section"), t("worklist.help"))
    words = {code: t(f"worklist.{which}") if which else t("worklist.none") for code, which in CODES.items()}
    which = CODES[chosen("danh_sach", t("worklist.choose"), words)]
    if which:
        _list(scope, which)
    if not scope.sector:  # a line that was turned away has no sector
        _faults(scope)


def _list(scope: Scope, which: str) -> None:
    page, called = _page(), names.agencies(scope.end)
    found = reads.worklist(scope, which, PAGE * (page - 1), PAGE)
    if found.total and not found.lines:  # the address names a page of a longer list
        page = -(-found.total // PAGE)
        found = reads.worklist(scope, which, PAGE * (page - 1), PAGE)
    title = _title(found, scope, which)
    with st.container(border=True, key=f"chart-{KEY}"):
        html(card_title(title))
        if not found.lines:
            no_rows()
            return
        html(_below(found, page))
        table_with_downloads(
            title, _rows(found, called), columns(which), KEY,
            meta=meta(scope.only(first=scope.last), title), folded=False,
            every=partial(_all, store(), shell.who(), scope, which, called),
        )  # fmt: skip


def columns(which: str) -> list[Column]:
    """What is told of a dossier: nothing of the person whose it is."""
    return [
        Column(t("worklist.code")),
        Column(t("worklist.procedure")),
        Column(t("filter.agency")),
        Column(t("worklist.received_on"), "day"),
        Column(t("worklist.due_on"), "day"),
        Column(t("worklist.days_over" if which == OVERDUE else "worklist.days_left"), "count"),
    ]


def _rows(found: Worklist, called: Mapping[str, str]) -> Rows:
    return [
        (
            line.code, f"{line.procedure} {line.title}".strip(), called.get(line.agency, line.agency),
            line.received_on, line.due_on, line.days,
        )
        for line in found.lines
    ]  # fmt: skip


def _all(of: Store, who: str, scope: Scope, which: str, called: Mapping[str, str]) -> Rows:
    """The lines of a file, read when it is asked for; who took it stands in the log."""
    with of.read() as connection:
        found = worklist(connection, scope, which, 0, MOST)
    # A warning, because that is what reaches the server's log without any set-up.
    log.warning("export %s by %s: %s, %d lines", which, who, scope, len(found.lines))
    return _rows(found, called)


def _title(found: Worklist, scope: Scope, which: str) -> str:
    if which == OVERDUE:
        return tn("worklist.overdue_title", found.total, day=scope.end)
    return tn("worklist.due_title", found.total, day=scope.end, days=WITHIN[which])


def _page() -> int:
    asked = shell.param("trang") or "1"
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1


def _below(found: Worklist, page: int) -> Html:
    """Which lines are shown, the pages beside, and whose dossiers nobody can list."""
    first = PAGE * (page - 1) + 1
    said = [t("worklist.shown", first=first, last=first + len(found.lines) - 1, all=found.total)]
    if found.total > MOST:
        said.append(t("worklist.file_holds", most=MOST))
    if found.without:
        said.append(tn("worklist.without", found.without))
    steps = [("worklist.before", page - 1)] if page > 1 else []
    steps += [("worklist.next", page + 1)] if found.total >= first + PAGE else []
    turns = [tag("a", t(words), href=links.here(trang=str(to)), cls="ioc-link") for words, to in steps]
    spaced = [piece for turn in turns for piece in (" · ", turn)]
    return tag("p", " ".join(said), *spaced, cls="ioc-page ioc-muted")


def _faults(scope: Scope) -> None:
    """Faults of data stand apart: who has them is neither late nor in time."""
    found = reads.faults(scope)
    href = links.to("so-lieu", chat_luong="rejected")
    lead = tn("worklist.faults", sum(found.values()), month=f"{scope.last:%m/%Y}")
    items = [tag("li", f"{t(f'issue.{kind}')}: ", tag("strong", str(n))) for kind, n in found.items()]
    where = tag("p", tag("a", t("worklist.where"), href=href, cls="ioc-link")) if found else None
    body = (tag("p", lead), tag("ul", *items, cls="ioc-quietlist") if items else None, where)
    html(grid(card(t("worklist.faults_title"), *body, span=12)))
