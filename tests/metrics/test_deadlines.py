"""A deadline was kept, was not, or nobody can tell."""

from datetime import date

import pytest

from metrics.deadlines import kept
from metrics.scope import Scope
from tests import tiny

APRIL, MAY = (Scope(date(2025, month, 1), date(2025, month, 1)) for month in (4, 5))
PLAN = """Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn
procedures_full,,{},%,mục tiêu,10/04/2025,,,Báo
procedures_full,,90,%,phấn đấu,11/04/2025,,,Báo
"""
ITEM = """Mã,Nội dung,Tiêu đề tiếng Anh,Loại,Số lượng,Đơn vị tính,Tỷ lệ mục tiêu,Hạn,Đã xong,Nguồn
A,Rà soát,Review,rà soát,12,TTHC,,{due},{done},Báo
"""
DUE = date(2025, 4, 10)


def on_the_day(store, scope=APRIL):
    with store.read() as connection:
        return kept(connection, scope)


def states_until(store, day: str) -> None:
    """Nothing new is stated, but it is stated of that day."""
    title = f"Số liệu đến ngày {day}\n"
    tiny.put(store, title + tiny.STATES, kind="procedure_states")


@pytest.mark.parametrize("goal, done", [(50, True), (70, False)])
def test_a_target_is_held_against_records_that_reach_its_day(sqlite_province, goal, done):
    """2 of 4 are fully online since February. Ambitions are no deadline."""
    tiny.put(sqlite_province, PLAN.format(goal), kind="targets")
    states_until(sqlite_province, "30/04/2025")
    assert on_the_day(sqlite_province) == {DUE: done}


@pytest.mark.parametrize("goal, done", [(50, True), (70, None)])
def test_what_records_before_the_day_do_not_show_may_have_been_reached(sqlite_province, goal, done):
    tiny.put(sqlite_province, PLAN.format(goal), kind="targets")
    with sqlite_province.write() as connection:
        connection.exec_driver_sql("UPDATE batch SET as_of = '2025-03-31' WHERE kind = 'procedure_states'")
    assert on_the_day(sqlite_province) == {DUE: done}


@pytest.mark.parametrize("reported, done", [("", None), (11, False), (12, True)])
def test_a_promise_is_what_was_reported_of_it(sqlite_province, reported, done):
    tiny.put(sqlite_province, ITEM.format(due="10/04/2025", done=reported), kind="reform_items")
    assert on_the_day(sqlite_province) == {DUE: done}


@pytest.mark.parametrize("reported, done", [(11, None), (12, True)])
def test_a_promise_of_which_records_end_before_its_day_may_have_been_kept(sqlite_province, reported, done):
    tiny.put(sqlite_province, ITEM.format(due="10/04/2025", done=reported), kind="reform_items")
    with sqlite_province.write() as connection:
        connection.exec_driver_sql("UPDATE batch SET as_of = '2025-03-31' WHERE kind = 'reform_items'")
    assert on_the_day(sqlite_province) == {DUE: done}


def test_the_provinces_target_is_held_against_the_province(sqlite_province):
    """Of the procedures of the province's level alone none is fully online."""
    tiny.put(sqlite_province, PLAN.format(50), kind="targets")
    assert on_the_day(sqlite_province, APRIL.only(level="province")) == {DUE: True}


def test_a_day_is_kept_only_if_all_is_done_and_missed_if_anything_is_not(sqlite_province):
    tiny.put(sqlite_province, PLAN.format(50), kind="targets")
    tiny.put(sqlite_province, ITEM.format(due="10/04/2025", done=""), kind="reform_items")
    assert on_the_day(sqlite_province) == {DUE: None}
    tiny.put(sqlite_province, ITEM.format(due="10/04/2025", done=3), kind="reform_items")
    assert on_the_day(sqlite_province) == {DUE: False}
