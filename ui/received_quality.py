"""Data quality of agencies over time: one measure, agency by month, and all problems by kind."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from graphics.cards import card, grid
from graphics.markup import Html, tag
from graphics.scale import bin_class
from graphics.table import Cell, table, written
from language import t, tn
from language.numbers import month
from metrics.data_quality import MEASURES, Quality
from metrics.scope import Scope
from reports.exports import Column, Meta
from ui import names, reads
from ui.choice import chosen
from ui.data import revision
from ui.frame_data import standing
from ui.html import html
from ui.parts import table_with_downloads

SHARED = "shared"  # read from the lines of one month, and therefore only when asked for
BOUNDS = {"rejected_share": (Decimal("0.5"), 2, 5, 10)}
USUAL_BOUNDS = (1, 5, 20, 100)
WORST = 30  # agencies drawn; the files have all


def quality(scope: Scope) -> None:
    """Which agencies' statements are worst by the chosen measure, and what is wrong in all of them."""
    options = {name: t(f"quality.{name}") for name in (*MEASURES, SHARED)}
    measure = chosen("chat_luong", t("quality.measure"), options, 360)
    if measure == SHARED:
        values = {(scope.last, key): n for key, n in reads.shared_codes(scope.last).items()}
        _by_agency(measure, values, [scope.last], scope)
        return
    found = reads.quality(scope.only(agency=None))
    values = {of: getattr(one, measure) for of, one in found.items()}
    _by_agency(measure, values, list(scope.months()), scope)
    _by_kind(found, list(scope.months()))


def _by_agency(measure: str, values: Mapping, months: list[date], scope: Scope) -> None:
    """Months side by side, the worst agency first; agencies without fault are counted in a sentence."""
    kind = "percent" if measure == "rejected_share" else "count"
    rows = {key: [values.get((of, key)) for of in months] for key in {key for _, key in values}}
    faulty = {key: row for key, row in rows.items() if any(row)}
    name = t(f"quality.{measure}")
    note = tag("p", t(f"quality.note.{measure}"), cls="ioc-muted")
    if not faulty:
        html(grid(card(t("received.no_fault", measure=name), note, span=12)))
        return
    clean = tag("p", tn("quality.clean", len(rows) - len(faulty)), cls="ioc-muted")
    called = names.agencies(scope.end)
    order = sorted(faulty, key=lambda key: (-sum(abs(value or 0) for value in faulty[key]), key))
    value, key, at = max(
        (abs(value), key, at) for key, row in faulty.items() for at, value in enumerate(row) if value
    )
    title = t(
        "received.worst",
        measure=name,
        agency=called.get(key, key),
        value=written(value, kind),
        month=month(months[at]),
    )
    bounds = BOUNDS.get(measure, USUAL_BOUNDS)
    drawn = [(called.get(key, key), *(_shade(v, kind, bounds) for v in faulty[key])) for key in order[:WORST]]
    headers = [t("received.agency"), *map(month, months)]
    looks = table(headers, ("text", *(kind,) * len(months)), drawn, title)
    html(grid(card(title, note, tag("div", looks, cls="ioc-heat"), clean, span=12)))
    columns = [
        Column(t("received.agency")),
        Column(t("received.code")),
        *(Column(h, kind) for h in headers[1:]),
    ]
    plain = [(called.get(key, key), key, *faulty[key]) for key in order]
    meta = Meta(title, scope.first, scope.end, synthetic=standing(revision(), scope).synthetic)
    table_with_downloads(title, plain, columns, "chat-luong-so-lieu", meta=meta, named=True)


def _shade(value: Cell, kind: str, bounds: tuple) -> Html:
    """The figure on a blue the darker the worse; what is faultless is left white."""
    look = "ioc-heatcell" if not value else f"ioc-heatcell {bin_class(abs(value), bounds)}"
    return tag("span", written(value, kind), cls=look)


def _by_kind(found: Mapping[tuple[date, str], Quality], months: list[date]) -> None:
    """Lines by what was wrong with them, month by month, most frequent first."""
    totals: Counter = Counter()
    for (of, _), one in found.items():
        totals.update({(kind, of): lines for kind, lines in one.kinds.items()})
    kinds = sorted({kind for kind, _ in totals}, key=lambda kind: -sum(totals[kind, of] for of in months))
    if not kinds:
        return
    rows = [(t(f"issue.{kind}"), *(totals[kind, of] for of in months)) for kind in kinds]
    most = kinds[0]
    title = tn("received.kinds_found", sum(totals[most, of] for of in months), kind=t(f"issue.{most}"))
    headers = [t("quality.kind"), *map(month, months)]
    html(grid(card(title, table(headers, ("text", *("count",) * len(months)), rows, title), span=12)))
