"""Tổng quan: the titles of its drawings say what these show, also of one, of all alike and of nothing."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from graphics.connections import Connection
from graphics.levels import Level
from graphics.roadmap import Milestone
from graphics.shapes import Status
from language import using
from ui import overview_findings

MARCH = SimpleNamespace(end=date(2025, 3, 31))


def aimed(value: str | None, goal: str = "70", status: Status = Status.UNMET):
    """A rate beside its goal, as `ui.aims.Aim` has them."""
    rate = None if value is None else Decimal(value)
    return SimpleNamespace(
        goal=SimpleNamespace(value=Decimal(goal)), figure=SimpleNamespace(value=rate), status=status
    )


def page(*aims):
    return SimpleNamespace(scope=MARCH, aims=dict(enumerate(aims)))


UNMET, MET, UNKNOWN = aimed("44.01"), aimed("75", status=Status.MET), aimed(None, status=Status.MISSING)


@pytest.mark.parametrize(
    ("aims", "vi", "en"),
    [
        ((UNMET, MET), "1/2 mục tiêu năm 2025 đạt; xa nhất còn thiếu 25,99 điểm %",
         "1 of 2 targets of 2025 met; the furthest is 25.99 pp short"),
        ((UNMET,), "0/1 mục tiêu năm 2025 đạt; xa nhất còn thiếu 25,99 điểm %",
         "0 of 1 target of 2025 met; 25.99 pp short"),
        ((MET, MET), "Đạt cả 2 mục tiêu năm 2025", "All 2 targets of 2025 are met"),
        ((MET, UNKNOWN), "1/2 mục tiêu năm 2025 đạt; còn lại chưa có số liệu",
         "1 of 2 targets of 2025 met; no data on the rest"),
        ((UNKNOWN,), "1 mục tiêu năm 2025 chưa có số liệu", "1 target of 2025 has no data yet"),
    ],
)  # fmt: skip
def test_how_many_targets_are_met_and_how_far_the_furthest_is(aims, vi, en):
    assert overview_findings.targets(page(*aims)).replace("\u00a0", " ") == vi
    with using("en"):
        assert overview_findings.targets(page(*aims)).replace("\u00a0", " ") == en


def test_the_level_that_files_least_online():
    province, commune = Level("Cấp tỉnh", Decimal("97.47")), Level("Cấp xã", Decimal("99.07"))
    said = overview_findings.levels
    assert said((province, commune)) == "Nộp trực tuyến thấp nhất: cấp tỉnh (97,47\u00a0%)"
    assert said((commune, Level("Cấp huyện", None))) == "Nộp trực tuyến: cấp xã 99,07\u00a0%"
    assert said((commune, Level("Cấp huyện", Decimal("99.07")))) == (
        "Nộp trực tuyến: các cấp đều 99,07\u00a0%"
    )
    assert said((Level("Cấp xã", None),)) == "Hồ sơ trực tuyến theo cấp"


def test_the_steps_that_are_due_soon_else_the_next_one_else_that_all_have_passed():
    april, july, past = (Milestone(date(2025, month, 6), "x") for month in (4, 7, 2))
    said = overview_findings.roadmap
    assert said((july, april, past), MARCH) == "Lộ trình: 1 mốc đến hạn trong 30 ngày, gần nhất 06/04/2025"
    assert said((past, july), MARCH) == "Lộ trình: mốc tới 06/07/2025"
    assert said((past,), MARCH) == "Lộ trình: mọi mốc đã qua, gần nhất 06/02/2025"
    assert said((), MARCH) == "Lộ trình"
    missed = Milestone(date(2025, 3, 6), "x", done=False, deadline=True)
    assert said((missed, april), MARCH) == "Lộ trình: 1 mốc đã quá hạn chưa xong, mới nhất 06/03/2025"
    with using("en"):
        assert said((april,), MARCH) == "Roadmap: 1 step due within 30 days, on 06/04/2025"


def test_agencies_linked_are_counted_only_where_their_number_is_known():
    found = (Connection("Sở", 15, 15), Connection("Ngành dọc", 4, 6), Connection("API", 2))
    assert overview_findings.connections(found) == "19/21 cơ quan đã kết nối IOC"
    assert overview_findings.connections((Connection("Ngành dọc", None),)) == "Kết nối dữ liệu IOC"
    with using("en"):
        assert overview_findings.connections((Connection("Vertical", 1, 1),)) == (
            "1 of 1 agency connected with the IOC"
        )
