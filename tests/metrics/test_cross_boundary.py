"""Phi địa giới in the tiny province: areas keep their name, flows and openings are counted by them."""

from datetime import date

from sqlalchemy import Connection

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


def test_where_nothing_is_live_every_counter_stands_on_the_map_with_nought(store: Store):
    for kind, content in tiny.REFERENCE.items():
        if kind != "procedure_states":
            tiny.put(store, content, kind=kind)
    with store.read() as connection:
        found = cross_boundary_counters.points(connection, MARCH)
    assert [(point.opened, point.live) for point in found] == [(0, 0)] * 3


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


def test_a_period_is_parted_where_counters_ended(province: Store):
    across = Scope(date(2025, 5, 1), date(2025, 8, 1))
    until_june, july_on = across.only(last=date(2025, 6, 1)), across.only(first=date(2025, 7, 1))
    with province.read() as connection:
        assert cross_boundary_counters.parts(connection, across) == (until_june, july_on)
        for whole in (until_june, july_on):
            assert cross_boundary_counters.parts(connection, whole) == (whole,)


def test_a_period_is_parted_where_a_branch_joins_a_counter_that_was_alone(province: Store):
    """The tile of X3 is called after X3 in March and after the branch since April: no map has both names."""
    _a_branch_joins_x3(province, since="01/04/2025")
    for month in ("03/2025", "04/2025"):
        lines = [tiny.line(f"D{n}", agency="X3", received=f"10/{month}") for n in range(5)]
        tiny.put(province, tiny.extract(*lines, month=month))
    with province.read() as connection:
        march, april = cross_boundary_counters.parts(connection, Scope(date(2025, 3, 1), date(2025, 4, 1)))
        flows = [cross_boundary_flows.flows(connection, part) for part in (march, april)]
        points = [cross_boundary_counters.points(connection, part) for part in (march, april)]
    assert (march.last, april.first) == (date(2025, 3, 1), date(2025, 4, 1))
    assert flows == [{("X3", "X3"): 5}, {("B1", "B1"): 5}]
    assert [{point.area.code for point in part} for part in points] == [{"H1", "X3"}, {"H1", "B1"}]


def test_a_period_has_as_many_parts_as_maps(province: Store):
    """A branch gives a tile another name in May; in July the district ends, and a commune with it."""
    _a_branch_joins_x3(province, since="01/05/2025")
    with province.read() as connection:
        found = cross_boundary_counters.parts(connection, Scope(date(2025, 3, 1), date(2025, 8, 1)))
    assert [(part.first.month, part.last.month) for part in found] == [(3, 4), (5, 6), (7, 8)]


def test_a_counter_that_begins_and_renames_no_tile_parts_nothing(province: Store):
    _put_after(province, "agencies", tiny.AGENCIES, "X4,Xã Bốn,xã,phường xã,H1,01/04/2025,,1")
    _put_after(province, "one_stop_points", tiny.POINTS, "X4,01/04/2025,Điểm Bốn,điểm tiếp nhận,1,1")
    across = Scope(date(2025, 3, 1), date(2025, 5, 1))
    with province.read() as connection:
        assert cross_boundary_counters.parts(connection, across) == (across,)


def _a_branch_joins_x3(province: Store, since: str) -> None:
    _put_after(province, "agencies", tiny.AGENCIES, f"B1,Chi nhánh Ba,huyện,quận huyện,,{since},,0")
    counters = "X3,01/12/2024,Điểm Ba,điểm tiếp nhận,2,2", f"B1,{since},Chi nhánh Ba,chi nhánh,2,2"
    _put_after(province, "one_stop_points", tiny.POINTS, *counters)


def _put_after(province: Store, kind: str, content: str, *lines: str) -> None:
    """A list of these lines under the header of another one."""
    tiny.put(province, "\n".join((content.splitlines()[0], *lines, "")), kind=kind)


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
        [found] = cross_boundary_gaps.next_openings(connection, MARCH)
    assert (found.gap.live.code, found.gap.live.dossiers, found.inbound) == ("1.000001", 3, 1)
    assert [(one.unit.code, one.inbound) for one in found.counters] == [("X2", 1), ("X1", 0)]
    assert found.gap.lacking == len(found.counters)


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


def test_what_was_handed_in_elsewhere_is_told_of_departments_too_which_are_on_no_map(province: Store):
    lines = [tiny.line("D1"), tiny.line("D2", counter="X2"), tiny.line("D3", agency="S1", counter="X1")]
    tiny.put(province, tiny.extract(*lines, tiny.line("D4", agency="S1"), tiny.line("D5", agency="X3")))
    with province.read() as connection:
        found = cross_boundary_counters.handed_in(connection, MARCH)
        on_map = cross_boundary_counters.points(connection, MARCH)
    assert found == {"commune": (1, 3), "province": (1, 2)}
    assert sum(point.received or 0 for point in on_map) == 2, "X3 has no counter"


def test_an_agency_with_a_month_missing_is_in_no_flow_and_comes_to_no_counter(province: Store):
    """X2 has not stated April: over both months tiles, flows and what comes to a counter are without it."""
    handed_in = {"X1": "X2", "X2": "X1"}
    for month, agencies in (("03/2025", ("X1", "X2")), ("04/2025", ("X1",))):
        day = f"10/{month}"
        lines = [tiny.line(f"{one}.1", agency=one, received=day) for one in agencies]
        lines += [tiny.line(f"{one}.2", agency=one, counter=handed_in[one], received=day) for one in agencies]
        tiny.put(province, tiny.extract(*lines, month=month))
    both = Scope(date(2025, 3, 1), date(2025, 4, 1))
    with province.read() as connection:
        found = {
            scope: (
                cross_boundary_flows.flows(connection, scope),
                cross_boundary_flows.inbound(connection, scope),
                _away(connection, scope),
            )
            for scope in (MARCH, both)
        }
    x1, x2 = "X1@2024-12-01", "X2@2024-12-01"
    assert found[MARCH] == ({("H1", "H1"): 4}, {x1: 1, x2: 1}, {x1: 1, x2: 1})
    assert found[both] == ({("H1", "H1"): 4}, {x2: 2}, {x1: 2, x2: None})


def _away(connection: Connection, scope: Scope) -> dict[str, int | None]:
    points = cross_boundary_counters.points(connection, scope)
    return {point.unit.key: point.away for point in points if point.kind == "point"}


def test_only_extracts_that_say_so_are_simulated(province: Store):
    tiny.put(
        province, "DỮ LIỆU MÔ PHỎNG – Tỉnh mẫu\n" + OPENINGS + "1.000001,H1,02/12/2024,\n", kind="openings"
    )
    with province.read() as connection:
        assert simulated(connection) == {"openings"}
