"""What codes and keys are called, for the reader. Look-ups are read once and used for many rows."""

from datetime import date

from language import t
from metrics.scope import Scope
from ui import reads
from ui.data import revision
from ui.frame_data import choices


def agencies() -> dict[str, str]:
    """Key `code@valid_from` → name."""
    return {key: unit.name for key, unit in choices(revision()).units.items()}


def owners(on: date) -> dict[str, str]:
    """Bare code → the name it has on a day, else the last it had."""
    units = choices(revision()).units.values()
    last = {unit.code: unit.name for unit in units}
    return last | {unit.code: unit.name for unit in units if unit.in_force(on, on)}


def sectors() -> dict[str, str]:
    """Code → name."""
    return reads.sectors()


def filters(scope: Scope) -> tuple[str, ...]:
    """What a scope is narrowed to, in words."""
    words = []
    if scope.level:
        words.append(t(f"level.{scope.level}"))
    if scope.agency:
        words.append(agencies().get(scope.agency, scope.agency))
    if scope.sector:
        words.append(sectors().get(scope.sector, scope.sector))
    return tuple(words)
