"""Hồ sơ: the columns of form II.06a month by month, and that they add up."""

from language import t, tn
from language.numbers import fraction, month
from metrics.balance import Balance
from metrics.scope import Scope
from reports.exports import Column
from ui import reads
from ui.panels import Panel, drawn

# The form's own columns, in its order; what stands outside it comes last.
COUNTS = {
    "total": "(3)", "received_online": "(4)", "direct": "(5)", "carried": "(6)", "finished": "(7)",
    "finished_early": "(8)", "finished_on_time": "(9)", "finished_late": "(10)", "open": "(11)",
    "open_in_time": "(12)", "open_overdue": "(13)", "drift": "(6) − (11)", "waiting": "",
}  # fmt: skip


@drawn
def balance(scope: Scope) -> Panel:
    """One line a column of the form and one column a month; its title says whether every month adds up."""
    found = reads.balances(scope)
    stated = [one for one in found if one.total is not None]
    off = sum(one.off != 0 for one in stated)
    return Panel(
        "ho-so-can-doi-06a",
        tn("balance.off", off) if off else tn("balance.holds", len(stated)),
        [Column(t("balance.column")), *(Column(month(one.month), "count") for one in found)],
        [*map(_line(found), COUNTS), *_who(found)] if stated else [],
        note=t("balance.note"),
    )


def _line(found: list[Balance]):
    """How one column of the form reads over the months."""
    return lambda name: (
        f"{COUNTS[name]} {t(f'balance.{name}')}".strip(),
        *(getattr(one, name) for one in found),
    )


def _who(found: list[Balance]) -> list[tuple]:
    """Who is in each month, and in it and the one before as well."""
    return [
        (t("dossiers.sent"), *(fraction(one.stated, one.due) for one in found)),
        (t("balance.both"), *(one.both for one in found)),
    ]
