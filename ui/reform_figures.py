"""Cải cách: digitisation against its targets, and the figures that no dossier carries."""

from graphics.cards import Kpi, grid, kpi
from graphics.markup import Html
from language import t, tn
from language.numbers import decimal, fraction, month_long
from metrics.scope import Scope
from reports.exports import Column
from ui import reads
from ui.aims import aim
from ui.app_words import PREFIX
from ui.overview import coverage_of
from ui.panels import Panel, drawn

DIGITISED = ("digitised_input", "digitised_result")


def digitised(scope: Scope) -> Html:
    """Inputs and results digitised against their own targets."""
    found = reads.figures(DIGITISED, scope)
    cards = []
    for key, figure in found.items():
        one = aim(figure, scope)
        words = f"**{fraction(figure.part, figure.whole)}** {t('unit.dossiers')} · {one.note}"
        cards.append(
            Kpi(
                title=t(f"indicator.{key}"),
                value=figure.value,
                bullet=one.bullet,
                status=one.status,
                sentence=words if figure.state == "value" else t(f"figure.{figure.state}"),
                coverage=coverage_of(figure),
                synthetic=figure.synthetic,
            )
        )
    return grid(*(kpi(shape, span=6) for shape in cards))


@drawn
def monthly(scope: Scope) -> Panel:
    """Back-scan, trainings, teams, surveys: as they were reported for a month, with their source."""
    found = sorted(
        (measure, row)
        for measure, row in reads.monthly_figures(scope.end).items()
        if not measure.startswith(PREFIX)
    )
    rows = [
        (measure, month_long(row["month"]), _amount(row), row["unit"], row["source"])
        for measure, row in found
    ]
    columns = [Column(t(f"reform.{name}")) for name in ("measure", "month", "value", "unit", "source")]
    if not found:
        return Panel("so-thang", t("reform.monthly"), refused=t("reform.no_monthly"))
    newest = month_long(max(row["month"] for _, row in found))
    return Panel("so-thang", tn("reform.monthly_found", len(found), month=newest), columns, rows)


def _amount(row: dict) -> str:
    written = decimal(row["value"], digits=None)
    return f"{t('graphics.at_least')} {written}" if row["at_least"] else written
