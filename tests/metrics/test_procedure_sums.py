"""Sums of procedures say nothing of what no record says."""

from datetime import date

from data_access.store import Store
from metrics.read import figures
from metrics.scope import Scope
from tests import tiny

MARCH = Scope(date(2025, 3, 1), date(2025, 3, 1))
OF_PROCEDURES = ("procedures_online", "procedures_full", "cross_boundary_live")


def test_of_internal_procedures_alone_nothing_is_known(sqlite_store: Store):
    """0 of 0 would say that there is nothing to be online; nobody has said that."""
    header, *_ = tiny.PROCEDURES.splitlines()
    internal = f"{header}\n1.000009,Thủ tục nội bộ,L1,tỉnh,S1,1\n"
    for kind, content in {**tiny.REFERENCE, "procedures": internal}.items():
        if kind != "procedure_states":
            tiny.put(sqlite_store, content, kind=kind)
    states = f"{tiny.STATES.splitlines()[0]}\n1.000009,mức độ DVC,toàn trình,01/12/2024\n"
    tiny.put(sqlite_store, states, kind="procedure_states")
    with sqlite_store.read() as connection:
        found = figures(connection, OF_PROCEDURES, MARCH)
    assert {one.state for one in found.values()} == {"missing"}
