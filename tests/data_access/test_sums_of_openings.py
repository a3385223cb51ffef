"""Where a procedure is open follows the agencies and the counters, as it follows the openings."""

from sqlalchemy import select

from data_access import ingest, sums
from data_access.store import Store
from data_access.tables import OpenCounters
from data_access.units import APART
from tests import tiny

OPENINGS = """Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày
1.000001,X2,02/12/2024,
1.000001,X3,02/12/2024,
"""  # X3 has no counter yet
X2_ENDS = "X2,Xã Hòa Bình,xã,phường xã,H1,01/12/2024,31/05/2025,1"
X3_BEGINS = "X3,01/12/2024,Điểm Ba,điểm tiếp nhận,2,2"


def test_it_follows_counters_that_end_and_begin_and_their_undoing(province):
    tiny.put(province, OPENINGS, kind="openings")
    assert opened(province) == [("2024-12-02", "9999-12-31", "X2")]
    ended = put(province, "agencies", tiny.AGENCIES, X2_ENDS)
    assert opened(province) == [("2024-12-02", "2025-06-01", "X2")]
    begun = put(province, "one_stop_points", tiny.POINTS, X3_BEGINS)
    assert opened(province) == [("2024-12-02", "2025-06-01", "X2 X3"), ("2025-06-01", "9999-12-31", "X3")]
    with province.rehearsal() as connection:
        assert sums.rebuild(connection) == {}
    for batch in (begun, ended):
        ingest.undo(province, batch, by="Bob")
    assert opened(province) == [("2024-12-02", "9999-12-31", "X2")]


def test_no_code_of_a_list_holds_what_parts_codes_in_one_text(province):
    """Nor a line break, as Alt+Enter puts into a cell."""
    put(province, "agencies", tiny.AGENCIES, f'"X{APART}9\n1",Xã Chín,xã,phường xã,H1,01/12/2024,,1')
    with province.read() as connection:
        assert "X 9 1@2024-12-01" in sums.months.units_by_key(connection)


def opened(store: Store) -> list[tuple[str, str, str]]:
    with store.read() as connection:
        rows = connection.execute(select(OpenCounters).order_by("since")).all()
    return [(str(row.since), str(row.until), row.counters.replace(APART, " ")) for row in rows]


def put(store: Store, kind: str, content: str, line: str) -> int:
    """One line under the header of a list; its batch."""
    return tiny.put(store, f"{content.splitlines()[0]}\n{line}\n", kind=kind)
