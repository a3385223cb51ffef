"""Cải cách: the plan's promises with their dates and progress; digitisation; satisfaction."""

from graphics.cards import grid
from language import t
from ui import dossier_groups, dossier_months, reform, reform_figures, satisfaction, shell
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()

html(grid(*reform.promises()))
draw(scope, reform.table(scope))

section(t("reform.digitisation"), t("reform.measured"))
html(reform_figures.digitised(scope))
draw(scope, *(dossier_months.rates(key, scope) for key in reform_figures.DIGITISED))

section(t("reform.satisfaction"), t("reform.measured"))
draw(scope, satisfaction.panel("level", scope), satisfaction.panel("channel", scope))
draw(scope, dossier_groups.agencies("satisfied", scope, False))

draw(scope, reform_figures.monthly(scope))
