"""Every message the code asks for stands in both languages, with the same placeholders."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from language import LANGUAGES
from language.catalogue import FOLDER, catalogue

ROOT = Path(__file__).parents[2]
NOT_OURS = {"tests", "var", "build"}


def calls():
    """Every t(…) and tn(…) in the product's code: where it stands, and the call."""
    for path in sorted(ROOT.rglob("*.py")):
        inside = path.relative_to(ROOT)
        if inside.parts[0] in NOT_OURS or any(part.startswith(".") for part in inside.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("t", "tn"):
                yield f"{inside}:{node.lineno}", node


def literal(call):
    key = call.args[0]
    return key.value if isinstance(key, ast.Constant) else None


def prefix(key):
    """`indicator.` of `f"indicator.{key}"`; None unless it is one literal with a dot and one name."""
    match key.values:
        case [ast.Constant(value=str(text)), ast.FormattedValue()] if "." in text:
            return text
    return None


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_key_in_the_code_stands_in_both_languages():
    missing = [
        f"{where}: {literal(call)} ({language})"
        for where, call in calls()
        for language in LANGUAGES
        if literal(call) is not None and literal(call) not in catalogue(language)
    ]
    assert not missing, "\n".join(missing)


def test_a_key_is_written_out_or_is_a_prefix_with_one_name_behind_it():
    """`t(f"indicator.{key}")` can still be found by searching for its prefix; anything freer cannot."""
    glued = []
    for where, call in calls():
        key = call.args[0]
        if isinstance(key, ast.BinOp) or (isinstance(key, ast.JoinedStr) and prefix(key) is None):
            glued.append(where)
    assert not glued, "a key made of pieces cannot be found by searching: " + ", ".join(glued)


def test_every_prefix_in_the_code_has_a_registry_or_at_least_its_words():
    """What stands behind a prefix is checked against its registry, in `tests/language/test_registries.py`."""
    unknown = [
        f"{where}: {prefix(call.args[0])}"
        for where, call in calls()
        if isinstance(call.args[0], ast.JoinedStr)
        and not any(key.startswith(prefix(call.args[0])) for key in catalogue("vi"))
    ]
    assert not unknown, "\n".join(unknown)


def test_a_call_gives_exactly_the_words_its_message_needs():
    wrong = []
    for where, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if literal(call) not in catalogue("vi") or None in given:
            continue
        counted = {"n"} if call.func.id == "tn" else set()
        needed = placeholders(catalogue("vi")[literal(call)][0])
        if needed - counted != given - counted:
            wrong.append(f"{where}: {literal(call)} needs {sorted(needed)}, is given {sorted(given)}")
    assert not wrong, "\n".join(wrong)


def test_both_languages_say_the_same_things():
    assert catalogue("vi").keys() == catalogue("en").keys()
    for language in LANGUAGES:
        files = {path.name for path in (FOLDER / language).glob("*.po")}
        assert files == {path.name for path in (FOLDER / "vi").glob("*.po")}


@pytest.mark.parametrize("key", sorted(catalogue("vi")))
def test_translations_have_the_same_placeholders(key):
    vietnamese, english = catalogue("vi")[key], catalogue("en")[key]
    assert placeholders(vietnamese[-1]) == placeholders(english[-1])
    # "one dossier" may be spelled without its figure, but names nothing new.
    assert placeholders(english[0]) <= placeholders(english[-1])
    assert all(vietnamese) and all(english)
