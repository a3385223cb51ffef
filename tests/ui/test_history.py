"""Lịch sử: the list that can be narrowed, why a figure changed, and what an undo would do."""

import re

import pytest

from data_access import ingest
from data_access.ingest import Known
from metrics.watched import watched
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown


def put(store, content, name, by="Lan", kind=None) -> int:
    checked = ingest.check(Known.of(store), content.encode(), name, kind=kind)
    batch = ingest.stage(store, checked, by=by)
    ingest.apply(store, batch, by=by, read=watched)
    return batch


@pytest.fixture
def batches(province):
    """After the province: X1's March again with a dossier more, its April, and a file that waits."""
    more = extract(*(line(f"D{n}", channel=2) for n in (1, 2, 5)))
    april = extract(line("D7", received="02/04/2025", due=""), month="04/2025")
    made = {
        "again": put(province, more, "x1-thang-3-lai.csv"),
        "april": put(province, april, "x1-thang-4.csv", "Minh"),
    }
    waiting = extract(line("D8", agency="S1"))
    made["staged"] = ingest.stage(
        province, ingest.check(Known.of(province), waiting.encode(), "cho.csv"), by="Hoa"
    )
    return made


def listed(html: str) -> list[int]:
    return [int(number) for number in re.findall(r"[?&;]lo=(\d+)", html)]


def test_every_batch_stands_there_newest_first(province, reader, batches):
    numbers = listed(shown(reader(province).open("history")))
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[:3] == [batches["staged"], batches["april"], batches["again"]]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"trang_thai": "staged"}, ["staged"]),
        ({"thang": "2025-04"}, ["april"]),
        ({"tep": "X1-THANG"}, ["april", "again"]),
        ({"tep": "minh"}, ["april"]),
        ({"loai": "dossiers", "thang": "2025-03", "trang_thai": "applied", "tep": "lai"}, ["again"]),
    ],
)
def test_the_list_is_narrowed_from_the_address(province, reader, batches, params, expected):
    found = listed(shown(reader(province).open("history", **params)))
    assert found == [batches[name] for name in expected]


def test_a_choice_that_nothing_fits_says_so(province, reader):
    text = reads(shown(reader(province).open("history", tep="không có tệp này")))
    assert "Không có lô nào như vậy" in text


def test_why_a_figure_changed_is_told_batch_by_batch_and_adds_up(province, reader, batches):
    """March has 4, then 5 dossiers; with April only X1 has both months: its 3 + 1."""
    at = reader(province).open("history", xem="vi-sao", tu_ban="0")
    text = reads(shown(at))
    assert "2 lần áp dụng hoặc hoàn tác làm" in text
    assert "Hồ sơ tiếp nhận: 4 → 4 (0)" in text
    assert f"Lô {batches['again']}: x1-thang-3-lai.csv Lan áp dụng lúc" in text
    assert "4 5 +1" in text
    assert "Kỳ tính: 03/2025 → 03/2025–04/2025 5 4 −1 Cộng 4 4 0" in text


def test_the_newest_step_is_what_is_told_first(province, reader, batches):
    ingest.undo(province, batches["again"], by="Bob", read=watched)
    text = reads(shown(reader(province).open("history", xem="vi-sao")))
    assert "Hồ sơ tiếp nhận: 4 → 3 (−1)" in text
    assert "Bob hoàn tác lúc" in text
    assert "x1-thang-4.csv" not in text


def test_a_batch_that_moved_no_indicator_is_named_all_the_same(province, reader, batches):
    """A sector is no figure: nothing moves, and nobody has to guess what was applied."""
    put(province, "Mã lĩnh vực,Tên lĩnh vực\nL9,Môi trường\n", "linh-vuc.csv", kind="sectors")
    text = reads(shown(reader(province).open("history", xem="vi-sao")))
    assert "không chỉ số nào của kỳ mặc định thay đổi" in text
    assert "linh-vuc.csv" in text


def test_a_revision_between_two_steps_is_taken_for_the_step_before_it(province, reader, batches):
    """A page that was opened at any revision can ask what has changed since."""
    revision = province.revision()
    ingest.undo(province, batches["again"], by="Bob", read=watched)
    text = reads(shown(reader(province).open("history", xem="vi-sao", tu_ban=str(revision))))
    assert "Hồ sơ tiếp nhận: 4 → 3 (−1)" in text


def compared(reader, batch: int) -> str:
    """The page of a batch once it is asked what undoing it would do."""
    at = reader.open("history", lo=str(batch))
    assert "Nếu hoàn tác" not in reads(shown(at))  # a rehearsal holds up writers: never unasked
    return reads(shown(at.toggle[0].set_value(True).run()))


def test_undoing_an_old_batch_says_that_the_newer_goes_on_counting(province, reader, batches):
    (first,) = listed(shown(reader(province).open("history", tep="tep.csv", loai="dossiers")))
    text = compared(reader(province), first)
    assert f"1 số liệu tháng đã được lô {batches['again']} mới hơn thay" in text
    assert "1 số liệu tháng không còn lô nào: đơn vị trở thành chưa gửi." in text


def test_undoing_the_newest_says_which_batch_counts_again(province, reader, batches):
    text = compared(reader(province), batches["again"])
    assert "1 số liệu tháng trở về lô" in text


def test_a_rate_that_is_written_as_before_did_not_change(province, reader):
    """20.000 of 30.000 online, then one more of each: 66,67 % on either side, and 20.001 dossiers."""
    effect = {
        side: {"scope": ["2025-03", "2025-03"], "last": {}, "figures": {
            "dossiers_online": {"part": 20_000 + more, "whole": 30_000 + more, "received": 1, "due": 1},
            "dossiers_received": {"part": 30_000 + more, "whole": None, "received": 1, "due": 1},
        }}
        for side, more in (("before", 0), ("after", 1))
    }  # fmt: skip
    read = iter((effect["before"], effect["after"]))
    checked = ingest.check(Known.of(province), extract(line("D9")).encode(), "them.csv")
    ingest.apply(province, ingest.stage(province, checked, by="Lan"), by="Lan", read=lambda _: next(read))
    text = reads(shown(reader(province).open("history", xem="vi-sao")))
    assert "Hồ sơ tiếp nhận: 30.000 → 30.001 (+1)" in text
    assert "66,67 % → 66,67 %" not in text
