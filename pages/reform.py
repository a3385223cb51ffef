"""Cải cách: the plan's promises with their dates and progress; digitisation; satisfaction."""

from graphics.cards import grid
from language import t
from ui import dossier_groups, dossier_months, reform, satisfaction, shell
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()

html(grid(*reform.promises(scope)))
draw(scope, reform.table(scope))

section(t("reform.digitisation"))
html(reform.digitised(scope))
draw(scope, *(dossier_months.rates(key, scope) for key in reform.DIGITISED))

section(t("reform.satisfaction"))
draw(scope, satisfaction.panel("level", scope), satisfaction.panel("channel", scope))
draw(scope, dossier_groups.agencies("satisfied", scope, False))

monthly = reform.reported_monthly(scope)
if monthly.rows:
    draw(scope, monthly)
else:
    html(reform.nothing_monthly())
