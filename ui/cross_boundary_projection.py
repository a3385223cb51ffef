"""Phi địa giới: whether every listed procedure will be live in time, from the dates of those that are."""

from language import t
from metrics.scope import Scope
from ui.cross_boundary import read
from ui.panels import Panel, drawn
from ui.stock_projection import stock_panel


@drawn
def panel(scope: Scope) -> Panel:
    """The stock of live procedures on its way to the target, of the denominator that this names."""
    page = read(scope)
    synthetic = "procedure_states" in page.simulated
    return stock_panel("phi-dia-gioi-du-bao", t("projection.live"), page.live, scope, synthetic)
