"""Flows follow whatever they are made of: lines, agencies, counters and the tiles of the map."""

from collections import Counter

from sqlalchemy import event, select

from data_access import ingest, sums
from data_access.store import Store
from data_access.tables import Flow, MonthFlow
from tests import tiny

MARCH = tiny.extract(
    tiny.line("D1", agency="X3"), tiny.line("D2", agency="X3", counter="X1"),
    tiny.line("D3", agency="X1"), tiny.line("D4", agency="X1", counter="X2"),
    tiny.line("D5", agency="X1", counter="X2"),
)  # fmt: skip
HANDLED = {("X1", "H1", "H1"): 3, ("X3", "H1", "H1"): 2}  # (agency, its area, where handed in)


def test_dossiers_handed_in_at_several_counters_of_an_area_are_added_up(province):
    tiny.put(province, MARCH)
    assert flows(province) == HANDLED


def test_flows_follow_the_agencies(province):
    """X3 has no counter: its area is its district, as long as it has one."""
    tiny.put(province, MARCH)
    outside = put(province, "agencies", tiny.AGENCIES, "X3,Phường Ba,xã,phường xã,,01/12/2024,,1")
    assert flows(province) == {("X1", "H1", "H1"): 3}
    ingest.undo(province, outside, by="Bob")
    assert flows(province) == HANDLED


def test_flows_follow_the_counters_and_their_tiles(province):
    tiny.put(province, MARCH)
    alone = put(province, "one_stop_points", tiny.POINTS, "X3,01/12/2024,Điểm Ba,điểm tiếp nhận,2,2")
    assert flows(province) == {("X1", "H1", "H1"): 3, ("X3", "X3", "X3"): 1, ("X3", "X3", "H1"): 1}
    put(province, "one_stop_points", tiny.POINTS, "X2,01/12/2024,Điểm Hòa Bình,điểm tiếp nhận,3,3")
    assert flows(province)["X1", "H1", "X2"] == 2
    ingest.undo(province, alone, by="Bob")
    assert flows(province) == {("X1", "H1", "H1"): 1, ("X1", "H1", "X2"): 2, ("X3", "H1", "H1"): 2}


def test_a_months_flows_are_gone_with_its_statement(province):
    batch = tiny.put(province, MARCH)
    tiny.put(province, tiny.extract(tiny.line(received="02/04/2025"), month="04/2025"))
    ingest.undo(province, batch, by="Bob")
    assert flows(province) == {("X1", "H1", "H1"): 1}


def test_agencies_and_counters_are_asked_once_for_however_many_months(sqlite_province):
    tiny.put(sqlite_province, MARCH)
    of_one_month = statements_of_refreshing(sqlite_province)
    for month in ("04/2025", "05/2025"):
        tiny.put(sqlite_province, tiny.extract(tiny.line(received=f"02/{month}"), month=month))
    assert statements_of_refreshing(sqlite_province) == of_one_month


def flows(store: Store) -> dict[tuple[str, str, str], int]:
    """(Code of the agency, its area, where it was handed in) → dossiers of all months."""
    found: Counter[tuple[str, str, str]] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    with store.read() as connection:
        for row in connection.execute(select(Flow)):
            found[row.agency.split("@")[0], row.home, row.place] += row.received
            together[row.home, row.place] += row.received
        for row in connection.execute(select(MonthFlow)):
            together[row.home, row.place] -= row.received
    assert not any(together.values()), "those of all agencies say something else"
    return dict(found)


def put(store: Store, kind: str, content: str, line: str) -> int:
    """One line under the header of a list; its batch."""
    return tiny.put(store, f"{content.splitlines()[0]}\n{line}\n", kind=kind)


def statements_of_refreshing(store: Store) -> int:
    asked = []
    with store.rehearsal() as connection:
        event.listen(connection, "before_cursor_execute", lambda *what: asked.append(what[2]))
        sums.refresh_of_records(connection, "agencies")
    return len(asked)
