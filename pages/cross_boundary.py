"""Phi địa giới: listed and live against plan, what is open where, where people hand in instead."""

from graphics import cards, matrix, ranking, steps, tiles
from language import t
from ui import cross_boundary, cross_boundary_gaps, cross_boundary_map, cross_boundary_tables, shell
from ui.html import html

scope = shell.framed()
areas = cross_boundary_map.areas(scope)
page = cross_boundary.read(scope)
simulated = page.simulated

html(
    cross_boundary.standing(page),
    cards.grid(
        cards.hero(cross_boundary.hero(page), span=6, tall=1),
        steps.steps_card(cross_boundary.steps(page), t("cross_boundary.live_procedures")),
    ),
)

cross_boundary_map.choose(areas)
title, counters = cross_boundary_map.drill_down(areas)
html(
    cards.grid(
        tiles.tiles_card(
            t("cross_boundary.map"),
            cross_boundary_map.tiles(areas),
            cross_boundary_map.chosen(areas),
            synthetic=bool(simulated & {"dossiers", "openings"}),
        ),
        ranking.ranking_card(title, counters, synthetic=bool(simulated & {"dossiers", "openings"})),
        matrix.matrix_card(
            t("cross_boundary.coverage"),
            cross_boundary_gaps.coverage(scope, areas),
            t("cross_boundary.coverage_note"),
            synthetic="openings" in simulated,
        ),
        ranking.ranking_card(
            t("cross_boundary.gaps"),
            cross_boundary_gaps.gaps(scope),
            synthetic=bool(simulated & {"dossiers", "openings"}),
        ),
        matrix.matrix_card(
            t("cross_boundary.flows"),
            cross_boundary_gaps.flows(scope, areas),
            t("cross_boundary.flows_note"),
            synthetic="dossiers" in simulated,
        ),
        ranking.ranking_card(
            t("cross_boundary.departments"),
            cross_boundary.departments(scope),
            synthetic="procedures" in simulated,
        ),
    )
)
cross_boundary_tables.draw(page, areas)
