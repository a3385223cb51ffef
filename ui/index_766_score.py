"""Index 766 of one agency or of the province: its components with what each lost, and what to do next."""

from decimal import Decimal

from data_access.tables.index import INDEX_GROUPS
from graphics.index_766 import Line, components, steps
from language import t, tn
from language.numbers import decimal, signed
from metrics.index_766 import Points, Score
from metrics.index_766_scores import agency_scores as _agency_scores
from metrics.index_766_scores import province_score as _province_score
from metrics.index_766_steps import TENTH, Step, cheapest, step
from metrics.scope import Scope
from reports.exports import Column
from ui import index_766_words as words
from ui import reads
from ui.names import agencies
from ui.panels import Panel, drawn

of_agencies = reads.cached(_agency_scores)
of_province = reads.cached(_province_score)
COLUMNS = ("component", "bar", "points", "lost", "rate", "fraction")


def score_of(scope: Scope) -> Score | None:
    """Of the agency of a scope, else of the province; None without weights."""
    return of_agencies(scope).get(scope.agency) if scope.agency else of_province(scope)


@drawn
def components_panel(scope: Scope) -> Panel:
    """Each component: points of its maximum, lost, numerator and denominator."""
    key, score = f"chi-so-766-{_slug(scope)}", score_of(scope)
    if score is None:
        refused = t("index.no_weights", kind=t("kind.index_components"), day=scope.end)
        return Panel(key, t("index.name"), refused=refused)
    found = _finding(scope, score)
    version = words.version_on(scope.end)
    notes = (t("index.bars"), words.small(score), words.provenance(scope, version))
    return Panel(
        key,
        found,
        _columns(),
        [_row(one) for one in score.points],
        drawing=components(_lines(score), [t(f"index.column_{name}") for name in COLUMNS], found),
        note=" ".join(filter(None, notes)),
    )


@drawn
def steps_panel(scope: Scope) -> Panel:
    """What brings the next points, by how many dossiers or procedures it takes."""
    score = score_of(scope)
    found = cheapest(score) if score else []
    key = f"chi-so-766-buoc-{_slug(scope)}"
    if not found:
        return Panel(key, t("index.steps"), refused=t("index.no_steps"))
    return Panel(
        key,
        t("index.steps_first", step=_sentence(found[0]).replace("**", "")),
        [
            Column(t("index.column_component")),
            Column(t("index.column_lost"), "decimal"),
            *(Column(t(f"index.units_{name}"), "count") for name in ("tenth", "point", "full")),
        ],
        [_step_row(one.points) for one in found],
        drawing=steps([_sentence(one) for one in found]),
        note=t("index.steps_note"),
    )


def _finding(scope: Scope, score: Score) -> str:
    who = agencies(scope.end)[scope.agency] if scope.agency else t("index.province")
    if score.share is None:
        return t("index.nothing_measured", who=who)
    return t("index.finding", who=who, measured=words.measured(score), rest=words.plain(score.unmeasured))


def _lines(score: Score) -> list[Line]:
    """Measurable components one by one, what nobody can measure group by group."""
    lines = []
    for group in INDEX_GROUPS:
        mine = score.of_group(group).points
        lines += [_line(one) for one in mine if one.component.measurable]
        rest = [one.component for one in mine if not one.component.measurable]
        if rest:
            name = tn("index.not_measured", len(rest), group=t(f"index_group.{group}"))
            maximum = sum((one.maximum for one in rest), Decimal(0))
            titles = "; ".join(words.title(one) for one in rest)
            lines.append(Line(name, titles, None, maximum, (words.of(None, maximum), "", "", "")))
    return lines


def _line(one: Points) -> Line:
    cells = (
        words.of(one.points, one.component.maximum),
        decimal(one.lost),
        words.rate(one),
        words.parts(one),
    )
    group = t(f"index_group.{one.component.group}")
    return Line(words.title(one.component), group, one.points, one.component.maximum, cells)


def _sentence(one: Step) -> str:
    last = "index.step_last" if one.gain == one.points.lost else "index.step_more"
    return tn(
        f"index.step_{words.unit(one.points.component)}",
        one.units,
        title=words.title(one.points.component),
        gain=t(last, gain=signed(one.gain, 2 if one.gain >= Decimal("0.01") else 4)),
    )


def _columns() -> list[Column]:
    return [
        Column(t("index.column_group")),
        Column(t("index.column_component")),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(t("index.column_rate"), "percent"),
        Column(t("index.column_full_at"), "percent"),
        Column(t("index.column_points"), "decimal"),
        Column(t("index.column_maximum"), "decimal"),
        Column(t("index.column_lost"), "decimal"),
        Column(t("index.column_state")),
        Column(t("index.column_caveat")),
    ]


def _row(one: Points) -> tuple:
    made = one.component
    state = t("index.not_measurable") if not made.measurable else words.rate(one)
    return (
        t(f"index_group.{made.group}"), words.title(made), one.part, one.whole, one.ratio, made.full_at,
        one.points, made.maximum, one.lost, state if one.state != "value" else "", words.caveat(made),
    )  # fmt: skip


def _step_row(points: Points) -> tuple:
    """Units for a tenth of a point and for a whole one, where so much is left, and for all of it."""
    tenth, point = (
        step(points, wanted).units if points.lost >= wanted else None for wanted in (TENTH, Decimal(1))
    )
    return words.title(points.component), points.lost, tenth, point, points.needed - points.part


def _slug(scope: Scope) -> str:
    return scope.agency.split("@")[0] if scope.agency else "tinh"
