"""A sentence comes in the reader's language with its figures written the reader's way."""

import threading
from datetime import date
from decimal import Decimal

import pytest

from language import catalogue, current, messages, t, tn, use, using


@pytest.fixture
def words(monkeypatch):
    """Two small catalogues in the place of the real ones."""
    spoken = {
        "vi": {"sent": ("{n} hồ sơ đến {day}",), "only": ("chỉ có ở đây",)},
        "en": {"sent": ("{n} dossier by {day}", "{n} dossiers by {day}")},
    }
    monkeypatch.setattr(catalogue, "catalogue", lambda language: spoken[language])


def test_counts_and_days_in_a_message_are_written_for_the_reader(words):
    assert t("sent", n=299637, day=date(2025, 3, 31)) == "299.637 hồ sơ đến 31/03/2025"


def test_plural_follows_the_language(words):
    assert tn("sent", 1, day="x") == "1 hồ sơ đến x"
    with using("en"):
        assert tn("sent", 1, day="x") == "1 dossier by x"
        assert tn("sent", 2000, day="x") == "2,000 dossiers by x"
        assert tn("sent", 0, day="x") == "0 dossiers by x"


def test_a_missing_translation_speaks_vietnamese_and_a_missing_key_shows_itself(words):
    with using("en"):
        assert t("only") == "chỉ có ở đây"
        assert t("nowhere.at_all") == "nowhere.at_all"


def test_a_rate_must_be_written_before_it_enters_a_sentence(words):
    for rate in (Decimal("80.29"), 80.29):
        with pytest.raises(TypeError, match=r"language\.numbers"):
            messages.t("sent", n=rate, day="")


def test_an_unknown_language_means_vietnamese():
    with using("fr"):
        assert current() == "vi"


def test_one_reader_does_not_change_the_language_of_another():
    seen = []

    def other_reader():
        use("en")
        seen.append(current())

    thread = threading.Thread(target=other_reader)
    thread.start()
    thread.join()
    assert (seen, current()) == (["en"], "vi")
