"""The page of a file that was staged twice names the batch of it that waits already."""

from data_access import ingest
from tests.data_access.statements import staged
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown

FILE = extract(line("D1"), line("D2"))


def test_a_file_that_waits_already_is_named_by_batch_time_and_person(sqlite_province, reader):
    first, second = staged(sqlite_province, FILE, by="Lan"), staged(sqlite_province, FILE, by="Minh")
    page = reader(sqlite_province)
    drawn = shown(page.open("upload", lo=str(second)))
    assert f"Chính tệp này đang chờ ở lô {first}, Lan nạp lúc" in reads(drawn)
    assert f'href="?lo={first}"' in drawn

    ingest.discard(sqlite_province, first, by="Lan")
    assert "Chính tệp này đang chờ" not in reads(shown(page.open("upload", lo=str(second))))
