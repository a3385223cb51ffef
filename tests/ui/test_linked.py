"""Kết nối: states come from records, and what is not known is not made up."""

from tests.graphics.reading import reads
from tests.ui.app import shown


def test_each_link_stands_with_its_state_its_date_and_its_last_data(province, reader):
    text = reads(shown(reader(province).open("linked")))
    assert "Cơ quan ngành dọc: 1/2 đã kết nối; còn Cơ quan ngành dọc 2" in text
    assert "Cơ quan ngành dọc 2 ✕ chưa kết nối — chưa có Báo" in text
    assert "Mới có số liệu một tháng" in text
    assert "hơn 102.000" in text


def test_without_records_nothing_is_claimed(sqlite_province, reader):

    text = reads(shown(reader(sqlite_province).open("linked")))
    assert "đã kết nối" not in text
