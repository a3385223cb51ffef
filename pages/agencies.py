"""Cơ quan: agencies side by side on any indicator; with one chosen, that agency's own page."""

import streamlit as st

from language import t
from ui import agencies, agency_bodies, agency_profile, shell
from ui.choice import chosen
from ui.data import revision
from ui.frame_data import choices
from ui.panels import draw

scope = shell.framed()

if scope.agency:
    unit = choices(revision()).units[scope.agency]
    agency_profile.head(unit, scope)
    draw(scope, agency_profile.panel(unit.key, scope.only(agency=None)))
    agency_profile.extracts(unit, scope)
else:
    with st.container(horizontal=True):
        key = agencies.CHOICES[chosen("chi_so", t("agencies.choose"), agencies.options())]
        today = agency_bodies.asked_for_today(scope)
    for panel in agencies.panels(key, scope, today):
        draw(scope, panel)
