"""The pages on the sample province: the figures everyone knows, and the one that must never appear."""

import re

import pytest

from data_access.store import Store
from language.catalogue import catalogue
from tests import demo
from tests.graphics.reading import reads
from tests.ui.app import shown

PAGES = ("overview", "online_services", "dossiers", "cross_boundary", "reconciliation", "glossary")
KEYS = re.compile(
    r"\b(?:" + "|".join(sorted({key.split(".")[0] for key in catalogue("vi")})) + r")\.[a-z][a-z_]+\b"
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Store:
    return Store.open(f"sqlite:///{demo.copied(tmp_path_factory.mktemp('pages') / 'store.sqlite')}")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("stem", PAGES)
def test_no_page_shows_a_mean_of_rates_or_a_word_that_is_missing(sample, reader, stem, lang):
    text = reads(shown(reader(sample).open(stem, lang=lang)))
    assert not re.search(r"98[.,]14(?!\d)", text)
    assert not KEYS.search(text), KEYS.search(text)


def test_the_published_figures_are_computed(sample, reader):
    text = reads(shown(reader(sample).open("reconciliation")))
    assert "50 dòng: 42 khớp hoàn toàn, 2 chênh lệch có giải thích, 6 chưa có số liệu." in text
    assert "36,29 % 36,28 % 681/1.877 −0,01 điểm %" in text and "44 % 44,01 % 826/1.877 +0,01 điểm %" in text
    assert "chênh lệch chưa giải thích" not in text


def test_the_path_to_seventy_per_cent(sample, reader):
    text = reads(shown(reader(sample).open("online_services")))
    assert "488 TTHC còn thiếu để đạt 70 %; để đạt 80 % thiếu 676" in text
    assert "54,2 TTHC/tháng nhịp cần có; đến nay 27,0 mỗi tháng" in text
    assert "36,29" not in text


def test_levels_add_up_to_the_province(sample, reader):
    text = reads(shown(reader(sample).open("dossiers")))
    assert "299.637 hồ sơ" in text and "98,53 % 295.230/299.637" in text
    assert all(part in text for part in ("53.935 97,47 %", "64.122 97,89 %", "181.580 99,07 %"))
