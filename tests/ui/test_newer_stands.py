"""A statement that waits while a newer one of the same month was applied says which one stands."""

from data_access import ingest
from data_access.ingest import Known
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def test_an_outdated_statement_names_the_newer_one_that_stands(province, reader):
    old = tiny.extract(tiny.line("D1", agency="X1"))
    waiting = ingest.stage(province, ingest.check(Known.of(province), old.encode(), "cu.csv"), by="Alice")
    newer = tiny.put(province, tiny.extract(tiny.line("D1", agency="X1"), tiny.line("D7", agency="X1")))
    text = reads(shown(reader(province).open("upload", lo=str(waiting))))
    assert f"Không có gì thay đổi: lô {newer}, nạp sau, đã nêu toàn bộ các đơn vị và tháng này" in text
