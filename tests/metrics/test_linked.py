"""Links as they stood on a day, the last data of each, and growth only where two months are known."""

from datetime import date
from decimal import Decimal

import pytest

from metrics.linked import links, uses
from tests import tiny

RECORDS = """Mã,Loại,Tên,Mã đơn vị,Trạng thái,Từ ngày,Nguồn
S1,sở ngành,Sở Một,S1,đã kết nối,,Báo
S2,sở ngành,Sở Hai,S2,đã kết nối,01/03/2025,Báo
V1,ngành dọc,Cơ quan ngành dọc 1,V1,chưa kết nối,,Báo
"""
FIGURES = """Chỉ số,Mã đơn vị,Tháng,Giá trị,Đơn vị tính,Ít nhất,Nguồn
app_a_installs,,01/2025,100,lượt cài đặt,0,Báo
app_a_installs,,02/2025,125,lượt cài đặt,0,Báo
app_a_installs,,03/2025,200,lượt cài đặt,1,Báo
app_b_visits,,03/2025,7,lượt truy cập,0,Báo
back_scan,,03/2025,7,hồ sơ,0,Báo
"""


@pytest.fixture
def province(province):
    tiny.put(province, RECORDS, kind="connections")
    tiny.put(province, FIGURES, kind="monthly_figures")
    tiny.put(province, tiny.extract(tiny.line("A", agency="S1")))
    return province


def test_a_link_is_connected_from_its_own_day_on(province):
    def connected(on):
        with province.read() as connection:
            return {link.name: link.connected for link in links(connection, on)}

    assert connected(date(2025, 2, 28))["Sở Hai"] is False
    assert connected(date(2025, 3, 31)) == {"Sở Một": True, "Sở Hai": True, "Cơ quan ngành dọc 1": False}


def test_the_last_data_is_the_newest_month_stated_by_then(province):
    def newest(on):
        with province.read() as connection:
            return {link.name: link.newest for link in links(connection, on)}

    assert newest(date(2025, 3, 31)) == {
        "Sở Một": date(2025, 3, 1), "Sở Hai": None, "Cơ quan ngành dọc 1": None,
    }  # fmt: skip
    assert newest(date(2025, 2, 28))["Sở Một"] is None


def test_growth_needs_two_exact_months(province):
    with province.read() as connection:
        found = {(use.measure, use.month.month): use.grown for use in uses(connection, date(2025, 3, 31))}
    assert found == {
        ("app_a_installs", 1): None,
        ("app_a_installs", 2): Decimal(25),
        ("app_a_installs", 3): None,  # "more than 200" of which nothing can be divided
        ("app_b_visits", 3): None,
    }
