"""Dịch vụ công: procedures that are partly online, and those that are not online at all."""

from collections.abc import Callable

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
def offline_panel(scope: Scope) -> Panel:
    """What is not online at all; why, no record says."""
    named, found = naming(scope), offline(scope)
    words = ("services.procedure", "services.code", "filter.sector", "services.owner", "services.state")
    note = t("services.no_reason")
    if len(found) > SHOWN:
        note = f"{note} {tn('services.first_lines', len(found), shown=SHOWN)}"
    return Panel(
        "tthc-chua-truc-tuyen",
        tn("services.not_online", len(found)),
        [*(Column(t(word)) for word in words), Column(t("services.dossiers"), "count")],
        [(*named(one), t(f"service.{one.service_level or 'none'}"), one.dossiers) for one in found],
        note=note,
        shown=SHOWN,
        synthetic=is_synthetic(),
    )


def is_synthetic() -> bool:
    """Whether the list of procedures itself is simulated."""
    return "procedures" in simulated()


def naming(scope: Scope) -> Callable[[Candidate], tuple[str, ...]]:
    """What a procedure is called: name, code, sector, department in charge."""
    sectors, owners = names.sectors(), names.owners(scope.end)
    return lambda one: (
        one.name,
        one.code,
        sectors.get(one.sector, one.sector),
        owners.get(one.owner, one.owner),
    )
