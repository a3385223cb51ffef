"""The only door through which markup reaches the screen."""

from __future__ import annotations

import streamlit as st

from graphics.markup import Html


def html(*pieces: Html) -> None:
    """Draw what `graphics` made; a plain string is refused, since it may hold anything.

    Several pieces go out as one element, so that nothing comes between them. Streamlit drops
    scripts, inline SVG and `target`, keeps classes, styles, roles and labels.
    """
    for piece in pieces:
        if not isinstance(piece, Html):
            raise TypeError(f"only markup made by graphics.markup.tag is drawn, not {type(piece).__name__}")
    st.html("".join(pieces))
