"""Phi địa giới in the tiny province: areas keep their name, flows and openings are counted by them."""

from datetime import date

from data_access.store import Store
from metrics import (
    cross_boundary_counters,
    cross_boundary_flows,
    cross_boundary_gaps,
    cross_boundary_stages,
)
from metrics.records import simulated
from metrics.scope import Scope
from tests import tiny

MARCH = Scope(date(2025, 3, 1), date(2025, 3, 1))
JULY = Scope(date(2025, 7, 1), date(2025, 7, 1))
OPENINGS = "Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n"
NEW_POINT = "Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nX1,01/07/2025,Điểm Mới,điểm tiếp nhận,1,1\n"


def test_open_pairs_are_counted_by_area_and_sector(province: Store):
    tiny.put(
        province, OPENINGS + "1.000001,H1,02/12/2024,\n1.000001,X1,02/12/2024,01/03/2025\n", kind="openings"
    )
    with province.read() as connection:
        # One live procedure at three counters; X1 has closed it again.
        assert cross_boundary_counters.open_shares(connection, MARCH) == {("H1", "L1"): (1, 3)}


def test_an_area_keeps_the_name_of_its_branch_after_the_districts_have_ended(province: Store):
    tiny.put(province, NEW_POINT, kind="one_stop_points")
    with province.read() as connection:
        after = cross_boundary_counters.points(connection, JULY)
    assert [point.unit.name for point in after] == ["Phường Mới", "Xã Hòa Bình"]
    assert {point.area.name for point in after} == {"Huyện Một"}


def test_a_counter_alone_on_its_tile_is_an_area_of_its_own(province: Store):
    tiny.put(province, NEW_POINT.replace("1,1", "2,3"), kind="one_stop_points")
    with province.read() as connection:
        found = cross_boundary_counters.points(connection, JULY)
    assert {point.unit.name: point.area.name for point in found} == {
        "Phường Mới": "Phường Mới",
        "Xã Hòa Bình": "Xã Hòa Bình",
    }


def test_a_period_is_parted_where_counters_ended_and_nowhere_else(province: Store):
    across = Scope(date(2025, 5, 1), date(2025, 8, 1))
    until_june, july_on = across.only(last=date(2025, 6, 1)), across.only(first=date(2025, 7, 1))
    with province.read() as connection:
        assert cross_boundary_counters.parts(connection, across) == (until_june, july_on)
        for whole in (until_june, july_on):
            assert cross_boundary_counters.parts(connection, whole) == (whole,)


def test_listed_built_and_live_are_three_courses_and_one_implies_the_one_before(province: Store):
    with province.read() as connection:
        found = cross_boundary_stages.stages(connection, date(2025, 3, 31))
        by_sector = cross_boundary_stages.stages_by(connection, date(2025, 3, 31), "sector")
    # 1.000001 went live on 2 December without a line that says built; 1.000002 is listed alone.
    assert found.live == found.built == ((date(2024, 12, 2), 1),)
    assert found.listed == ((date(2024, 12, 1), 1), (date(2025, 2, 28), 2))
    assert by_sector == {
        "L1": {"listed": 1, "built": 1, "live": 1},
        "L2": {"listed": 1, "built": 0, "live": 0},
    }


def test_the_courses_leave_out_what_every_other_figure_leaves_out(province: Store):
    """Internal procedures; targets of one agency, and ambitions, are no step of the province's plan."""
    internal = "1.000009,Thủ tục nội bộ,L1,tỉnh,S1,1"
    tiny.put(province, f"{tiny.PROCEDURES.splitlines()[0]}\n{internal}\n", kind="procedures")
    live = "1.000009,phi địa giới,đang thực hiện,03/12/2024"
    tiny.put(province, f"{tiny.STATES.splitlines()[0]}\n{live}\n", kind="procedure_states")
    header = "Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn"
    plan = "cross_boundary_live_count,,2,TTHC,mục tiêu,10/04/2025,,,Báo"
    own = "cross_boundary_live_count,S1,1,TTHC,mục tiêu,01/04/2025,,,Báo"
    ambition = "cross_boundary_live_count,,4,TTHC,phấn đấu,01/06/2025,,,Báo"
    tiny.put(province, "\n".join((header, plan, own, ambition, "")), kind="targets")
    with province.read() as connection:
        found = cross_boundary_stages.stages(connection, date(2025, 3, 31))
    assert found.live == ((date(2024, 12, 2), 1),)
    assert found.plan == ((date(2025, 4, 10), 2),)


def test_the_pace_so_far_is_of_the_last_90_days(store: Store):
    steps = ((date(2025, 1, 1), 10), (date(2025, 4, 10), 100), (date(2025, 5, 1), 190))
    found = cross_boundary_stages.Stages((), (), steps, ())
    assert found.pace(date(2025, 5, 31)) == 2, "180 in 90 days"
    assert found.pace(date(2025, 1, 1)) == 0


def test_what_to_open_next_weighs_the_procedure_with_who_comes_to_the_counter(province: Store):
    tiny.put(province, OPENINGS + "1.000001,H1,02/12/2024,\n", kind="openings")
    lines = [tiny.line("D1", agency="X1"), tiny.line("D2", agency="X1", counter="X2")]
    tiny.put(province, tiny.extract(*lines, tiny.line("D3", agency="X2")))
    with province.read() as connection:
        pairs = cross_boundary_gaps.next_pairs(connection, MARCH)
    assert [(one.gap.code, one.counter.code, one.gap.dossiers, one.inbound) for one in pairs] == [
        ("1.000001", "X2", 3, 1),
        ("1.000001", "X1", 3, 0),
    ]


def test_flows_go_from_where_it_is_handled_to_where_it_was_handed_in(province: Store):
    lines = [
        tiny.line("D1", agency="X1"),
        tiny.line("D2", agency="X2", counter="X1"),
        tiny.line("D3", agency="S1"),
    ]
    tiny.put(province, tiny.extract(*lines))
    with province.read() as connection:
        # S1 is a department: it has no home area. X3 has no counter; its area would be its district.
        assert cross_boundary_flows.flows(connection, MARCH) == {("H1", "H1"): 2}


def test_only_extracts_that_say_so_are_simulated(province: Store):
    tiny.put(
        province, "DỮ LIỆU MÔ PHỎNG – Tỉnh mẫu\n" + OPENINGS + "1.000001,H1,02/12/2024,\n", kind="openings"
    )
    with province.read() as connection:
        assert simulated(connection) == {"openings"}
