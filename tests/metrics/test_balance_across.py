"""The (6) of July 2025 against the (11) of June: what units hand over stays in the province."""

from datetime import date

from metrics.balance import balances
from metrics.scope import Scope
from tests import tiny
from tests.tiny import extract, line

JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)


def test_what_an_ended_unit_left_open_is_carried_over_by_its_successors(province):
    june = [
        line(f"D{n}", agency=key, received="10/06/2025", due="30/09/2025")
        for n, key in enumerate(("S1", "S2", "H1", "X1", "X2", "X3"))
    ]
    tiny.put(province, extract(*june, month="06/2025"))
    july = [
        line(f"D{n}", agency=key, received="10/06/2025", due="30/09/2025")
        for n, key in enumerate(("S1", "S2", "X2", "X1", "X2", "X3"))
    ]
    tiny.put(province, extract(*july, month="07/2025"))
    with province.read() as connection:
        province = balances(connection, Scope(JULY, JULY))[0]
        communes = balances(connection, Scope(JULY, JULY, level="commune"))[0]
    assert (province.carried, province.drift, province.both) == (6, 0, 5)
    assert (communes.both, communes.drift) == (2, 1)  # a level that took over another's work shows it
