"""Every chart of every page: its title is a finding, it can be heard, and its figures stand in a table.

A figure in large print (the head of a page) is its own finding; its card is looked at for words alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest

from data_access.store import Store
from tests import demo
from tests.ui.app import shown

VIEWS = (
    ("overview", {}),
    ("actions", {}),
    ("online_services", {}),
    ("dossiers", {}),
    ("dossiers", {"chi_so": "qua-han", "tach": "linh-vuc"}),
    ("dossiers", {"chi_so": "tiep-nhan", "tach": "cap"}),
    ("dossiers", {"chi_so": "nop-khac-dia-ban", "cap": "xa"}),
    ("dossiers", {"linh_vuc": "LV01"}),
    ("cross_boundary", {}),
    ("cross_boundary", {"huyen": "725", "theo": "co-quan"}),
    ("cross_boundary", {"do": "da-mo", "theo": "quay"}),
    ("agencies", {}),
    ("agencies", {"chi_so": "766"}),
    ("agencies", {"don_vi": "25747@2024-12-01"}),
    ("reform", {}),
    ("linked", {}),
    ("received", {}),
    ("received", {"chat_luong": "warnings"}),
)
# Classes of what is drawn without Plotly, and how each names its lines.
DRAWN = {
    "ioc-steps": "",
    "ioc-tiles": "",
    "ioc-matrix": "",
    "ioc-index": "",
    "ioc-profile": "",
    "ioc-stack": "",
    "ioc-board": "",
    "ioc-heat": "",
    "ioc-bullet": r'class="ioc-names"><span>(.*?)</span>',
    "ioc-links": r'class="ioc-names"><span>(.*?)</span>',
    "ioc-levels": r'<li><div class="ioc-row"><span>(.*?)</span>',
    "ioc-ranking": r'class="ioc-name">(.*?)</span>',
    "ioc-roadmap": r"</strong><span>(.*?)</span><small>",
}
LARGE = re.compile(r'class="ioc-(?:big|huge)"')  # the figure of a page's head
TABLES_ONLY = ("actions", "agencies")
# Numbers that belong to a name and not to what was found: a year, a plan, a form, an index.
NAMES = re.compile(r"(?<![\d/.,])20\d\d(?![\d,.]\d)|\b1109\b|\b766\b|II\.06a|M?\d+/\d+/KH")


@dataclass(frozen=True)
class Chart:
    """`names` are its lines as its drawing writes them; `spoken` is what Plotly's is read aloud as."""

    title: str
    names: tuple[str, ...] = ()
    spoken: str | None = None


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Store:
    return Store.open(f"sqlite:///{demo.copied(tmp_path_factory.mktemp('charts') / 'store.sqlite')}")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("stem", "params"), VIEWS)
def test_a_chart_says_what_it_shows_can_be_heard_and_has_its_table(sample, reader, stem, params, lang):
    at = reader(sample).open(stem, lang=lang, **params)
    html, charts = shown(at), list(charts_of(at))
    captions, tables = captions_of(html), words(" ".join(re.findall(r"<table.*?</table>", html, re.S)))
    for chart in charts:
        assert re.search(r"\d", NAMES.sub("", chart.title)), f"a label and no finding: {chart.title}"
        assert chart.spoken is None or is_sentence(chart), f"not in words: {chart.spoken}"
        twin = any(caption.startswith(chart.title) for caption in captions)
        assert twin or (chart.names and all(name in tables for name in chart.names)), (
            f"no table: {chart.title} {[name for name in chart.names if name not in tables]}"
        )
    silent = re.findall(r'<[^>]*role="img"(?![^>]*aria-label="[^"]+")[^>]*>', html)
    assert not silent, f"a drawing without words: {silent}"
    assert charts or stem in TABLES_ONLY


def charts_of(at) -> Iterator[Chart]:
    """Plotly's under the heading before them; drawings by the card they stand in."""
    title = ""
    for element in elements(at.main):
        if element.type == "plotly_chart":
            yield Chart(title, spoken=element.proto.alt)
        if element.type != "html" or "<style>" in element.value:
            continue
        first, *cards = element.value.split('<h2 class="ioc-cardtitle">')
        if chart := drawing(title, first):
            yield chart
        for card in cards:
            name, body = card.split("</h2>", 1)
            title = words(name)
            if chart := drawing(title, body):
                yield chart


def drawing(title: str, body: str) -> Chart | None:
    """What a card draws, if it draws anything. A figure in large print is no chart of its own."""
    found = [look for look in DRAWN if re.search(rf'class="[^"]*\b{look}\b', body)]
    if not found or LARGE.search(body):
        return None
    named = [words(name) for look in found if DRAWN[look] for name in re.findall(DRAWN[look], body, re.S)]
    alone = re.findall(r'class="ioc-bullet" role="img" aria-label="([^;"]*)', body)
    return Chart(title, tuple(dict.fromkeys(named or alone)))


def is_sentence(chart: Chart) -> bool:
    """The finding, and figures with what they count."""
    return (
        chart.spoken.startswith(chart.title.rstrip("."))
        and chart.spoken.endswith(".")
        and len(chart.spoken) > len(chart.title) + 20
        and ", ," not in chart.spoken
    )


def captions_of(html: str) -> list[str]:
    return [words(caption) for caption in re.findall(r"<caption.*?>(.*?)</caption>", html, re.S)]


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html)).strip()


def elements(block) -> Iterator:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from elements(child)
        else:
            yield child
