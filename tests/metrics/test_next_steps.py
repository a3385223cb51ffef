"""Which procedures to bring online, and which to open where: as they stand on the last day of a scope, with
what was received for them in its months."""

from datetime import date

import pytest

from data_access.store import Store
from metrics.live_procedures import live_procedures
from metrics.next_online import candidates
from metrics.scope import Scope
from tests import tiny
from tests.tiny import extract, line

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
LAST_OF_MARCH = "31/03/2025"


@pytest.fixture
def stated(province: Store) -> Store:
    """On the last day of March the third procedure comes online and the first moves from X1 to X2; in April
    the fourth does, and the second goes live."""
    put(province, "procedure_states", tiny.STATES, [
        f"1.000003,mức độ DVC,toàn trình,{LAST_OF_MARCH}", "1.000004,mức độ DVC,toàn trình,01/04/2025",
        "1.000002,phi địa giới,đang thực hiện,01/04/2025",
    ])  # fmt: skip
    put(province, "openings", "Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày", [
        f"1.000001,X1,02/12/2024,{LAST_OF_MARCH}", f"1.000001,X2,{LAST_OF_MARCH},",
    ])  # fmt: skip
    tiny.put(province, extract(line("A"), line("B"), line("C", agency="S2", procedure="1.000004")))
    april = {"received": "02/04/2025", "submitted": "02/04/2025", "due": "28/04/2025", "finished": ""}
    tiny.put(province, extract(line("D", **april), month="04/2025"))
    return province


def test_candidates_are_those_not_online_at_the_end_with_the_dossiers_of_the_months(stated):
    with stated.read() as connection:
        assert [(one.code, one.dossiers) for one in candidates(connection, Scope(MARCH, MARCH))] == [
            ("1.000004", 1)
        ]
        assert candidates(connection, Scope(MARCH, MARCH, sector="L1")) == []
        assert candidates(connection, Scope(APRIL, APRIL)) == []


def test_live_procedures_stand_as_on_the_last_day_with_the_dossiers_of_the_months(stated):
    with stated.read() as connection:
        march, april, both = (
            [(one.code, one.dossiers, tuple(one.counters)) for one in live_procedures(connection, scope)]
            for scope in (Scope(MARCH, MARCH), Scope(APRIL, APRIL), Scope(MARCH, APRIL))
        )
    assert march == [("1.000001", 2, ("X2",))]
    assert april == [("1.000001", 1, ("X2",)), ("1.000002", 0, ())]
    assert both == [("1.000001", 3, ("X2",)), ("1.000002", 0, ())]


def put(store: Store, kind: str, content: str, lines: list[str]) -> None:
    tiny.put(store, "\n".join([content.splitlines()[0], *lines, ""]), kind=kind)
