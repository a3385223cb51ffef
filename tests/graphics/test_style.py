"""The style sheet leans on nothing of Streamlit that may change its name."""

import re
from pathlib import Path

STYLE = (Path(__file__).parents[2] / "ui" / "style.css").read_text(encoding="utf-8")
# Plotly's own names of words in a chart, the same since its first version: Streamlit's theme sets them in
# a grey of 3,7:1, those in bars follow the colour of their bar, and no layout option follows light and dark
# (docs/decisions.md, 23).
PLOTLY_WORDS = {"xtick", "ytick", "annotation-text", "bartext"}
RULES = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)


def test_of_streamlit_only_four_test_ids_and_keys_are_named():
    assert set(re.findall(r'data-testid="(\w+)"', RULES)) <= {
        "stApp",
        "stMain",
        "stHeader",
        "stMainBlockContainer",
    }
    classes = set(re.findall(r"\.([a-zA-Z][\w-]*)", re.sub(r"\{[^{}]*\}", "", RULES)))
    assert {name for name in classes if not name.startswith(("ioc-", "st-key-"))} <= PLOTLY_WORDS


def test_nothing_forbidden_stands_in_it():
    for word in ("st-emotion-cache", "baseweb", "zoom:", "url(", "@import", "http"):
        assert word not in RULES


def test_every_tone_has_a_light_and_a_dark_side():
    tones = re.findall(r"^  --(?!u:)([\w-]+): (.+);$", RULES, flags=re.MULTILINE)
    assert len(tones) > 25
    assert all(value.startswith("light-dark(") for _, value in tones)
