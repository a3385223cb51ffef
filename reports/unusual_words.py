"""Unusual changes in words, as the page of a batch and the command line say them."""

from collections.abc import Mapping, Sequence

from language import t, tn
from language.numbers import count, month_long, percent
from metrics.unusual import Unusual

NAMED = 3  # agencies written out in one sentence


def sentence(one: Unusual, names: Mapping[str, str]) -> str:
    """What is unusual, against which limits, and how many months these stand on; `names` are the agencies'
    by key."""
    month, called = month_long(one.month), [names.get(key, key) for key in one.agencies]
    if one.why == "fewer_dossiers":
        sides = {"before": count(one.before), "after": count(one.after)}
        return tn("unusual.fewer_dossiers", len(called), month=month, agencies=_several(called), **sides)
    written = percent if one.why == "rate" else count
    low, high, after = written(one.limits.low), written(one.limits.high), written(one.after)
    against = {"month": month, "after": after, "low": low, "high": high, "months": one.limits.months}
    if one.indicator is None:
        return t(f"unusual.{one.why}", agency=called[0], **against)
    against["indicator"] = t(f"indicator.{one.indicator}")
    if one.before is None:  # the month was not in: nothing becomes something else
        return t(f"unusual.first_{one.why}", last=written(one.limits.last), **against)
    return t(f"unusual.{one.why}", before=written(one.before), **against)


def _several(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:NAMED]), len(names) - NAMED
    return tn("unusual.some_agencies", more, agencies=shown) if more > 0 else shown
