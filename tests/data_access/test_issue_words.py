"""Every problem has its words."""

import re
from pathlib import Path

from language import t, using
from language.catalogue import forms

ROOT = Path(__file__).parents[2]


def test_every_problem_has_its_words_in_both_languages():
    written = "\n".join(p.read_text() for p in (ROOT / "data_access" / "ingest").rglob("*.py"))
    kinds = set(re.findall(r'Check\(\s*"([a-z._]+)"', written)) | {"line.too_many_cells"}
    kinds |= {f"cell.{p}" for p in ("date", "month", "flag", "number", "decimal", "choice")}
    assert len(kinds) > 20
    for lang in ("vi", "en"):
        for kind in kinds:
            assert forms(f"issue.{kind}", lang)
            assert forms(f"fix.{kind}", lang)
    for key in set(
        re.findall(r'(?:FileProblem|_unclear|Held\w*|NotStaged|StoreMoved)\(\s*"([a-z._]+)"', written)
    ):
        assert forms(key, "vi")
        assert forms(key, "en")


def test_messages_follow_the_language():
    with using("en"):
        assert t("issue.cell.blank") == "A required cell is blank"
