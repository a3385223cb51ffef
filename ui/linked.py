"""Kết nối: every link with its state, since when, and the last data that came through it; the apps."""

from collections.abc import Sequence

from language import t, tn
from language.catalogue import catalogue
from language.numbers import count, day, month, month_long, percent
from language.sorting import vi_key
from metrics.linked import KINDS, Link, Use
from metrics.scope import Scope
from reports.exports import Column
from ui import reads
from ui.panels import Panel, drawn

NAMED = 4  # names written out in a title
SHORT = 4  # columns of a table that half a page has room for


@drawn
def links(scope: Scope) -> list[Panel]:
    """One table a kind of link."""
    found = reads.links(scope.end)
    return [_of_kind(kind, mine) for kind in KINDS if (mine := [one for one in found if one.kind == kind])]


def rows(panels: Sequence[Panel]) -> list[Sequence[Panel]]:
    """The long lists of agencies one below the other, the short ones in pairs."""
    long = [[panel] for panel in panels if len(panel.columns) > SHORT]
    short = [panel for panel in panels if len(panel.columns) <= SHORT]
    return [*long, *(short[at : at + 2] for at in range(0, len(short), 2))]


@drawn
def apps(scope: Scope) -> Panel:
    """Installs and visits by month, with their growth where two months are known."""
    found = reads.uses(scope.end)
    columns = [
        Column(t("linked.app")),
        Column(t("linked.what")),
        Column(t("linked.month")),
        Column(t("linked.value"), "count"),
        Column(t("linked.grown")),
        Column(t("linked.source")),
    ]
    months = len({use.month for use in found})
    note = t("linked.one_month") if months == 1 else ""
    return Panel("ket-noi-ung-dung", _app_finding(found), columns, [_use(use) for use in found], note=note)


def _of_kind(kind: str, found: Sequence[Link]) -> Panel:
    agencies = kind in ("department", "vertical")
    columns = [Column(t("linked.name")), Column(t("linked.state")), Column(t("linked.since"))]
    if agencies:
        columns.append(Column(t("linked.newest")))
    rows = [
        (
            one.name,
            t("linked.connected") if one.connected else t("linked.not_connected"),
            day(one.since),
            *([month_long(one.newest) if one.newest else t("linked.nothing_came")] if agencies else []),
            one.source,
        )
        for one in sorted(found, key=lambda one: (one.connected, vi_key(one.name)))
    ]
    return Panel(f"ket-noi-{kind}", _finding(kind, found), [*columns, Column(t("linked.source"))], rows)


def _finding(kind: str, found: Sequence[Link]) -> str:
    """How many of how many, and who is not: a total is known only of agencies."""
    connected = sum(one.connected for one in found)
    label = t(f"connection.{kind}")
    if kind not in ("department", "vertical"):
        return tn("linked.so_many", connected, label=label)
    missing = [one.name for one in found if not one.connected]
    if not missing:
        return t("linked.all_connected", label=label, n=count(connected), of=count(len(found)))
    names = ", ".join(missing[:NAMED]) + ("…" if len(missing) > NAMED else "")
    return t("linked.not_all", label=label, n=count(connected), of=count(len(found)), names=names)


def _app_finding(found: Sequence[Use]) -> str:
    growing = [use for use in found if use.grown is not None]
    if not growing:
        return t("linked.apps")
    newest = max(growing, key=lambda use: (use.month, use.value))
    return t(
        "linked.growing",
        app=_app(newest),
        what=_what(newest),
        grown=_signed(newest),
        month=month(newest.month),
    )


def _use(use: Use) -> tuple:
    value = f"{t('graphics.at_least')} {count(use.value)}" if use.at_least else int(use.value)
    return _app(use), _what(use), month_long(use.month), value, _signed(use), use.source


def _signed(use: Use) -> str:
    if use.grown is None:
        return "—"
    return f"+{percent(use.grown)}" if use.grown > 0 else percent(use.grown)


def _app(use: Use) -> str:
    name = use.measure.removeprefix("app_").rsplit("_", 1)[0]
    return _words(f"app.{name}", name)


def _what(use: Use) -> str:
    return _words(f"app.{use.measure.rsplit('_', 1)[1]}", use.unit)


def _words(key: str, otherwise: str) -> str:
    return t(key) if key in catalogue("vi") else otherwise
