"""Each indicator before → after a batch: what it becomes, by how much, and whether that is good."""

from collections.abc import Mapping
from decimal import Decimal

from graphics.cards import card, grid
from graphics.markup import Html, tag
from graphics.table import scrolling
from language import t, tn
from language.numbers import fraction, points, rounded, signed
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from ui.figure_words import value
from ui.html import html

PARTS = ("own", "figures", "last")  # the batch's own agencies, the default scope, its newest month
HEADERS = ("indicator", "before", "after", "change")


def before_and_after(before: Mapping, after: Mapping, title: str) -> None:
    """Every watched indicator that differs: of the file's own agencies, over the default scope and over
    its newest month.

    What stays as it was is named in a sentence: the eye is for what changes.
    """
    parts = [part for part in PARTS if part in after and not (part == "own" and _is_all(after))]
    changed = [(part, rows) for part in parts if (rows := _rows(before, after, part))]
    same = [_caption(before, after, part) for part in parts if part not in dict(changed)]
    cards = [_card(before, after, part, rows, title) for part, rows in changed]
    quiet = tag("p", t("batch.nothing_changes_in", scopes="; ".join(same))) if same else None
    section = tag("h2", title, cls="ioc-section")
    exact = tag("p", t("batch.exact_changes"), cls="ioc-muted") if cards else None
    html(tag("div", section, quiet, exact, cls="ioc-page"), *([grid(*cards)] if cards else []))


def _is_all(after: Mapping) -> bool:
    """Whether the batch's own agencies are all of its month, which then is the newest one shown anyway."""
    received = after["last"].get("dossiers_received", {})
    same_month = bool(after["scope"]) and after["scope"][1] == after["month"]
    return same_month and after["own"]["dossiers_received"]["due"] == received.get("due")


def _rows(before: Mapping, after: Mapping, part: str) -> list[Html]:
    sides = _sides(before, after, part)
    return [_row(key, *pair) for key, pair in sides.items() if _sums(pair[0]) != _sums(pair[1])]


def _sides(before: Mapping, after: Mapping, part: str) -> dict[str, tuple[Figure, Figure]]:
    return {
        key: (_figure(key, before[part].get(key)), _figure(key, after[part].get(key))) for key in INDICATORS
    }


def _card(before: Mapping, after: Mapping, part: str, rows: list[Html], title: str) -> Html:
    same = [
        t(f"indicator.{key}")
        for key, (old, new) in _sides(before, after, part).items()
        if _sums(old) == _sums(new) and new.state != "missing"
    ]
    caption = _caption(before, after, part)
    rest = tag("p", t("batch.same", indicators=", ".join(same)), cls="ioc-muted ioc-after-counts")
    return card(caption, _table(rows, f"{title}. {caption}"), rest if same else None, span=6)


def _caption(before: Mapping, after: Mapping, part: str) -> str:
    if part == "own":
        due = after["own"]["dossiers_received"]["due"]
        return tn("batch.scope_own", due, month=_month(after["month"]))
    return f"{t(f'batch.scope_{part}')} {_periods(_period(before, part), _period(after, part))}"


def _table(rows: list[Html], caption: str) -> Html:
    looks = ("", *("ioc-number",) * 3)
    names = [t(f"batch.{name}") for name in HEADERS]
    head = [tag("th", name, scope="col", cls=look) for name, look in zip(names, looks, strict=True)]
    return scrolling(caption, tag("tr", *head), rows, "ioc-turns")


def _row(key: str, old: Figure, new: Figure) -> Html:
    before, after, change = (t(f"batch.{name}") for name in HEADERS[1:])
    return tag(
        "tr",
        tag("th", t(f"indicator.{key}"), scope="row"),
        tag("td", value(old), _stands_on(old), cls="ioc-number", data_label=before),
        tag("td", tag("strong", value(new)), _stands_on(new), cls="ioc-number", data_label=after),
        tag("td", *_change(old, new), cls="ioc-number", data_label=change),
    )


def _change(old: Figure, new: Figure) -> tuple[Html | str, ...]:
    """By how much, up or down, and in words whether that is better: never by colour alone."""
    if old.value is None or new.value is None:
        return ("—",)
    difference: Decimal = new.value - old.value
    is_rate = new.indicator.is_rate
    written = points(difference) if is_rate else signed(difference)
    step = rounded(difference, 2 if is_rate else 0)
    if not step:
        return (written,)
    arrow = tag("span", "▲" if step > 0 else "▼", cls="ioc-arrow", aria_hidden=True)
    better = new.indicator.higher_is_better
    if better is None:
        return arrow, written
    good = (step > 0) == better
    look = "ioc-better" if good else "ioc-worse"
    return tag("span", arrow, written, cls=look), tag("small", t("batch.better" if good else "batch.worse"))


def _stands_on(figure: Figure) -> Html | None:
    """The fraction of a rate, and who is in it where not all are."""
    if figure.part is None:
        return None
    said = [fraction(figure.part, figure.whole)] if figure.indicator.is_rate else []
    if figure.due and not figure.complete:
        said.append(t("graphics.coverage", received=figure.received, due=figure.due))
    return tag("small", " · ".join(said)) if said else None


def _figure(key: str, sums: Mapping | None) -> Figure:
    return Figure(INDICATORS[key], **(sums or {"part": None}))


def _sums(figure: Figure) -> tuple:
    return figure.part, figure.whole, figure.received, figure.due


def _periods(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _period(side: Mapping, part: str) -> str:
    if side["scope"] is None:
        return t("batch.nothing")
    first, last = map(_month, side["scope"])
    return last if part == "last" or first == last else f"{first}–{last}"


def _month(code: str) -> str:
    return f"{code[5:]}/{code[:4]}"
