"""Vì sao con số thay đổi: between two moments, which batch moved which indicator by how much."""

from collections.abc import Sequence

import streamlit as st

from graphics.cards import card, grid
from graphics.markup import Html, joined, tag
from graphics.strip import notice
from graphics.table import table
from language import t, tn
from language.numbers import moment
from metrics.revisions import Chain, Link, Step, between, chains, steps
from ui import batches, links, shell, uploading
from ui.choice import chosen
from ui.figure_words import change, value, with_fraction
from ui.html import html

SINCE, UNTIL = "tu_ban", "den_ban"  # revisions in the address


def why() -> None:
    """Two moments, a sentence, and one chain for each indicator that moved between them."""
    kept = steps(batches.batches())
    if not kept:
        html(notice(t("history.nothing_kept")))
        return
    since, until = _moments(kept)
    told = between(kept, since, until)
    found = list(chains(told).values())
    moved = [chain for chain in found if shows(chain)]
    if not told:
        html(notice(t("history.no_change")))
        return
    if not moved:
        _without_effect(told)
        return
    lead = tn("history.told", len(moved), steps=tn("history.steps", len(told)))
    drawn = [_chain(chain) for chain in moved]
    html(grid(card(t("history.why"), tag("p", lead), *drawn, _still(found), span=12)))


def shows(chain: Chain) -> bool:
    """Whether its value is ever written otherwise: 61,979 → 61,981 is 61,98 on either side."""
    return any(value(link.before) != value(link.after) for link in chain.links)


def _without_effect(told: Sequence[Step]) -> None:
    """Something was applied, but the usual period's indicators are what they were: a month that few have
    sent yet, or records that no indicator counts."""
    listed = [tag("li", _named(step), " – ", _told(step)) for step in told]
    lead = tag("p", t("history.no_effect", steps=tn("history.steps", len(told))))
    html(grid(card(t("history.why"), lead, tag("ul", *listed), span=12)))


def _still(found: Sequence[Chain]) -> Html | None:
    """The indicators of which only numerator and denominator changed, in one sentence."""
    names = [t(f"indicator.{chain.indicator}") for chain in found if not shows(chain)]
    return tag("p", t("history.still", indicators=", ".join(names)), cls="ioc-muted") if names else None


def leave() -> None:
    """Back to the list of batches."""
    back = links.here(xem=None, **{SINCE: None, UNTIL: None})
    html(tag("p", tag("a", t("history.back"), href=back, cls="ioc-link"), cls="ioc-page"))


def _moments(kept: Sequence[Step]) -> tuple[int, int]:
    """From and to, as revisions; by default what the newest apply or undo did.

    A link may name any revision: it is taken for the newest moment that is not after it.
    """
    words = {str(step.revision): _moment(step) for step in reversed(kept)}
    origin = {"0": t("history.origin")}
    for name in (SINCE, UNTIL):
        _settle(name, [*words, "0"])
    starts = [*list(words)[1:], "0"]
    with st.container(horizontal=True, key="history-moments", gap="small"):
        options = {**words, **origin}
        default = starts[0]
        since = chosen(SINCE, t("history.since"), {default: options[default], **options}, 400)
        until = chosen(UNTIL, t("history.until"), words, 400)
    return int(since), int(until)


def _settle(name: str, codes: Sequence[str]) -> None:
    asked = shell.param(name) or ""
    if asked.isdecimal() and asked not in codes:
        shell.set_param(name, next((code for code in codes if int(code) <= int(asked)), "0"))


def _moment(step: Step) -> str:
    verb = {"apply": "history.after_apply", "undo": "history.after_undo"}[step.verb]
    return t(verb, batch=str(step.batch.id), when=moment(step.at))


def _chain(chain: Chain) -> Html:
    """Folded: the indicator from first to last; unfolded: who moved it, adding up."""
    name = t(f"indicator.{chain.indicator}")
    moved = f"{value(chain.before)} → {value(chain.after)}"
    parts = [tag("strong", f"{name}:"), f" {moved}", _difference(chain.before, chain.after)]
    headers = [t(f"history.{column}") for column in ("batch", "did", "before", "after", "change")]
    rows = [*(_link(link) for link in chain.links), _total(chain)]
    drawn = table(headers, ("text",) * 5, rows, f"{name}: {moved}")
    return tag("details", tag("summary", joined(*parts)), drawn, cls="ioc-twin ioc-chain")


def _difference(before, after) -> str:
    moved = change(before, after)
    return f" ({moved})" if moved != "—" else ""


def _link(link: Link) -> tuple:
    sides = with_fraction(link.before), with_fraction(link.after), change(link.before, link.after)
    if link.step is None:
        return t("history.unknown_batch"), t("history.unknown_step"), *sides
    return _named(link.step), _did(link), *sides


def _named(step: Step) -> Html:
    batch = step.batch
    address = links.here(**{uploading.BATCH: str(batch.id), "xem": None, SINCE: None, UNTIL: None})
    return tag("a", t("batch.title", batch=str(batch.id), file=batch.file_name), href=address)


def _did(link: Link) -> str:
    """Who did what when, and whether the usual period became another by it."""
    said, (before, after) = _told(link.step), map(_period, link.periods)
    if before == after or before is None:
        return said
    return f"{said}. {t('history.period', before=before, after=after)}"


def _told(step: Step) -> str:
    verb = {"apply": "history.applied_by", "undo": "history.undone_by"}[step.verb]
    return t(verb, who=step.by, when=moment(step.at))


def _period(scope: list | None) -> str | None:
    if scope is None:
        return None
    first, last = (f"{month[5:]}/{month[:4]}" for month in scope)
    return first if first == last else f"{first}–{last}"


def _total(chain: Chain) -> tuple:
    sides = with_fraction(chain.before), with_fraction(chain.after), change(chain.before, chain.after)
    return tag("strong", t("history.total")), "", *sides
