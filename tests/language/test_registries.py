"""Whatever a registry holds has its words: the counterpart of keys made of a prefix and a name."""

import ast
from pathlib import Path

import pytest

from data_access.ingest.contracts import CONTRACTS
from data_access.tables.agency import LEVELS
from data_access.tables.batch import STATES
from data_access.tables.decision import DECISION_STATES
from data_access.tables.index import INDEX_GROUPS, WHEN_EMPTY
from data_access.terms import SUMMANDS
from language import LANGUAGES
from language.catalogue import catalogue
from metrics import completeness, data_quality
from metrics.dossier_sums import CHANNELS
from metrics.indicators import INDICATORS
from metrics.published import ENTRIES
from metrics.worklists import LISTS
from ui.reform_item import KINDS

ROOT = Path(__file__).parents[2]


def issue_kinds() -> set[str]:
    """The first argument of every `Check(…)` and `Note(…)` of ingest, and what is noted without one."""
    kinds = {"line.too_many_cells"}
    for path in (ROOT / "data_access" / "ingest").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Check", "Note") and node.args:
                kind = node.args[0]
                if isinstance(kind, ast.Constant):
                    kinds.add(kind.value)
                else:  # f"cell.{column.parser}": one kind a parser that can fail
                    kinds |= {f"cell.{column.parser}" for one in CONTRACTS.values() for column in one.columns}
    return kinds - {"cell.text", "cell.code", "cell.status"}  # nothing in these can fail to be read


MEASURES = {name for one in INDICATORS.values() for name in (*one.part, *one.whole)}
PARSERS = {column.parser for one in CONTRACTS.values() for column in one.columns}
DIRECTIONS = {True: "higher", False: "lower", None: "neutral"}

REGISTRIES = {
    "indicator.": INDICATORS,
    "meaning.": INDICATORS,
    "caveat.": INDICATORS,
    "measure.": MEASURES | set(SUMMANDS),
    "index_group.": INDEX_GROUPS,
    "index_empty.": WHEN_EMPTY,
    "index.step_": ("dossiers", "procedures", "more", "last"),
    "unit.": {one.unit for one in INDICATORS.values()},
    "direction.": {DIRECTIONS[one.higher_is_better] for one in INDICATORS.values()},
    "published.": [entry.key for entry in ENTRIES],
    "explained.": [entry.key for entry in ENTRIES if entry.explained],
    "kind.": CONTRACTS,
    "column.": {
        f"{one.kind}.{column.field}" for one in CONTRACTS.values() for column in (*one.columns, *one.optional)
    },
    "form.": PARSERS,
    "mistake.": PARSERS,
    "state.": STATES,
    "mode.": ("whole", "supplement"),
    "issue.": issue_kinds(),
    "fix.": issue_kinds(),
    "figure.": ("missing", "no_value"),
    "reform_kind.": KINDS.values(),
    "board.": completeness.STATES,
    "quality.": (*data_quality.MEASURES, "shared"),
    "quality.note.": (*data_quality.MEASURES, "shared"),
    "cli.outcome.": ("applied", "dry_run", "same_file"),
    "unusual.": ("fewer_dossiers", "far_fewer", "far_more", "count", "rate"),
    "unusual.first_": ("rate", "count"),
    "event.": CONTRACTS["events"].column("kind").choices.values(),
    "projection.in_time_": ("yes", "maybe", "no"),
    "projection.title_": ("yes", "maybe", "no", "undated", "far", "still", "short", "reached"),
    **dict.fromkeys(
        ("services.path_by_", "services.order_by_", "services.reached_by_"), ("procedure", "sector", "owner")
    ),
    "services.first_": ("sector", "owner"),
    "decision.": DECISION_STATES,
    "decision.turn_": DECISION_STATES,
    "worklist.": LISTS,
    "level.": LEVELS,
    "channel.": CHANNELS.values(),
    "service.": ("full", "partial", "information", "none"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", REGISTRIES)
def test_every_entry_of_a_registry_has_its_words(prefix: str, language: str):
    words = catalogue(language)
    missing = [f"{prefix}{key}" for key in REGISTRIES[prefix] if not words.get(f"{prefix}{key}", ("",))[0]]
    assert not missing, ", ".join(missing)


@pytest.mark.parametrize("prefix", ["indicator.", "meaning.", "caveat.", "published.", "explained.", "kind."])
def test_no_words_are_left_behind_of_what_a_registry_no_longer_holds(prefix: str):
    spare = [
        key
        for key in catalogue("vi")
        if key.startswith(prefix) and key.removeprefix(prefix) not in REGISTRIES[prefix]
    ]
    assert not spare, ", ".join(spare)


def test_every_problem_has_its_remedy():
    words = catalogue("vi")
    reasons = {key.removeprefix("issue.") for key in words if key.startswith("issue.")}
    remedies = {key.removeprefix("fix.") for key in words if key.startswith("fix.")}
    assert reasons == remedies
