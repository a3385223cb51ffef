"""Bars: a bullet against its targets, a stack of parts."""

from __future__ import annotations

from decimal import Decimal

from graphics.markup import Html, joined, share, tag
from graphics.shapes import Bullet, Segment, Tick
from language import t
from language.numbers import count, percent


def bullet(shape: Bullet, labelled: bool = False) -> Html:
    """A bar with target ticks, hatched where there is no figure; labels below if asked for."""
    inside = [_fill(shape), *(_tick(tick, shape.high) for tick in shape.ticks)]
    bar = tag("div", *inside, cls="ioc-bar" + ("" if shape.value is not None else " ioc-hatch"))
    marks = _labels(shape) if labelled else None
    return tag("div", bar, marks, cls="ioc-bullet", role="img", aria_label=spoken(shape))


def spoken(shape: Bullet) -> str:
    """A bullet in words: `44,01 %; mục tiêu 70 %; phấn đấu 80 %`."""
    words = [percent(shape.value) if shape.value is not None else t("status.missing")]
    for tick in shape.ticks:
        value = percent(tick.value, digits=None)
        words.append(
            t("graphics.stretch", value=value) if tick.stretch else t("graphics.target", value=value)
        )
    return "; ".join(words)


def stacked(segments: tuple[Segment, ...]) -> Html:
    """One bar cut into parts, with a legend that carries count and share of each."""
    whole = sum(segment.amount for segment in segments)
    shares = [Decimal(s.amount * 100) / whole if whole else None for s in segments]
    pieces = [_piece(segment, part) for segment, part in zip(segments, shares, strict=True) if segment.amount]
    legend = [_legend(segment, part) for segment, part in zip(segments, shares, strict=True)]
    return joined(
        tag("div", *pieces, cls="ioc-stack", aria_hidden=True),
        tag("ul", *legend, cls="ioc-legend"),
    )


def _fill(shape: Bullet) -> Html | None:
    if shape.value is None:
        return None
    look = f" ioc-{shape.status.value}" if shape.status else ""
    return tag("div", cls=f"ioc-fill{look}", style=f"width:{share(shape.value, 0, shape.high)}")


def _tick(tick: Tick, high: Decimal) -> Html:
    look = "ioc-tick ioc-stretch" if tick.stretch else "ioc-tick"
    return tag("div", cls=look, style=f"left:{share(tick.value, 0, high)}")


def _labels(shape: Bullet) -> Html:
    """Labels under their ticks; one close to an end leans inwards so that it stays on the card."""
    return tag("div", *(_label(tick, shape.high) for tick in shape.ticks), cls="ioc-ticks")


def _label(tick: Tick, high: Decimal) -> Html:
    place = share(tick.value, 0, high)
    lean = "ioc-lean" if float(place[:-1]) > 94 else "ioc-centred"
    return tag("span", percent(tick.value, digits=None), cls=lean, style=f"left:{place}")


def _piece(segment: Segment, part: Decimal | None) -> Html:
    # A figure that would not fit its piece stands in the legend alone.
    text = count(segment.amount) if part is not None and part >= 9 else ""
    return tag(
        "div", tag("span", text), cls=f"ioc-piece ioc-{segment.look}", style=f"flex-grow:{segment.amount}"
    )


def _legend(segment: Segment, part: Decimal | None) -> Html:
    figures = tag(
        "span", tag("strong", percent(part)), tag("span", f" · {count(segment.amount)}", cls="ioc-also"),
        cls="ioc-nowrap",
    )  # fmt: skip
    swatch = tag("span", cls=f"ioc-swatch ioc-{segment.look}", aria_hidden=True)
    return tag("li", swatch, tag("span", tag("span", segment.label), figures, cls="ioc-pair"))
