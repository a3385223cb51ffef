"""A II.06a report on its way through the upload page: asked whose it is, compared, held against dossiers."""

import time

import pytest

from data_access import ingest
from data_access.ingest import Known
from tests import tiny
from tests.graphics.reading import reads
from tests.reports_made import grid, report, row, text
from tests.tiny import extract, line
from tests.ui.app import shown
from ui import uploading_queue as queue


def staged(store, content: bytes) -> int:
    return ingest.stage(store, ingest.check(Known.of(store), content, "06a.xlsx"), by="Alice")


def opened(reader, store, batch: int) -> str:
    return reads(shown(reader(store).open("upload", lo=str(batch))))


@pytest.fixture
def marched(sqlite_province):
    """The tiny province, with dossiers of March by Xã Hòa Bình."""
    tiny.put(sqlite_province, extract(line("D1", agency="X2")))
    return sqlite_province


def test_a_report_beside_dossiers_says_that_it_is_only_a_check_and_where_it_differs(reader, marched):
    as_the_dossiers = row(online=1, direct=0, carried=0, finished=(0, 0, 0), still_open=(0, 1))
    page = opened(reader, marched, staged(marched, report(as_the_dossiers)))
    assert "1 đơn vị đã có hồ sơ của kỳ này" in page
    assert "Báo cáo khớp với số liệu được tính" in page
    one_more = row(online=2, direct=0, carried=0, finished=(0, 1, 0), still_open=(0, 1))
    page = opened(reader, marched, staged(marched, report(one_more)))
    assert "Khác nhau ở 3 chỗ" in page  # received, online, finished on time


def test_dossiers_over_a_report_that_counts_say_what_becomes_of_it(reader, sqlite_province):
    batch = staged(sqlite_province, report(row(), agency="Phường Ba"))
    ingest.apply(sqlite_province, batch, by="Alice")
    march = ingest.check(Known.of(sqlite_province), extract(line("D1", agency="X3")).encode(), "ho-so.csv")
    page = opened(reader, sqlite_province, ingest.stage(sqlite_province, march, by="Alice"))
    assert "1 đơn vị đang tính theo báo cáo II.06a của kỳ này" in page and "(Phường Ba)" in page


def test_a_report_that_counts_is_held_against_nothing(reader, marched):
    page = opened(reader, marched, staged(marched, report(row(), agency="Phường Ba")))
    assert "Báo cáo II.06a" in page
    assert "để đối chiếu" not in page
    assert "khớp với số liệu" not in page


def test_whose_a_report_is_is_asked_where_its_title_is_silent(reader, marched):
    page = reader(marched)
    nobody = text(grid(row(), agency="nơi này")[1:])
    token = queue.send("06a.csv", nobody, queue.Answers(), by="Alice")
    arrival = _done(token)
    at = page.open("upload", tep=token)
    assert "của đơn vị nào" in arrival.problem.told()
    at.selectbox(key=f"agency-{token}").select("X3@2024-12-01").run()
    at.button(key=f"go-agency-{token}").click().run()
    assert _done(token).problem is None
    checked = ingest.compare(marched, _done(token).batch_id)
    assert (checked.new, checked.only_checked) == (1, ())


def _done(token: str):
    arrival = queue.arrival(token)
    for _ in range(600):
        if arrival.done:
            return arrival
        time.sleep(0.1)
    raise AssertionError("still on its way")
