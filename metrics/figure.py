"""A figure: the sums behind an indicator for one scope, with what must stand beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from metrics.indicators import Indicator


@dataclass(frozen=True)
class Figure:
    """`part` and `whole` are sums; None means that nobody has reported (missing), 0 is a zero.

    `received` of `due` agencies are in it; both None where no extract of agencies is behind it.
    """

    indicator: Indicator
    part: int | None
    whole: int | None = None
    received: int | None = None
    due: int | None = None
    as_of: date | None = None
    synthetic: bool = False

    @property
    def state(self) -> str:
        """'value', 'no_value' (không phát sinh: the denominator is 0) or 'missing' (chưa có số liệu)."""
        if self.part is None or (self.indicator.is_rate and self.whole is None):
            return "missing"
        return "no_value" if self.indicator.is_rate and self.whole == 0 else "value"

    @property
    def value(self) -> Decimal | None:
        """The rate in percent, unrounded, or the count; None unless there is a value."""
        if self.state != "value":
            return None
        if not self.indicator.is_rate:
            return Decimal(self.part)
        with localcontext(prec=28):
            return Decimal(self.part) * 100 / Decimal(self.whole)

    @property
    def complete(self) -> bool:
        """Whether every agency that is due is in it."""
        return self.received == self.due


def parts_of(indicator: Indicator, sums: Mapping[str, int | None] | None) -> tuple[int | None, int | None]:
    """Part and whole of an indicator from its added measures: None where there are none, and the whole of a
    count is None."""
    if sums is None:
        return None, None
    part, whole = indicator.parts(sums)
    return part, whole if indicator.is_rate else None
