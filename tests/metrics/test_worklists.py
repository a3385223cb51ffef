"""The dossiers behind a figure: as many as it says, worst first, a page at a time."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import ingest
from data_access.ingest import Known
from metrics.balance import balances
from metrics.read import figure
from metrics.scope import Scope
from metrics.worklists import faults, worklist
from tests import tiny
from tests.reports_made import report, row
from tests.tiny import extract, line

MARCH = Scope(date(2025, 3, 1), date(2025, 3, 1))
DOSSIERS = (
    line("A", due="20/03/2025"),  # 11 days overdue on 31-3
    line("B", due="30/03/2025", procedure="1.000002"),
    line("C", due="31/03/2025"),  # due on the last day: in time
    line("D", due="07/04/2025", agency="X2"),
    line("E", due="08/04/2025"),
    line("F", due="15/04/2025"),
    line("G", due="16/04/2025"),
    line("H", due=""),  # no date: never late
    line("I", due="20/03/2025", finished="25/03/2025"),
    line("J", due="12/03/2025", finished="02/04/2025"),  # finished after the month: open at its end
)


@pytest.fixture
def province(province):
    """The tiny province with ten dossiers of March, on SQLite and on PostgreSQL."""
    tiny.put(province, extract(*DOSSIERS))
    return province


def codes(store, which="overdue", scope=MARCH, start=0, many=50):
    with store.read() as connection:
        return [(one.code, one.days) for one in worklist(connection, scope, which, start, many).lines]


def test_overdue_dossiers_are_listed_by_days_and_are_as_many_as_the_figure(province):
    assert codes(province) == [("J", 19), ("A", 11), ("B", 1)]
    with province.read() as connection:
        assert worklist(connection, MARCH, "overdue", 0, 1).total == 3
        assert figure(connection, "overdue_open", MARCH).part == 3


def test_those_due_next_begin_on_the_last_day_of_the_month(province):
    assert codes(province, "due_7") == [("C", 0), ("D", 7)]
    assert codes(province, "due_15") == [("C", 0), ("D", 7), ("E", 8), ("F", 15)]


def test_a_list_is_narrowed_by_agency_level_and_sector(province):
    assert codes(province, "due_7", MARCH.only(agency="X2@2024-12-01")) == [("D", 7)]
    assert codes(province, scope=MARCH.only(level="province")) == []
    assert codes(province, scope=MARCH.only(sector="L2")) == [("B", 1)]


def test_a_page_holds_its_lines_and_knows_how_many_there_are(province):
    assert codes(province, start=1, many=1) == [("A", 11)]
    assert codes(province, start=3) == []


def test_only_what_counts_is_listed(province):
    """A supplement that says A is finished replaces its line; a newer whole file replaces them all."""
    done = line("A", due="20/03/2025", finished="28/03/2025")
    tiny.put(province, extract(done, title="Mã lô: 8, tháng"))
    assert codes(province) == [("J", 19), ("B", 1)]
    tiny.put(province, extract(line("Z", due="01/03/2025", received="01/03/2025")))
    assert codes(province) == [("Z", 30)]


def test_agencies_of_which_a_report_counts_name_no_dossier_and_are_told_apart(province):
    """The report of X3 leaves one dossier overdue: the figure has it, the list cannot."""
    checked = ingest.check(Known.of(province), report(row(), agency="Phường Ba"), "06a.xlsx")
    ingest.apply(province, ingest.stage(province, checked, by="Lan"), by="Lan")
    with province.read() as connection:
        found = worklist(connection, MARCH, "overdue", 0, 50)
        assert (found.total, found.without, figure(connection, "overdue_open", MARCH).part) == (3, 1, 4)


def test_faults_of_dates_and_status_are_counted_apart_from_lateness(store):
    tiny.load(store)
    tiny.put(store, extract(
        line("A"), line("B", status=9), line("C", finished="25/03/2025", status=4),
        line("D", finished="01/03/2025", received="10/03/2025"), line("E", due="01/03/2025"),
        line("F", procedure="9.999999"),
    ))  # fmt: skip
    with store.read() as connection:
        found = faults(connection, MARCH)
        assert found == {"date.end_before_received": 1, "status.end_missing": 1, "status.end_too_soon": 1}
        assert worklist(connection, MARCH, "overdue", 0, 50).total == 2
        assert faults(connection, MARCH.only(agency="X2@2024-12-01")) == {}


DAYS = st.integers(-40, 60)
LATE = st.lists(st.tuples(DAYS, st.booleans(), st.sampled_from(["X1", "X2", "S1"])), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LATE)
def test_whatever_the_dates_the_lists_and_the_balance_agree_with_the_figures(sqlite_province, dossiers):
    end = date(2025, 3, 31)
    lines = [
        line(f"D{n}", agency=agency, received="01/02/2025" if n % 2 else "05/03/2025",
             due=f"{max(end + timedelta(days), date(2025, 3, 5)):%d/%m/%Y}",
             finished="20/03/2025" if done else "")
        for n, (days, done, agency) in enumerate(dossiers)
    ]  # fmt: skip
    tiny.put(sqlite_province, extract(*lines, line("LAST", agency="X3")))
    with sqlite_province.read() as connection:
        late = worklist(connection, MARCH, "overdue", 0, 99)
        soon = worklist(connection, MARCH, "due_15", 0, 99)
        overdue = figure(connection, "overdue_open", MARCH)
        assert late.total == len(late.lines) == overdue.part
        assert soon.total <= overdue.whole - overdue.part
        assert all(one.days > 0 for one in late.lines) and all(one.days <= 15 for one in soon.lines)
        month = balances(connection, MARCH)[0]
    assert month.off == 0
    assert month.total == month.finished + month.open and month.open_overdue == late.total


def test_the_balance_of_a_month_is_the_form_and_follows_from_the_month_before(province):
    february = extract(line("J", received="10/02/2025", due="12/03/2025"),
                       line("K", received="11/02/2025", due="12/03/2025"), month="02/2025")  # fmt: skip
    tiny.put(province, february)
    with province.read() as connection:
        first, second = balances(connection, Scope(date(2025, 2, 1), date(2025, 3, 1)))
    assert (first.total, first.finished, first.open, first.open_overdue, first.off) == (2, 0, 2, 0, 0)
    assert (second.total, second.direct, second.finished_late, second.open, second.off) == (10, 0, 1, 9, 0)
    # J and K were open in February; March speaks of J as received in March, of K not at all.
    assert (second.drift, second.both) == (-2, 1)
    assert first.drift is None


def test_a_month_that_nobody_has_sent_has_no_balance_and_not_noughts(province):
    with province.read() as connection:
        (january,) = balances(connection, Scope(date(2025, 1, 1), date(2025, 1, 1)))
    assert january.total is None and january.off is None and (january.stated, january.due) == (0, 6)
