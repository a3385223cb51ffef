"""The page of a batch whose lists have changed since its file was checked says so before anybody decides."""

import pytest

from tests import tiny
from tests.data_access.statements import staged
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown

UNIT = f"{tiny.AGENCIES.splitlines()[0]}\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n"


@pytest.mark.parametrize("page", ["upload", "history"])
def test_an_outdated_batch_names_its_units_and_offers_its_file_again_instead_of_applying(
    page, reader, sqlite_province
):
    tiny.put(sqlite_province, UNIT, kind="agencies")
    july = line("D1", agency="X4", received="10/07/2025")
    batch = staged(sqlite_province, extract(july, month="07/2025"))
    tiny.put(sqlite_province, UNIT.replace("2024,,1", "2024,30/06/2025,1"), kind="agencies")

    at = reader(sqlite_province).open(page, lo=str(batch))
    words = reads(shown(at))
    assert "Không áp dụng được lô này nữa" in words and "Xã Bốn (X4)" in words
    offered = [button.label for button in at.button]
    assert "Chọn lại tệp" in offered and "Bỏ tệp này" in offered
    assert not any(label.startswith("Áp dụng") for label in offered)
    at.button[offered.index("Chọn lại tệp")].click().run()
    assert "lo" not in at.query_params
