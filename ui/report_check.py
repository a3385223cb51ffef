"""A II.06a report held against what counts: which agencies' reports are only checks, and every difference."""

from data_access.history import BatchRow
from data_access.ingest import Comparison
from graphics.cards import card, grid
from graphics.markup import tag
from graphics.strip import notice
from graphics.table import table
from language import t, tn
from language.numbers import month_long, signed
from metrics import report_check
from metrics.report_check import Difference
from ui.html import html
from ui.names import of_units
from ui.reads import cached, sectors

KIND = "report_06a"
_HEADERS = ("agency", "period", "sector", "measure", "report", "counted", "difference")
_KINDS = ("text", "text", "text", "text", "count", "count", "text")
_differences = cached(report_check.differences_of, entries=32)


def only_checked(seen: Comparison) -> None:
    """That dossiers count for these agencies and their reports do not."""
    if seen.only_checked:
        names = of_units()
        agencies = ", ".join(names.get(key, key) for key in seen.only_checked)
        html(notice(tn("report_check.only", len(seen.only_checked), agencies=agencies)))


def takes_over(seen: Comparison) -> None:
    """That the reports of these agencies count no more, once these dossiers do."""
    if seen.takes_over:
        names = of_units()
        agencies = ", ".join(names.get(key, key) for key in seen.takes_over)
        html(notice(tn("report_check.takes_over", len(seen.takes_over), agencies=agencies)))


def differences(batch: BatchRow) -> None:
    """Every difference of a report to what counts now; nothing where there is nothing to compare."""
    if batch.kind != KIND:
        return
    found = _differences(batch.id)
    title = t("report_check.title")
    if not found:
        if found is not None:
            html(grid(card(title, tag("p", t("report_check.agrees")), span=12)))
        return
    names, of_sectors = of_units(), sectors()
    rows = [_row(one, names, of_sectors) for one in found]
    lead = tag("p", tag("strong", tn("report_check.count", len(found))), " ", t("report_check.lead"))
    shown = table([t(f"report_check.{name}") for name in _HEADERS], _KINDS, rows, title)
    html(grid(card(title, lead, shown, span=12)))


def _row(one: Difference, names: dict[str, str], of_sectors: dict[str, str]) -> tuple:
    month = month_long(one.month)
    period = month if one.months == 1 else t("report_check.months", n=one.months, month=month)
    stated = one.report is not None
    return (
        names.get(one.agency, one.agency),
        period,
        of_sectors.get(one.sector, one.sector),
        t(f"measure.{one.measure}"),
        one.report if stated else t("report_check.not_stated"),
        one.counted,
        signed(one.report - one.counted) if stated else "—",
    )
