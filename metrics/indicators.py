"""The registry of indicators: a number with a meaning, made of sums.

`part` and `whole` name measures (added up first); the ratio is taken last, so that a total is never
an average of averages. Titles, meanings and caveats are in the catalogues under `indicator.<key>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.tables.sums import REPORTED

FINISHED = ("finished_early", "finished_on_time", "finished_late")
OPEN = ("open_in_time", "open_overdue")


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    `kind` flow: summed over the months of a scope; stock: read at its end. `whole` empty: a count.
    `higher_is_better` is None where a change is neither good nor bad. `basis` is the decree or form
    the definition comes from (shown as it is; '' where it is this product's own).
    """

    key: str
    source: str
    part: tuple[str, ...]
    whole: tuple[str, ...] = ()
    kind: str = "flow"
    unit: str = "percent"
    higher_is_better: bool | None = True
    basis: str = ""

    @property
    def is_rate(self) -> bool:
        return bool(self.whole)

    @property
    def measures(self) -> tuple[str, ...]:
        """The sums that it is made of, each once."""
        return tuple(dict.fromkeys((*self.part, *self.whole)))

    def parts(self, sums: Mapping[str, int]) -> tuple[int, int]:
        """Part and whole from added measures; the whole of a count is 0."""
        return sum(map(sums.__getitem__, self.part)), sum(map(sums.__getitem__, self.whole))

    @property
    def is_reported(self) -> bool:
        """Whether a II.06a report states all that it is made of."""
        return set(self.measures) <= set(REPORTED)


_II06A = "Mẫu II.06a/VPCP/KSTT"

DOSSIERS = (
    Indicator("dossiers_received", "dossiers", ("received",), unit="dossiers", higher_is_better=None,
              basis=_II06A),
    Indicator("dossiers_online", "dossiers", ("received_online",), ("received",), basis=_II06A),
    Indicator("timeliness", "dossiers", ("finished_early", "finished_on_time"), FINISHED, basis=_II06A),
    Indicator("finished_early", "dossiers", ("finished_early",), FINISHED, basis=_II06A),
    Indicator("dossiers_finished", "dossiers", FINISHED, unit="dossiers", higher_is_better=None,
              basis=_II06A),
    Indicator("dossiers_late", "dossiers", ("finished_late",), unit="dossiers", higher_is_better=False,
              basis=_II06A),
    Indicator("dossiers_open", "dossiers", OPEN, kind="stock", unit="dossiers", higher_is_better=None,
              basis=_II06A),
    Indicator("overdue_open", "dossiers", ("open_overdue",), OPEN, kind="stock", higher_is_better=False,
              basis=_II06A),
    Indicator("cross_boundary_uptake", "dossiers", ("received_away",), ("received",), higher_is_better=None),
    Indicator("digitised_input", "dossiers", ("digitised_input",), ("input_known",)),
    Indicator("digitised_result", "dossiers", ("digitised_result",), ("result_known",)),
    Indicator("paid_online", "dossiers", ("paid_online",), ("fee_due",)),
    Indicator("satisfied", "dossiers", ("satisfied",), ("rated",)),
)  # fmt: skip

PROCEDURES = (
    Indicator("procedures_online", "procedures", ("full", "partial"), ("procedures",), kind="stock"),
    Indicator("procedures_full", "procedures", ("full",), ("procedures",), kind="stock"),
    Indicator("procedures_partial", "procedures", ("partial",), ("procedures",), kind="stock",
              higher_is_better=None),
    Indicator("procedures_offline", "procedures", ("offline",), ("procedures",), kind="stock",
              higher_is_better=False),
    Indicator("cross_boundary_live", "procedures", ("live",), ("listed",), kind="stock"),
    Indicator("cross_boundary_live_count", "procedures", ("live",), kind="stock", unit="procedures"),
)  # fmt: skip

CONNECTIONS = (
    Indicator("connections_departments", "connections", ("connected_department",), ("department",), "stock"),
    Indicator("connections_vertical", "connections", ("connected_vertical",), ("vertical",), "stock"),
)

INDICATORS = {indicator.key: indicator for indicator in (*DOSSIERS, *PROCEDURES, *CONNECTIONS)}

# What a batch's before and after, and a rehearsal, are about.
WATCHED = (
    "dossiers_received", "dossiers_online", "timeliness", "dossiers_open", "overdue_open",
    "cross_boundary_uptake", "digitised_input", "digitised_result", "paid_online", "satisfied",
    "procedures_online", "procedures_full", "cross_boundary_live",
)  # fmt: skip
