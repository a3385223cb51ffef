"""In words, that good lines of a file stayed behind with agencies that were left out."""

from collections.abc import Mapping, Sequence

from data_access.left_out import LeftOut
from language import tn


def left_out_words(found: Sequence[LeftOut], names: Mapping[str, str]) -> str:
    """A sentence, or nothing where nobody was left out; `names` by agency key."""
    if not found:
        return ""
    agencies = ", ".join(names.get(one.agency, one.agency) for one in found)
    return tn("batch.left_out", sum(one.lines for one in found), agencies=agencies, batch=str(found[0].of))
