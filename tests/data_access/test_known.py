"""What a check is told of the store, on SQLite and on PostgreSQL."""

from datetime import date

from data_access import ingest, mappings
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from tests.tiny import extract, line, put

MARCH = extract(line("D1"), line("D2", due="30/04/2025"), line("D3", agency="X2", finished="12/03/2025"))


def test_open_dossiers_and_answers_about_headers_are_known(province):
    batch_id = put(province, MARCH)
    mappings.remember(province, "dossiers", ["Một", "Hai"], {"code": "Một"}, by="Alice")
    known = Known.of(province)
    assert +known.left_open == {(date(2025, 3, 1), "X1@2024-12-01"): 2}
    assert known.answers == {("dossiers", mappings.signature(["hai", " MỘT "])): {"code": "Một"}}
    ingest.undo(province, batch_id, by="Bob")
    assert +Known.of(province).left_open == {}


def test_an_answer_is_no_part_of_what_counts(province):
    before = fingerprint(province)
    mappings.remember(province, "dossiers", ["Một"], {"code": "Một"}, by="Alice")
    assert fingerprint(province) == before
