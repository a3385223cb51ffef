"""Phi địa giới: listed, built, live against plan; what is open where; where people hand in instead."""

import streamlit as st

from graphics import cards, matrix, ranking, steps, tiles
from language import t
from ui import (
    cross_boundary,
    cross_boundary_away,
    cross_boundary_counters,
    cross_boundary_flows,
    cross_boundary_gaps,
    cross_boundary_map,
    cross_boundary_next,
    cross_boundary_projection,
    cross_boundary_stages,
    cross_boundary_tables,
    events,
    shell,
)
from ui.html import html
from ui.panels import draw, section

scope = shell.framed()
page = cross_boundary.read(scope)
counted, opened = "dossiers" in page.simulated, "openings" in page.simulated

html(
    cross_boundary.standing(page),
    cards.grid(
        cards.hero(cross_boundary.hero(page), span=6, tall=1),
        steps.steps_card(cross_boundary.steps(page), t("cross_boundary.live_procedures")),
    ),
)

with st.container(horizontal=True, key="choices", gap="xsmall"):
    part = cross_boundary_map.part(scope)
    areas = cross_boundary_map.areas(part)
    cross_boundary_map.choose(areas)
    split = cross_boundary_stages.split()
html(
    cards.grid(
        tiles.tiles_card(
            cross_boundary_map.title(areas),
            cross_boundary_map.tiles(areas),
            cross_boundary_map.chosen(areas),
            synthetic=counted or opened,
            note=cross_boundary_map.note(areas, part),
            beyond=cross_boundary_away.beyond_the_map(part, areas),
        ),
        ranking.ranking_card(*cross_boundary_counters.drill_down(areas, part), synthetic=counted or opened),
        ranking.ranking_card(*cross_boundary_stages.ranking(part, split), synthetic=opened),
        matrix.matrix_card(
            *cross_boundary_gaps.coverage(part, areas), t("cross_boundary.coverage_note"), synthetic=opened
        ),
        cross_boundary_stages.uptake_card(
            page.scope, page.on, counted, cross_boundary_away.reconciled(part, areas)
        ),
        cross_boundary_flows.drawing(part, areas, counted),
        cross_boundary_next.next_to_open(part, counted or opened),
    )
)
section(t("projection.section"), events.key_to_marks(scope))
draw(scope, cross_boundary_projection.panel(scope))
events.section(scope)
cross_boundary_tables.draw(page, part, areas, split)
