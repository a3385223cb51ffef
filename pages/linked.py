"""Kết nối: who and what is linked with the IOC, what last came through, how its apps are used."""

from graphics import cards, connections
from language import t
from ui import linked, overview_findings, overview_links, shell
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()
links = overview_links.connections(scope)

html(
    cards.grid(
        connections.connections_card(
            overview_findings.connections(links), links, span=6, until=overview_links.known_until(scope)
        ),
        connections.apps_card(t("overview.apps"), overview_links.apps(scope), span=6),
    )
)

section(t("linked.section"), t("linked.help", day=overview_links.known_on(scope)))
for row in linked.rows(linked.links(scope)):
    draw(scope, *row)

section(t("overview.apps"))
draw(scope, linked.apps(scope))
