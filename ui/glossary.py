"""Giải thích: how figures are to be read, terms, statuses, sources; and what of it the reader looks for."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from graphics.cards import card, grid
from graphics.marks import coverage_mark, status_chip, synthetic_tag
from graphics.markup import Html, joined, rich, tag
from graphics.shapes import Coverage, Status
from language import current, t
from language.sorting import vi_key

HOW = ("coverage", "synthetic", "states", "same_agencies", "projection", "unusual_months", "events")
TERMS = (
    "dossier", "procedure", "service", "full", "partial", "information", "cross_boundary", "live", "listed",
    "one_stop", "agency", "level", "sector", "vertical", "received", "in_time", "overdue", "open", "channel",
    "batch", "slice", "as_of", "nil", "target", "stretch", "points", "flow", "stock", "ioc", "reorganisation",
    "action", "score", "decision",
)  # fmt: skip
RULES = {Status.MET: "met", Status.WATCH: "watch", Status.UNMET: "unmet", Status.MISSING: "missing"}
DOSSIER_STATUSES = range(1, 11)


@dataclass(frozen=True)
class Term:
    """A word and what it means here."""

    name: str
    meaning: str


def terms() -> list[Term]:
    """Every term, in the order of the reader's alphabet."""
    found = [Term(t(f"term.{key}"), t(f"define.{key}")) for key in TERMS]
    return sorted(found, key=lambda term: vi_key(term.name) if current() == "vi" else term.name.lower())


def statuses() -> list[Term]:
    """The ten statuses of a dossier, by number, and what each counts as."""
    return [
        Term(f"{number}. {t(f'dossier_status.{number}')}", t(f"dossier_counts.{number}"))
        for number in DOSSIER_STATUSES
    ]


def matching(terms: Iterable[Term], words: str) -> list[Term]:
    """Terms that hold what the reader typed, with or without tone marks."""
    return [term for term in terms if holds(f"{term.name} {term.meaning}", words)]


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text one after the other; "ho so" finds "hồ sơ", not "hộ" and "số"."""
    return f" {bare(words)}" in f" {bare(text)}"


def bare(text: str) -> str:
    """Lower case without tone and vowel marks, words one blank apart."""
    taken_apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[\w%/.]+", plain))


def how(words: str) -> Html | None:
    """How figures on every page are to be read."""
    marks = {"coverage": coverage_mark(Coverage(47, 52)), "synthetic": synthetic_tag()}
    shown = [
        card(t(f"how.{key}"), tag("p", rich(t(f"how_text.{key}"))), span=6, aside=marks.get(key))
        for key in HOW
        if holds(f"{t(f'how.{key}')} {t(f'how_text.{key}')}", words)
    ]
    return grid(*shown) if shown else None


def rules(words: str) -> Html | None:
    """What the four words beside a target mean."""
    shown = [
        tag("div", tag("dt", status_chip(status)), tag("dd", t(f"rule.{name}")))
        for status, name in RULES.items()
        if holds(f"{t(f'status.{name}')} {t(f'rule.{name}')}", words)
    ]
    return _card(t("glossary.rules"), tag("dl", *shown, cls="ioc-define")) if shown else None


def listed(title: str, found: Iterable[Term], span: int = 12) -> Html | None:
    """A card of terms."""
    shown = [tag("div", tag("dt", term.name), tag("dd", rich(term.meaning))) for term in found]
    look = "ioc-define ioc-columns" if span == 12 else "ioc-define"
    return card(title, tag("dl", *shown, cls=look), span=span) if shown else None


def side_by_side(*cards: Html | None) -> Html:
    """Those cards that have anything in them."""
    there = [one for one in cards if one is not None]
    return grid(*there) if there else joined()


def _card(title: str, body: Html) -> Html:
    return card(title, body, span=6)
