"""The course of a rate of dossiers: month by month on the same agencies, for its projection to a target."""

from data_access.months import month_end
from metrics.monthly import Monthly
from metrics.projection import MOST, Course


def rate_course(found: Monthly) -> Course | None:
    """The newest months without a gap, in percent; None where the last month has no denominator.

    Nothing but chance: two months of n dossiers each with the common rate p differ with the variance
    2·p(1 − p)/n. ValueError for a count.
    """
    if not found.indicator.is_rate:
        raise ValueError(f"{found.indicator.key} is no rate")
    known = 0
    while known < min(len(found.months), MOST + 1) and found.sums[-1 - known][1]:
        known += 1
    if not known:
        return None
    months, sums = found.months[-known:], found.sums[-known:]
    ends = tuple((month_end(on), 100 * part / whole) for on, (part, whole) in zip(months, sums, strict=True))
    parts, wholes = (sum(column) for column in zip(*sums, strict=True))
    common, mean = parts / wholes, wholes / known
    chance = 2 * common * (1 - common) / mean * 100**2
    return Course(now=ends[-1][1], on=ends[-1][0], ends=ends, chance=chance, whole=100)
