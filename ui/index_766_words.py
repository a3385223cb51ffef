"""Index 766 in words: names, points, formulas, where weights come from."""

from decimal import Decimal

from data_access.terms import OF_PROCEDURES
from language import current, t
from language.numbers import MISSING, count, day, decimal, fraction, percent
from metrics.index_766 import Component, Points, Score
from metrics.index_766_versions import Version
from metrics.index_766_versions import breaks as _breaks
from metrics.index_766_versions import version_on as _version_on
from metrics.ranking import SMALL
from metrics.scope import Scope
from ui import reads

version_on = reads.cached(_version_on)
breaks = reads.cached(_breaks)


def title(component: Component) -> str:
    """The component's name in the reader's language."""
    return (current() == "en" and component.title_en) or component.title


def caveat(component: Component) -> str:
    """How our rate differs from the official one, or why there is none; blank where nothing is said."""
    return (current() == "en" and component.caveat_en) or component.caveat or ""


def plain(points: Decimal) -> str:
    """Points that a record gives, with as many decimals as it carries: `20`, `2,5`."""
    return decimal(points, digits=None)


def of(points: Decimal | None, maximum: Decimal) -> str:
    """`18,20/20`; a dash where there are no points."""
    return f"{MISSING if points is None else decimal(points)}/{plain(maximum)}"


def measured(score: Score) -> str:
    """`48,07 trên 54 điểm đo được`."""
    return t("index.measured", points=decimal(score.measured), maximum=plain(score.maximum))


def rate(points: Points) -> str:
    """The rate, marked where it stands on few; why there is none."""
    if points.state != "value":
        return t(f"figure.{points.state}")
    return percent(points.ratio) + ("*" if points.small else "")


def parts(points: Points) -> str:
    """Numerator over denominator; a dash where they are not known."""
    return MISSING if points.part is None else fraction(points.part, points.whole)


def formula(component: Component) -> str:
    """How points come from numerator, denominator and threshold, and what a denominator of 0 gives."""
    made = (_sum(component.part), _sum(component.whole))
    return t(
        "index.formula" if component.measurable else "index.formula_unknown",
        maximum=plain(component.maximum),
        made=" ÷ ".join(made),
        full_at=percent(component.full_at, digits=None),
        empty=t(f"index_empty.{component.when_empty}"),
    )


def unit(component: Component) -> str:
    """What its numerator counts: 'procedures' or 'dossiers'."""
    return "procedures" if component.sums & set(OF_PROCEDURES) else "dossiers"


def provenance(scope: Scope, version: Version) -> str:
    """Where the weights come from, whether that is the official text, and whether they changed."""
    words = t("index.official" if version.official else "index.unofficial", version=version.name,
              day=version.valid_from, source="; ".join(version.sources))  # fmt: skip
    changed = breaks(scope.first, scope.end)
    if changed:
        words += " " + t("index.changed", days=", ".join(day(on) for on in changed))
    return words


def small(score: Score) -> str:
    """What the star means, where there is one."""
    return t("index.small", n=count(SMALL)) if score.small else ""


def _sum(names: tuple[str, ...]) -> str:
    words = " + ".join(t(f"measure.{name}") for name in names)
    return f"({words})" if len(names) > 1 else words
