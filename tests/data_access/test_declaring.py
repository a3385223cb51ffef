"""A month without dossiers is declared, counts as received and as zero, and is taken back exactly."""

from datetime import date

import pytest

from data_access import ingest
from data_access.errors import NotInForce
from data_access.fingerprint import fingerprint
from metrics.coverage import coverage
from metrics.read import by
from metrics.scope import Scope
from tests import tiny

MARCH = date(2025, 3, 1)
SCOPE = Scope(MARCH, MARCH)
X2, X3 = "X2@2024-12-01", "X3@2024-12-01"


def complete(store):
    with store.read() as connection:
        return coverage(connection, SCOPE).complete


def test_declared_months_are_in_and_are_zero_and_can_be_undone(province):
    before = fingerprint(province)
    batch = ingest.declare_nothing(province, MARCH, ["X2", "X3"], by="Alice")
    assert fingerprint(province) == before and not complete(province)
    ingest.apply(province, batch, by="Alice", seen=ingest.compare(province, batch))
    assert complete(province) == {X2, X3}
    with province.read() as connection:
        found = by(connection, "dossiers_received", SCOPE, "agency")
    assert (found[X2].part, found[X2].state) == (0, "value")
    ingest.undo(province, batch, by="Alice")
    assert fingerprint(province) == before


def test_a_declaration_over_a_statement_shows_what_it_withdraws(province):
    tiny.put(province, tiny.extract(tiny.line("A", agency="X2"), tiny.line("B", agency="X2")))
    seen = ingest.compare(province, ingest.declare_nothing(province, MARCH, ["X2"], by="Alice"))
    assert (seen.new, seen.withdrawn) == (0, 2)


def test_a_code_that_nobody_has_in_the_month_is_refused_and_nothing_staged(sqlite_province):
    revision = sqlite_province.revision()
    with pytest.raises(NotInForce) as refused:
        ingest.declare_nothing(sqlite_province, date(2025, 7, 1), ["X2", "H1"], by="Alice")
    assert refused.value.told() == (
        "Không có đơn vị nào mang mã H1 trong tháng 07/2025. Hãy xem lại mã và tháng."
    )
    assert sqlite_province.revision() == revision
