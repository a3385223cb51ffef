"""Kết nối: every link with its state, since when, and the last data that came through it; the apps."""

from collections.abc import Sequence
from decimal import Decimal

from language import t, tn
from language.numbers import count, day, month, month_long, percent
from language.sorting import vi_key
from metrics.linked import AGENCIES, KINDS, Link, Use
from metrics.scope import Scope
from reports.exports import Column
from ui import reads
from ui.app_words import app, what
from ui.panels import Panel, drawn

NAMED = 4  # names written out in a title
SHORT = 4  # columns of a table that half a page has room for


@drawn
def links(scope: Scope) -> list[Panel]:
    """One table a kind of link; of a kind without records it says that nothing is known."""
    found = reads.links(scope.end)
    return [_of_kind(kind, [one for one in found if one.kind == kind]) for kind in KINDS]


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
    refused = "" if found else t("linked.no_figures")
    rows = [_use(use) for use in found]
    return Panel("ket-noi-ung-dung", _app_finding(found), columns, rows, note=note, refused=refused)


def _of_kind(kind: str, found: Sequence[Link]) -> Panel:
    if not found:
        return Panel(f"ket-noi-{kind}", t(f"connection.{kind}"), refused=t("linked.no_records"))
    agencies = kind in AGENCIES
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
    note = _coverage(found) if agencies else ""
    columns.append(Column(t("linked.source")))
    return Panel(f"ket-noi-{kind}", _finding(kind, found), columns, rows, note=note)


def _finding(kind: str, found: Sequence[Link]) -> str:
    """How many of how many, and who is not: a total is known only of agencies."""
    connected = sum(one.connected for one in found)
    label = t(f"connection.{kind}")
    if kind not in AGENCIES:
        return tn("linked.so_many", connected, label=label)
    missing = [one.name for one in found if not one.connected]
    if not missing:
        return t("linked.all_connected", label=label, n=count(connected), of=count(len(found)))
    names = ", ".join(missing[:NAMED]) + ("…" if len(missing) > NAMED else "")
    return t("linked.not_all", label=label, n=count(connected), of=count(len(found)), names=names)


def _coverage(found: Sequence[Link]) -> str:
    """The share that is connected, and of how many the newest month has come."""
    rate = percent(Decimal(100 * sum(one.connected for one in found)) / len(found))
    newest = max((one.newest for one in found if one.newest), default=None)
    if newest is None:
        return t("linked.coverage", rate=rate)
    sent = sum(one.newest == newest for one in found)
    return t("linked.coverage_sent", rate=rate, n=count(sent), of=count(len(found)), month=month_long(newest))


def _app_finding(found: Sequence[Use]) -> str:
    growing = [use for use in found if use.grown is not None]
    if not found:
        return t("linked.apps")
    newest = max(growing or found, key=lambda use: (use.month, use.value))
    if not growing:
        words = {"app": app(newest.measure), "what": what(newest.measure, newest.unit)}
        return t("linked.most", value=_amount(newest), month=month(newest.month), **words)
    return t(
        "linked.growing",
        app=app(newest.measure),
        what=what(newest.measure, newest.unit),
        grown=_signed(newest),
        month=month(newest.month),
    )


def _use(use: Use) -> tuple:
    return (
        app(use.measure),
        what(use.measure, use.unit),
        month_long(use.month),
        _amount(use) if use.at_least else int(use.value),
        _signed(use),
        use.source,
    )


def _amount(use: Use) -> str:
    return f"{t('graphics.at_least')} {count(use.value)}" if use.at_least else count(use.value)


def _signed(use: Use) -> str:
    if use.grown is None:
        return "—"
    return f"+{percent(use.grown)}" if use.grown > 0 else percent(use.grown)
