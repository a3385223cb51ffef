"""Targets: in their own unit, in the direction that is better, and of the province only."""

from datetime import date
from decimal import Decimal

import pytest

from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.published_facts import facts
from metrics.targets import Target, gap, status, targets
from tests import tiny

HEADER = "Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn\n"
DAY = date(2025, 3, 31)


def target(value: str, due_on: date | None = date(2025, 12, 31)) -> Target:
    return Target("x", Decimal(value), "%", "target", due_on, None, None, "Báo")


@pytest.mark.parametrize(
    ("indicator", "part", "expected", "missing"),
    [
        ("procedures_full", 80, "met", 0),
        ("procedures_full", 65, "warn", 5),
        ("procedures_full", 62, "missed", 8),
        ("overdue_open", 60, "met", 0),
        ("overdue_open", 75, "warn", 5),
        ("overdue_open", 78, "missed", 8),
    ],
)
def test_a_target_is_reached_from_the_side_that_is_better(indicator, part, expected, missing):
    figure = Figure(INDICATORS[indicator], part, 100)
    assert status(figure, target("70"), DAY) == expected
    assert gap(figure, target("70")) == missing


def test_part_of_a_dossier_is_a_whole_one_to_do():
    assert gap(Figure(INDICATORS["procedures_full"], 826, 1877), target("70")) == 488
    assert gap(Figure(INDICATORS["overdue_open"], 50, 99), target("50")) == 1  # 49,5: at most 49


def test_a_target_in_another_unit_than_its_indicator_is_none_of_it(sqlite_province):
    tiny.put(sqlite_province, HEADER + "cross_boundary_live_count,,100,%,mục tiêu,31/12/2025,,,Báo\n"
             "procedures_full,,70,TTHC,mục tiêu,31/12/2025,,,Báo\n")  # fmt: skip
    with sqlite_province.read() as connection:
        assert targets(connection, "cross_boundary_live_count", DAY) == []
        assert targets(connection, "procedures_full", DAY) == []


def test_what_was_published_is_compared_with_the_records_of_its_day(sqlite_province):
    tiny.put(
        sqlite_province,
        HEADER
        + "procedures_full,,70,%,mục tiêu,31/12/2025,,,Báo\n"
        + "procedures_full,,90,%,mục tiêu,31/12/2026,,,Báo\n"
        + "procedures_full,S1,50,%,mục tiêu,31/12/2024,,,Báo\n",
    )
    links = "Mã,Loại,Tên,Mã đơn vị,Trạng thái,Từ ngày,Nguồn\n"
    tiny.put(
        sqlite_province, links + "A,ngành dọc,A,,đã kết nối,,Báo\nB,ngành dọc,B,,đã kết nối,10/04/2025,Báo\n"
    )
    with sqlite_province.read() as connection:
        found = facts(connection, DAY)
        assert found.targets == {("procedures_full", "target"): Decimal("70")}
        assert found.connections == {"vertical": (1, 2)}
        assert found.points == {"branch": 1, "point": 2}
        assert facts(connection, date(2025, 7, 31)).points == {"point": 1}
