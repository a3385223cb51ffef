"""Filters as they stand in the address: stable codes in, a scope out. No Streamlit here.

`?tu=2024-12&den=2025-03&cap=huyen&don_vi=718@2024-12-01&linh_vuc=…`. What is unknown or impossible
is dropped – an old link still opens the page – and named, so that nobody takes it for what was asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data_access.units import Unit
from metrics.scope import PUBLISHED, Scope

LEVELS = {"tinh": "province", "huyen": "district", "xa": "commune", "nganh-doc": "vertical"}
LONGEST = 12  # months a default scope may span


@dataclass(frozen=True)
class Choices:
    """What can be chosen: months with figures (in order), agencies, sectors (code → name)."""

    months: Sequence[date]
    units: Mapping[str, Unit]
    sectors: Mapping[str, str]
    usual: Scope | None = None

    def default_period(self) -> tuple[date, date]:
        """The usual period (metrics.coverage.default_scope); without it all months, twelve at most."""
        if self.usual:
            return self.usual.first, self.usual.last
        if not self.months:
            return PUBLISHED.first, PUBLISHED.last
        return self.months[-LONGEST:][0], self.months[-1]


def scope_of(params: Mapping[str, str], choices: Choices, allowed: Sequence[str]) -> Scope:
    """The scope that these parameters name, by what a page is filtered by."""
    asked = {name: params[name] for name in allowed if name in params}
    first, last = choices.default_period()
    months = set(choices.months)
    first = month if (month := month_of(asked.get("tu"))) in months else first
    last = month if (month := month_of(asked.get("den"))) in months else last
    if first > last:
        first, last = last, first
    level = LEVELS.get(asked.get("cap", ""))
    unit = _unit(asked.get("don_vi", ""), choices, Scope(first, last).end)
    if unit and (level not in (None, unit.level) or not unit.in_force(first, Scope(first, last).end)):
        unit = None
    sector = asked.get("linh_vuc")
    return Scope(
        first=first,
        last=last,
        level=level,
        agency=unit.key if unit else None,
        sector=sector if sector in choices.sectors else None,
    )


def unusable(
    params: Mapping[str, str], choices: Choices, allowed: Sequence[str], scope: Scope
) -> dict[str, str]:
    """The parameters, of those that a page is filtered by, that its scope could not take up."""
    months, asked = set(choices.months), {name: params[name] for name in allowed if name in params}
    taken = {
        "tu": month_of(asked.get("tu")) in months,
        "den": month_of(asked.get("den")) in months,
        "cap": scope.level is not None,
        "don_vi": scope.agency is not None,
        "linh_vuc": scope.sector is not None,
    }
    return {name: value for name, value in asked.items() if not taken[name]}


def _unit(named: str, choices: Choices, on: date) -> Unit | None:
    """By its key, or by its bare code as it was in force on a day: codes are reused."""
    by_code = (unit for unit in choices.units.values() if unit.code == named and unit.in_force(on, on))
    return choices.units.get(named) or next(by_code, None)


def params_of(scope: Scope, choices: Choices) -> dict[str, str]:
    """The parameters that name a scope; what is default is left out, so that addresses stay short."""
    first, last = choices.default_period()
    level_codes = {level: code for code, level in LEVELS.items()}
    written = {
        "tu": code_of(scope.first) if scope.first != first else None,
        "den": code_of(scope.last) if scope.last != last else None,
        "cap": level_codes.get(scope.level or ""),
        "don_vi": scope.agency,
        "linh_vuc": scope.sector,
    }
    return {name: value for name, value in written.items() if value}


def month_of(code: str | None) -> date | None:
    """`2024-12` → 1 December 2024; None for anything else."""
    try:
        year, month = (code or "").split("-")
        return date(int(year), int(month), 1)
    except ValueError:
        return None


def code_of(month: date) -> str:
    return f"{month:%Y-%m}"
