"""Hồ sơ: received, online, timeliness, open and overdue, by month, level, agency and sector."""

import streamlit as st

from language import t
from ui import (
    dossier_balance,
    dossier_drivers,
    dossier_groups,
    dossier_months,
    dossier_shares,
    dossiers,
    events,
    rate_projection,
    shell,
    worklists,
)
from ui.agency_bodies import asked_for_today
from ui.choice import chosen
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()

html(dossiers.head(scope))

section(t("dossiers.months"), events.key_to_marks(scope))
draw(scope, dossier_months.received(scope), dossier_months.rates("dossiers_online", scope))
draw(scope, dossier_months.rates("timeliness", scope), dossier_months.standing(scope))
for panel in rate_projection.panels(scope):
    draw(scope, panel)
events.section(scope)
draw(scope, dossier_balance.balance(scope))

section(t("dossiers.levels"))
draw(scope, dossier_shares.levels(scope))
draw(scope, dossier_shares.channels(scope), dossier_shares.services(scope))

section(t("dossiers.groups"))
with st.container(horizontal=True):
    key = dossier_groups.CHOICES[chosen("chi_so", t("dossiers.choose"), dossier_groups.options())]
    today = not scope.agency and asked_for_today(scope)
draw(scope, *dossier_groups.panels(key, scope, today))

section(t("drivers.section"))
split = chosen("tach", t("drivers.choose"), dossier_drivers.options())
draw(scope, dossier_drivers.panel(key, split, scope))

worklists.worklists(scope)
