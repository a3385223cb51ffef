"""Index 766 on Cơ quan: the province and its agencies side by side, or one agency."""

from graphics.markup import Html, tag
from language import t
from metrics.scope import Scope
from ui import index_766_official, index_766_ranking, index_766_score, links, shell
from ui.panels import draw

CODE = "766"  # in the address, among the indicators by which agencies are put in order


def option() -> dict[str, str]:
    """Its place among the choices of the page."""
    return {CODE: t("index.name")}


def way_here() -> Html:
    """A link that puts the agencies in order by it: a choice inside a box is easily missed."""
    link = tag("a", t("index.order_by_it"), href=links.here(chi_so=CODE), cls="ioc-link")
    return tag("p", link, cls="ioc-page")


def everyone(scope: Scope) -> None:
    """Agencies by level, then the province that they add up to."""
    for panel in index_766_ranking.panels(scope):
        draw(scope, panel)
    one(scope)


def one(scope: Scope) -> None:
    """The agency of a scope, or the province: components, next steps, what others published."""
    draw(scope, index_766_score.components_panel(scope))
    draw(scope, index_766_score.steps_panel(scope), index_766_official.panel(scope))
    if shell.may("staff"):
        index_766_official.form(scope)
