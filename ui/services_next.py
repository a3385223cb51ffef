"""Dịch vụ công: which procedures to bring fully online next, and which are not online at all."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import accumulate

from language import t, tn
from metrics.next_online import Candidate
from metrics.next_online import candidates as _candidates
from metrics.records import simulated as _simulated
from metrics.scope import Scope
from reports.exports import Column
from ui import names, reads
from ui.panels import Panel, drawn

SHOWN = 12

every_candidate = reads.cached(_candidates)
simulated = reads.cached(_simulated)


def partial(scope: Scope) -> list[Candidate]:
    """Procedures that are partly online, those with most dossiers first."""
    return [one for one in every_candidate(scope) if one.service_level == "partial"]


def offline(scope: Scope) -> list[Candidate]:
    """Procedures that only inform or of which nothing is known, those with most dossiers first."""
    return [one for one in every_candidate(scope) if one.service_level != "partial"]


@drawn
def next_panel(scope: Scope) -> Panel:
    """The list to bring fully online, from the top, with what each step adds."""
    found = partial(scope)
    carried = list(accumulate(one.dossiers for one in found))
    shares = [Decimal(so_far * 100) / carried[-1] if carried[-1] else None for so_far in carried]
    named = _naming(scope)
    rows = [(*named(one), one.dossiers, share) for one, share in zip(found, shares, strict=True)]
    last = [Column(t("services.dossiers"), "count"), Column(t("services.running"), "percent")]
    return _panel("tthc-can-nang-len-toan-trinh", t("services.next"), last, rows)


@drawn
def offline_panel(scope: Scope) -> Panel:
    """What is not online at all."""
    named = _naming(scope)
    rows = [
        (*named(one), t(f"service.{one.service_level or 'none'}"), one.dossiers) for one in offline(scope)
    ]
    last = [Column(t("services.state")), Column(t("services.dossiers"), "count")]
    return _panel("tthc-chua-truc-tuyen", t("services.not_online"), last, rows)


def is_synthetic() -> bool:
    """Whether the list of procedures itself is simulated."""
    return "procedures" in simulated()


def _naming(scope: Scope) -> Callable[[Candidate], tuple[str, ...]]:
    sectors, owners = names.sectors(), names.owners(scope.end)
    return lambda one: (
        one.name,
        one.code,
        sectors.get(one.sector, one.sector),
        owners.get(one.owner, one.owner),
    )


def _panel(key: str, title: str, last: Sequence[Column], rows: list[tuple]) -> Panel:
    first = ("services.procedure", "services.code", "filter.sector", "services.owner")
    return Panel(
        key,
        title,
        [*(Column(t(word)) for word in first), *last],
        rows,
        note=tn("services.first_lines", len(rows), shown=SHOWN) if len(rows) > SHOWN else "",
        shown=SHOWN,
        synthetic=is_synthetic(),
    )
