"""What an agency is held against: its peers, of the same level and kind, together."""

from collections.abc import Mapping, Set
from decimal import Decimal

from metrics.figure import Figure
from metrics.ranking import Place
from ui.agency_bodies import Body


def groups(lines: Mapping[str, Body]) -> list[list[str]]:
    """The keys of those that are held against each other."""
    found: dict[tuple[str, str, bool], list[str]] = {}
    for key, body in lines.items():
        found.setdefault(body.alike, []).append(key)
    return list(found.values())


def together(found: Mapping[str, Place], among: Set[str]) -> Figure | None:
    """The figure of all peers that have one, from their sums; None where nobody has."""
    known = [place.figure for key, place in found.items() if key in among and place.figure.state == "value"]
    if not known:
        return None
    return Figure(known[0].indicator, sum(one.part for one in known), sum(one.whole for one in known))


def from_peers(found: Mapping[str, Place], lines: Mapping[str, Body]) -> dict[str, Decimal]:
    """Key → how far its rate is from that of all its peers together; who is alone is held against nobody."""
    gaps: dict[str, Decimal] = {}
    for group in groups(lines):
        known = {key: found[key].figure.value for key in group if key in found and found[key].rank}
        if len(known) > 1:
            whole = together(found, known.keys()).value
            gaps |= {key: value - whole for key, value in known.items()}
    return gaps
