"""Dịch vụ công: where toàn trình stands, whether it will reach its targets, and by which procedures."""

from language import t
from ui import (
    events,
    services,
    services_groups,
    services_next,
    services_path,
    services_projection,
    shell,
)
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()

html(services.head(scope))

section(t("services.path_section"), events.key_to_marks(scope))
draw(scope, services_projection.panel(scope), services_groups.months(scope))
draw(scope, services_path.procedures(scope))
draw(scope, services_path.sectors(scope), services_path.owners(scope))

section(t("services.stock_section"))
draw(scope, services_groups.sectors(scope), services_groups.owners(scope))
draw(scope, services_groups.levels(scope))
draw(scope, services_next.offline_panel(scope))
events.section(scope)
