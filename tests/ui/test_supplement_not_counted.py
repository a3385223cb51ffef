"""The page of an applied supplement that is not counted says so, and why."""

from data_access import ingest
from tests import tiny
from tests.data_access.statements import staged
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown


def test_a_supplement_says_whether_its_month_is_not_stated_or_a_newer_file_took_over(reader, sqlite_province):
    base = tiny.put(sqlite_province, extract(line("D1")))
    added = staged(sqlite_province, extract(line("D3")), mode="supplement")
    ingest.apply(sqlite_province, added, by="Bob")
    newer = tiny.put(sqlite_province, extract(line("D1"), line("D2")))
    page = reader(sqlite_province)

    def said() -> str:
        return reads(shown(page.open("history", lo=str(added))))

    overtaken = said()
    assert "đang không được tính" in overtaken and "Tệp toàn bộ nạp sau đã thay" in overtaken
    assert "Các trang đã dùng số liệu này" not in overtaken
    assert "Đã áp dụng, không được tính" in reads(shown(page.open("history")))
    ingest.undo(sqlite_province, newer, by="Bob")
    assert "Đã áp dụng, không được tính" not in reads(shown(page.open("history")))
    assert "Các trang đã dùng số liệu này" in said()
    assert "đang không được tính" not in said()
    ingest.undo(sqlite_province, base, by="Bob")
    assert "Không có tệp toàn bộ nào của tháng đang được áp dụng" in said()
