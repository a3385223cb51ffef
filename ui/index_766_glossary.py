"""Giải thích: how each component of Index 766 is scored, by the weights in force."""

from graphics.cards import card, grid
from graphics.markup import Html, rich, tag
from language import t
from metrics.index_766 import Component
from metrics.scope import Scope
from ui import index_766_words as words
from ui.glossary import holds


def groups(scope: Scope, looked_for: str) -> list[tuple[str, Html]]:
    """Title and card of the components that hold what the reader typed; nothing without weights."""
    version = words.version_on(scope.end)
    found = [one for one in version.components if holds(_text(one), looked_for)] if version else []
    if not found:
        return []
    lines = [tag("div", tag("dt", words.title(one)), _scored(one)) for one in found]
    about = tag("p", rich(words.provenance(scope, version)))
    listed = tag("dl", *lines, cls="ioc-define ioc-columns")
    return [(t("index.components"), grid(card(version.name, about, listed, span=12)))]


def _scored(one: Component) -> Html:
    return tag("dd", words.formula(one), " ", tag("small", words.caveat(one)))


def _text(one: Component) -> str:
    said = (t("index.name"), t(f"index_group.{one.group}"), words.title(one), words.formula(one))
    return " ".join((*said, words.caveat(one)))
