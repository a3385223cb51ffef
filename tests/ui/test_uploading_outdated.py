"""The page of a batch whose lists have changed since its file was checked says so before anybody decides."""

import pytest

from data_access import ingest
from data_access.history import batches
from tests import tiny
from tests.data_access.statements import staged, total
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown

UNIT = f"{tiny.AGENCIES.splitlines()[0]}\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n"
ENDED = UNIT.replace("2024,,1", "2024,30/06/2025,1")


@pytest.mark.parametrize("page", ["upload", "history"])
def test_an_outdated_batch_names_its_units_and_offers_its_file_again_instead_of_applying(
    page, reader, sqlite_province
):
    tiny.put(sqlite_province, UNIT, kind="agencies")
    july = line("D1", agency="X4", received="10/07/2025")
    batch = staged(sqlite_province, extract(july, month="07/2025"))
    tiny.put(sqlite_province, ENDED, kind="agencies")

    at = reader(sqlite_province).open(page, lo=str(batch))
    words = reads(shown(at))
    assert "Không áp dụng được lô này nữa" in words and "Xã Bốn (X4)" in words
    offered = [button.label for button in at.button]
    assert "Chọn lại tệp" in offered and "Bỏ tệp này" in offered
    assert not any(label.startswith("Áp dụng") for label in offered)
    at.button[offered.index("Chọn lại tệp")].click().run()
    assert "lo" not in at.query_params


def test_the_other_agencies_of_a_file_go_on_without_one_that_has_ended(reader, sqlite_province):
    tiny.put(sqlite_province, UNIT, kind="agencies")
    july = (line(f"D{key}", agency=key, received="10/07/2025") for key in ("X4", "X2"))
    batch = staged(sqlite_province, extract(*july, month="07/2025"))
    tiny.put(sqlite_province, ENDED, kind="agencies")

    at = reader(sqlite_province).open("upload", lo=str(batch))
    next(button for button in at.button if button.label.startswith("Để lại")).click().run()
    assert not at.exception
    assert any(button.label.startswith("Áp dụng") for button in at.button)
    with sqlite_province.read() as connection:
        copy, *_ = found = batches(connection)
    assert {one.id: one.state for one in found}[batch] == "rejected"
    ingest.apply(sqlite_province, copy.id, by="Bob")
    assert total(sqlite_province) == 1


def test_nothing_can_be_left_out_where_more_than_agencies_is_outdated_or_no_agency_is_left(
    reader, sqlite_province
):
    tiny.put(sqlite_province, UNIT, kind="agencies")
    alone = line("D1", agency="X4", received="10/07/2025")
    others = line("D2", agency="X2", received="10/07/2025"), line("D3", agency="S1", status=6)
    files = [alone], [alone, *others]
    waiting = [staged(sqlite_province, extract(*lines, month="07/2025")) for lines in files]
    tiny.put(sqlite_province, ENDED, kind="agencies")
    tiny.put(sqlite_province, "Trạng thái,Từ ngày,Mã trạng thái\n6,01/03/2025,5\n", kind="statuses")
    page = reader(sqlite_province)
    for batch in waiting:
        labels = [button.label for button in page.open("upload", lo=str(batch)).button]
        assert "Chọn lại tệp" in labels and not any(label.startswith("Để lại") for label in labels)
