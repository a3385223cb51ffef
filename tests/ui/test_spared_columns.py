"""A file whose system has no ratings can be loaded: a person says that the column is not there."""

import time

import pytest

from data_access.errors import ColumnsUnclear
from data_access.ingest import Known, check
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown
from ui import uploading_queue as queue
from ui.uploading_queue import can_be_answered

NOBODY = Known((), {}, frozenset(), frozenset(), ())


@pytest.mark.parametrize(("header", "answerable"), [("Mức hài lòng", True), ("Ngày tiếp nhận", False)])
def test_a_missing_column_without_candidates_can_be_answered_if_it_may_be_spared(header, answerable):
    names = extract().splitlines()[1].split(",")
    at = names.index(header)
    body = line().split(",")
    rows = [names[:at] + names[at + 1 :], body[:at] + body[at + 1 :]]
    content = "Tháng 03/2025\n" + "\n".join(",".join(row) for row in rows)
    with pytest.raises(ColumnsUnclear) as refused:
        check(NOBODY, content.encode())
    assert can_be_answered(refused.value) is answerable


def test_the_page_says_that_no_column_is_left_to_be_pointed_at_and_nothing_of_the_command_line(
    reader, sqlite_province
):
    page = reader(sqlite_province)
    names = extract().splitlines()[1].split(",")
    at = names.index("Ngày tiếp nhận")
    rows = [",".join(cells[:at] + cells[at + 1 :]) for cells in (names, line().split(","))]
    content = "\n".join(["Tháng 03/2025", *rows])
    token = queue.send("thieu-cot.csv", content.encode(), queue.Answers(), by="Lan")
    while not queue.arrival(token).done:
        time.sleep(0.05)
    words = reads(shown(page.open("upload", tep=token)))
    assert "Không thấy cột bắt buộc: Ngày tiếp nhận. Mọi cột khác của tệp đã được nhận" in words
    assert "--column" not in words
