"""Tổng quan: where do we stand against targets, what must be done, by whom."""

from graphics import actions, cards, connections, levels, roadmap, targets
from language import t
from ui import actions as agenda
from ui import overview, overview_findings, overview_links, overview_lists, overview_table, shell
from ui.html import html

scope = shell.framed()
page = overview.read(scope)
online = page.figures["dossiers_online"]
promise = overview.promise(scope)
by_level, steps = overview.levels(scope), overview_lists.roadmap(scope)
links = overview_links.connections(scope)

html(
    overview.standing(page),
    cards.grid(
        cards.hero(overview.online_procedures(page)),
        cards.kpi(overview.full_service(page)),
        cards.kpi(overview.online_dossiers(page)),
        cards.kpi(overview.cross_boundary(page)),
        *([cards.kpi(promise)] if promise else []),
        targets.targets_card(overview_findings.targets(page), overview_lists.targets(page)),
        actions.actions_card(t("overview.actions"), agenda.first(scope), scope.end, more=agenda.more(scope)),
        levels.levels_card(
            overview_findings.levels(by_level),
            by_level,
            online.value,
            synthetic=online.synthetic,
        ),
        roadmap.roadmap_card(overview_findings.roadmap(steps, scope), steps, scope.end),
        connections.connections_card(
            overview_findings.connections(links), links, until=overview_links.known_until(scope)
        ),
        connections.apps_card(t("overview.apps"), overview_links.apps(scope)),
    ),
)

overview_table.draw(page, steps)
