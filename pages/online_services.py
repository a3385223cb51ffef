"""Dịch vụ công: procedures by service level, sector and owner; the path to 70 %; which come next."""

from ui import services, services_groups, services_next, shell
from ui.html import html
from ui.panels import draw

scope = shell.framed()

html(services.head(scope))
draw(scope, services_next.next_panel(scope))
draw(scope, services_groups.owners(scope), services_groups.sectors(scope))
draw(scope, services_groups.months(scope), services_groups.levels(scope))
draw(scope, services_next.offline_panel(scope))
