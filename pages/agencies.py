"""Cơ quan: agencies side by side on any indicator or Index 766; with one chosen, its own page."""

import streamlit as st

from graphics.strip import notice
from language import t
from ui import (
    agencies,
    agency_bodies,
    agency_profile,
    dossier_months,
    events,
    index_766,
    rate_projection,
    shell,
)
from ui.choice import chosen
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()

if scope.agency:
    unit = choices(revision()).units[scope.agency]
    agency_profile.head(unit, scope)
    draw(scope, agency_profile.panel(unit.key, scope.only(agency=None)))
    index_766.one(scope)
    section(t("agencies.months"), events.key_to_marks(scope))
    draw(scope, dossier_months.received(scope), dossier_months.rates("timeliness", scope))
    for panel in rate_projection.panels(scope):
        draw(scope, panel)
    events.section(scope)
    agency_profile.extracts(unit, scope)
else:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = chosen("chi_so", t("agencies.choose"), agencies.options() | index_766.option())
        today = code != index_766.CODE and agency_bodies.asked_for_today(scope)
        if code != index_766.CODE:
            html(index_766.way_here())
    if code == index_766.CODE:
        index_766.everyone(scope)
    else:
        panels = agencies.panels(agencies.CHOICES[code], scope, today)
        for panel in panels:
            draw(scope, panel)
        if not panels:
            html(notice(t("agencies.nobody"), t("agencies.nobody_help")))
