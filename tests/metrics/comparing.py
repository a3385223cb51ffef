"""A figure and what the oracle says of it, in the same terms."""

from datetime import date
from fractions import Fraction

from metrics.figure import Figure
from metrics.indicators import INDICATORS, Indicator
from metrics.scope import Scope
from tests.brute_force import rate

DIGITS = 12  # a rate is kept as a decimal, the oracle's is exact


def months_of(key: str, scope: Scope) -> list[date]:
    """The months whose lines an indicator is about."""
    return [scope.last] if INDICATORS[key].kind == "stock" else list(scope.months())


def told(found: Figure) -> tuple:
    """(part, whole, rate, n, m) of a figure."""
    value = (
        round(Fraction(found.value), DIGITS) if found.indicator.is_rate and found.value is not None else None
    )
    return found.part, found.whole, value, found.received, found.due


def counted(one: Indicator, by_oracle: tuple) -> tuple:
    """(part, whole, rate, n, m) as the oracle counted them for an indicator."""
    part, whole, received, due = by_oracle
    value = round(rate(part, whole), DIGITS) if one.whole and whole else None
    return part, whole if one.whole else None, value, received, due
