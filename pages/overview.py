"""Tổng quan: where do we stand against targets, what must be done, by whom."""

from graphics import actions, cards, connections, levels, roadmap, targets
from language import t
from ui import overview, overview_links, overview_lists, overview_table, shell
from ui.html import html

scope = shell.framed()
found = overview.figures(scope)
promise = overview.promise(scope)

html(
    overview.standing(scope),
    cards.grid(
        cards.hero(overview.online_procedures(scope)),
        cards.kpi(overview.full_service(scope)),
        cards.kpi(overview.online_dossiers(scope)),
        cards.kpi(overview.cross_boundary(scope)),
        *([cards.kpi(promise)] if promise else []),
        targets.targets_card(t("overview.targets", year=str(scope.end.year)), overview_lists.targets(scope)),
        actions.actions_card(t("overview.actions"), overview_lists.actions(scope), scope.end),
        levels.levels_card(
            t("overview.levels"),
            overview.levels(scope),
            found["dossiers_online"].value,
            synthetic=found["dossiers_online"].synthetic,
        ),
        roadmap.roadmap_card(t("overview.roadmap"), overview_lists.roadmap(scope), scope.end),
        connections.connections_card(t("overview.connections"), overview_links.connections(scope)),
        connections.apps_card(t("overview.apps"), overview_links.apps(scope)),
    ),
)

overview_table.draw(scope)
