"""Phi địa giới in the tiny province: areas keep their name, flows and openings are counted by them."""

from datetime import date

from data_access.store import Store
from metrics import cross_boundary_counters, cross_boundary_flows
from metrics.records import simulated
from metrics.scope import Scope
from tests import tiny

MARCH = Scope(date(2025, 3, 1), date(2025, 3, 1))
JULY = Scope(date(2025, 7, 1), date(2025, 7, 1))
OPENINGS = "Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n"
NEW_POINT = "Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nX1,01/07/2025,Điểm Mới,điểm tiếp nhận,1,1\n"


def test_open_pairs_are_counted_by_area_and_sector(store: Store):
    tiny.load(store)
    tiny.put(
        store, OPENINGS + "1.000001,H1,02/12/2024,\n1.000001,X1,02/12/2024,01/03/2025\n", kind="openings"
    )
    with store.read() as connection:
        # One live procedure at three counters; X1 has closed it again.
        assert cross_boundary_counters.open_shares(connection, MARCH) == {("H1", "L1"): (1, 3)}


def test_an_area_keeps_the_name_of_its_branch_after_the_districts_have_ended(store: Store):
    tiny.load(store)
    tiny.put(store, NEW_POINT, kind="one_stop_points")
    with store.read() as connection:
        after = cross_boundary_counters.points(connection, JULY)
    assert [point.unit.name for point in after] == ["Phường Mới", "Xã Hòa Bình"]
    assert {point.area.name for point in after} == {"Huyện Một"}


def test_flows_go_from_where_it_is_handled_to_where_it_was_handed_in(store: Store):
    tiny.load(store)
    lines = [
        tiny.line("D1", agency="X1"),
        tiny.line("D2", agency="X2", counter="X1"),
        tiny.line("D3", agency="S1"),
    ]
    tiny.put(store, tiny.extract(*lines))
    with store.read() as connection:
        # S1 is a department: it has no home area. X3 has no counter; its area would be its district.
        assert cross_boundary_flows.flows(connection, MARCH) == {("H1", "H1"): 2}


def test_only_extracts_that_say_so_are_simulated(store: Store):
    tiny.load(store)
    tiny.put(store, "DỮ LIỆU MÔ PHỎNG – Tỉnh mẫu\n" + OPENINGS + "1.000001,H1,02/12/2024,\n", kind="openings")
    with store.read() as connection:
        assert simulated(connection) == {"openings"}
