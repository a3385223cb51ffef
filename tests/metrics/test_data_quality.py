"""Data quality: counted from the statements that count, agency by agency, month by month."""

from datetime import date
from decimal import Decimal

import pytest

from data_access import ingest
from metrics.data_quality import quality, shared_codes
from metrics.scope import Scope
from tests import tiny
from tests.tiny import extract, line

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
X1, X2 = "X1@2024-12-01", "X2@2024-12-01"


@pytest.fixture
def province(province):
    """X1's March: 3 good lines of which one came twice, one rejected, two that contradict each other."""
    march = [
        line("D1"), line("D2"), line("D2"), line("D3"), line("D4", received="99/03/2025"),
        line("D5"), line("D5", channel=1), line("D1", agency="X2"),
    ]  # fmt: skip
    tiny.put(province, extract(*march))
    return province


def found(store, month=MARCH):
    with store.read() as connection:
        return quality(connection, Scope(month, month))


def test_rejected_repeated_and_contradicting_lines_are_counted_for_their_agency(province):
    x1 = found(province)[MARCH, X1]
    assert (x1.accepted, x1.rejected, x1.repeated, x1.contradictions) == (3, 3, 1, 2)
    assert x1.rejected_share == Decimal(50)
    assert x1.warnings >= 1  # the line that came twice
    x2 = found(province)[MARCH, X2]
    assert (x2.accepted, x2.rejected, x2.rejected_share) == (1, 0, 0)


def test_open_last_month_and_not_mentioned_is_unseen_by_the_two_columns_of_the_form(province):
    """X1 leaves D1, D2, D3 open in March; April carries D1 on and has one of its own."""
    april = extract(line("D1"), line("D9", received="02/04/2025", due=""), month="04/2025")
    tiny.put(province, april)
    assert found(province, APRIL)[APRIL, X1].unseen == 2
    assert found(province)[MARCH, X1].unseen is None


def test_the_same_code_in_two_agencies_statements_is_counted_on_both_sides(province):
    with province.read() as connection:
        assert shared_codes(connection, MARCH) == {X1: 1, X2: 1}
        assert shared_codes(connection, APRIL) == {}


def test_what_was_undone_or_replaced_is_not_held_against_anybody(province):
    whole = tiny.put(province, extract(line("D1", agency="X2")))
    clean = ingest.check(ingest.Known.of(province), extract(*map(line, ("D1", "D2"))).encode(), "x.csv")
    batch = ingest.stage(province, clean, by="Bob")
    ingest.apply(province, batch, by="Bob")
    assert found(province)[MARCH, X1].rejected == 0
    ingest.undo(province, batch, by="Bob")
    ingest.undo(province, whole, by="Bob")
    assert found(province)[MARCH, X1].rejected == 3


def test_nothing_to_report_after_open_dossiers_leaves_them_all_unseen(province):
    """X1 leaves D1, D2, D3 open in March and says that in April nothing happened."""
    batch = ingest.declare_nothing(province, APRIL, ["X1"], by="Alice")
    ingest.apply(province, batch, by="Alice")
    assert found(province, APRIL)[APRIL, X1].unseen == 3
