"""Đối chiếu: every published figure beside the computed one, the difference, and why there is one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from graphics.cards import card, grid
from graphics.marks import chip
from graphics.markup import Html, tag
from graphics.shapes import Status
from language import t, tn
from language.numbers import count, fraction, points, signed
from metrics.published import Row
from metrics.published_entries import ARTICLE
from metrics.scope import PUBLISHED
from reports.exports import Column
from ui import reads
from ui.panels import meta
from ui.parts import Rows, table_with_downloads

# Where a row stands on the page, by how its key begins; the rows keep their own order.
GROUPS = (
    ("services", ("procedures_", "target_full")),
    ("dossiers", ("dossiers_",)),
    ("cross_boundary", ("cross_boundary_", "target_cross_boundary")),
    ("counters", ("points_",)),
    ("connections", ("connections_",)),
    ("apps", ("app_",)),
    ("plan", ("reform_",)),
    ("others", ("",)),
)
LOOKS = {"equal": Status.MET, "explained": None, "open": Status.MISSING, "unexplained": Status.UNMET}
HEADERS = ("figure", "published", "computed", "difference", "explanation", "source")


def rows() -> list[Row]:
    """Every row, in the order of the page. None is left out."""
    return reads.reconciliation()


def summary(found: Sequence[Row]) -> Html:
    """What this is, and how many rows agree."""
    tally = Counter(verdict(row) for row in found)
    counted = t(
        "reconciliation.summary",
        n=len(found),
        equal=tally["equal"],
        explained=tally["explained"],
        open=tally["open"],
    )
    open_question = tn("reconciliation.unexplained", tally["unexplained"]) if tally["unexplained"] else ""
    return tag(
        "div",
        tag("p", t("reconciliation.lead"), cls="ioc-subtitle"),
        tag("p", tag("strong", counted)),
        tag("p", chip(open_question, Status.UNMET)) if open_question else None,
        cls="ioc-page ioc-prose",
    )


def verdict(row: Row) -> str:
    """'equal', 'explained', 'open' (one side has no figure) or 'unexplained', which must not be."""
    if row.difference is None:
        return "open"
    if row.difference == 0:
        return "equal"
    return "explained" if row.entry.explained else "unexplained"


def comparison(found: Sequence[Row]) -> Html:
    """The table, a section a subject; on a phone every row is a small card of its own."""
    looks = ("", "ioc-number", "ioc-number", "ioc-number", "", "")
    words = zip(_headers(), looks, strict=True)
    head = tag("thead", tag("tr", *(tag("th", word, scope="col", cls=look) for word, look in words)))
    sections = [_section(name, list(group)) for name, group in _grouped(found)]
    caption = tag("caption", t("page.reconciliation.title"), cls="ioc-hidden")
    return grid(
        card(
            t("reconciliation.table"),
            tag("table", caption, head, *sections, cls="ioc-table ioc-compare"),
            span=12,
        )
    )


def downloads(found: Sequence[Row]) -> None:
    """The same as plain columns, with numerator and denominator, and both files."""
    title = t("page.reconciliation.title")
    table_with_downloads(
        title, _plain(found), _columns(), "doi-chieu", meta=meta(PUBLISHED, title), named=True
    )


def _grouped(found: Sequence[Row]) -> Iterator[tuple[str, Iterator[Row]]]:
    def group(row: Row) -> int:
        return next(at for at, (_, starts) in enumerate(GROUPS) if row.key.startswith(starts))

    for at, rows_of_it in groupby(sorted(found, key=group), key=group):
        yield GROUPS[at][0], rows_of_it


def _section(name: str, found: list[Row]) -> Html:
    title = tag(
        "tr",
        tag("th", t(f"reconciliation.group_{name}"), colspan=len(HEADERS), scope="rowgroup"),
        cls="ioc-group",
    )
    return tag("tbody", title, *(_line(row) for row in found))


def _line(row: Row) -> Html:
    published, computed, difference, source = (
        t(f"reconciliation.{name}") for name in ("published", "computed", "difference", "source")
    )
    part = tag("small", fraction(row.part, row.whole)) if row.whole is not None else None
    return tag(
        "tr",
        tag("th", t(f"published.{row.key}"), scope="row"),
        tag("td", published_text(row), cls="ioc-number", data_label=published),
        tag("td", computed_text(row), part, cls="ioc-number", data_label=computed),
        tag("td", chip(difference_text(row), LOOKS[verdict(row)]), cls="ioc-number", data_label=difference),
        tag("td", explanation(row), cls="ioc-why"),
        tag("td", tag("small", source_text(row)), data_label=source),
    )


def published_text(row: Row) -> str:
    """As the paper has it: "hơn" where it says more than, "suy ra" where it does not print the figure."""
    text = row.published_text()
    if row.entry.approximate:
        text = t("reconciliation.at_least", figure=text)
    return t("reconciliation.inferred", figure=text) if row.entry.inferred else text


def computed_text(row: Row) -> str:
    """What the records say; a record that itself says "more than" is written so."""
    text = row.computed_text()
    return (
        t("reconciliation.at_least", figure=text) if row.entry.approximate and row.value is not None else text
    )


def difference_text(row: Row) -> str:
    """0, or the difference in the figure's own unit; missing where one side has no figure."""
    if row.difference is None:
        return t("reconciliation.missing")
    if row.difference == 0:
        return count(0)
    if row.entry.unit == "percent":
        return points(row.difference)
    if row.entry.unit == "date":
        return t("reconciliation.days", n=signed(row.difference))
    return signed(row.difference)


def source_text(row: Row) -> str:
    """The article in the reader's language; another source as it is named."""
    return t("reconciliation.article") if row.entry.source == ARTICLE else row.entry.source


def explanation(row: Row) -> str:
    return t(f"explained.{row.key}") if row.entry.explained else ""


def _headers() -> list[str]:
    return [t(f"reconciliation.{name}") for name in HEADERS]


def _columns() -> list[Column]:
    figure, published, computed, difference, why, source = _headers()
    return [
        Column(t("reconciliation.subject")),
        Column(figure),
        Column(published),
        Column(computed),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(difference),
        Column(why),
        Column(source),
    ]


def _plain(found: Sequence[Row]) -> Rows:
    return [
        (
            t(f"reconciliation.group_{name}"),
            t(f"published.{row.key}"),
            published_text(row),
            computed_text(row),
            row.part,
            row.whole,
            difference_text(row),
            explanation(row),
            source_text(row),
        )
        for name, group in _grouped(found)
        for row in group
    ]
