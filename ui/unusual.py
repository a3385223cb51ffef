"""Unusual changes, listed on the page of a batch that waits."""

from collections.abc import Mapping, Sequence

from graphics.markup import Html, tag
from metrics.unusual import Unusual
from reports.unusual_words import sentence


def listed(found: Sequence[Unusual], names: Mapping[str, str]) -> Html:
    """One sentence a warning; `names` are the agencies' by key."""
    return tag("ul", *(tag("li", sentence(one, names)) for one in found))
