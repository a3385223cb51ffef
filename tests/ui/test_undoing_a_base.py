"""Undoing a whole month says what becomes of the supplements that count by it."""

from data_access import ingest
from tests import tiny
from tests.data_access.statements import staged
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown


def test_the_dialog_of_an_undo_names_the_supplement_that_ceases_to_count(reader, sqlite_province):
    base = tiny.put(sqlite_province, extract(line("D1"), line("D2")))
    added = staged(sqlite_province, extract(line("D3")), mode="supplement")
    ingest.apply(sqlite_province, added, by="Lan")
    page = reader(sqlite_province)

    at = page.open("upload", lo=str(base))
    undo = next(button for button in at.button if button.label == "Hoàn tác")
    words = reads(shown(undo.click().run()))
    assert f"Lô {added} (bổ sung, 1 dòng) dựa vào lô này" in words

    ingest.undo(sqlite_province, base, by="Lan")
    words = reads(shown(page.open("history", lo=str(added))))
    assert "Lô bổ sung này đang không được tính" in words


def test_a_supplement_that_counts_says_nothing_of_the_kind(reader, sqlite_province):
    tiny.put(sqlite_province, extract(line("D1")))
    added = staged(sqlite_province, extract(line("D3")), mode="supplement")
    ingest.apply(sqlite_province, added, by="Lan")
    assert "không được tính" not in reads(shown(reader(sqlite_province).open("upload", lo=str(added))))
