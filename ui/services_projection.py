"""Dịch vụ công: whether toàn trình will reach its targets, from the dated states of procedures."""

from language import t
from metrics.scope import Scope
from ui.panels import Panel, drawn
from ui.services import path
from ui.services_next import is_synthetic
from ui.stock_projection import stock_panel

KEY = "dvc-du-bao"


@drawn
def panel(scope: Scope) -> Panel:
    """The province's stock; a sector has no target of its own."""
    way = path(scope)
    if way is None:
        words = t("services.path_of_province") if scope.sector else t("aim.none")
        return Panel(KEY, t("projection.title", name=t("services.full")), refused=words)
    return stock_panel(KEY, t("services.full"), way.aim, scope, is_synthetic())
