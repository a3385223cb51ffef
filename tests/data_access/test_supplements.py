"""Supplements add to their month; corrected lines come back as one."""

from data_access import ingest
from data_access.fingerprint import fingerprint
from tests import tiny
from tests.data_access.statements import staged, total
from tests.tiny import extract, line


def test_a_supplement_adds_and_withdraws_nothing(province):
    tiny.put(province, extract(line("D1"), line("D2")))
    batch = staged(province, extract(line("D2", due="25/03/2025"), line("D3")), mode="supplement")
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.changed, seen.withdrawn) == (1, 1, 0)
    ingest.apply(province, batch, by="Bob")
    assert total(province) == 3


def test_a_supplement_without_a_statement_counts_only_once_there_is_one(province):
    before = fingerprint(province)
    batch = staged(province, extract(line("D2")), mode="supplement")
    ingest.apply(province, batch, by="Bob")
    assert fingerprint(province) == before


def test_a_whole_file_hides_supplements_that_are_older(province):
    tiny.put(province, extract(line("D1")))
    ingest.apply(province, staged(province, extract(line("D2")), mode="supplement"), by="Bob")
    tiny.put(province, extract(line("D1")))
    assert total(province) == 1


def test_corrected_lines_come_back_as_a_supplement_of_their_batch(province):
    batch = staged(province, extract(line("D1"), line("D9", received="99/03/2025")))
    ingest.apply(province, batch, by="Bob")
    corrected = extract(line("D9", received="09/03/2025"), title=f"Mã lô: {batch} – Kỳ số liệu: tháng")
    tiny.put(province, corrected)
    assert total(province) == 2


def test_corrected_lines_of_a_batch_that_is_not_here_never_replace_a_month(province):
    tiny.put(province, extract(line("D1"), line("D2")))
    tiny.put(province, extract(line("D3"), title="Mã lô: 999 – Kỳ số liệu: tháng"))
    assert total(province) == 3
