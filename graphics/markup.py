"""The one place where markup is made, so that no text can become markup by accident."""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape


class Html(str):
    """Finished markup. Every other string is text and is escaped when it enters a tag."""

    __slots__ = ()


Child = Html | str | None
Attribute = str | int | Decimal | bool | None

_VOID = {"br", "circle", "col", "line", "path", "polyline", "rect"}
_STRONG = re.compile(r"\*\*(.+?)\*\*")


def tag(name: str, /, *children: Child, cls: str = "", **attributes: Attribute) -> Html:
    """An element; text children and attribute values are escaped, `aria_label` becomes `aria-label`.

    None and False leave an attribute out, True writes it as "true".
    """
    written = f' class="{escape(cls)}"' if cls else ""
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        text = "true" if value is True else escape(str(value))
        written += f' {key.rstrip("_").replace("_", "-")}="{text}"'
    if name in _VOID:
        return Html(f"<{name}{written}/>")
    return Html(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Html:
    """Several pieces one after the other."""
    return Html("".join(c if isinstance(c, Html) else escape(c) for c in children if c is not None))


def rich(text: str) -> Html:
    """A sentence in which `**…**` is bold; all else in it is escaped."""
    return Html(_STRONG.sub(r"<strong>\1</strong>", escape(text)))


def plain(text: str) -> str:
    """The same sentence without its marks, for labels that are only read aloud."""
    return _STRONG.sub(r"\1", text)


def share(value: Decimal | int | float | None, low: Decimal | int = 0, high: Decimal | int = 100) -> str:
    """Where a value stands between two ends, as a CSS length kept within 0 and 100 %."""
    if value is None or high == low:
        return "0%"
    place = (Decimal(str(value)) - low) / (Decimal(high) - low) * 100
    return f"{float(min(Decimal(100), max(Decimal(0), place))):.3f}".rstrip("0").rstrip(".") + "%"
