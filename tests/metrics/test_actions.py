"""What must be done follows from gaps, is ranked by factors that one can see, and remembers decisions."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access import ingest
from metrics.actions import Action, Score, agenda
from metrics.actions.action import NEAR, PASSED
from metrics.scope import Scope
from tests import tiny
from tests.ui.conftest import RECORDS

MARCH, JUNE = date(2025, 3, 1), date(2025, 6, 1)
X1, X2 = "X1@2024-12-01", "X2@2024-12-01"
DECISION = {
    "action": "quá hạn", "subject": X1, "noted_on": "31/03/2025", "matter": "Giải quyết 25 hồ sơ quá hạn",
    "decided": "Xong trong tháng 4", "agency": "X1", "due_on": "30/04/2025", "state": "đang làm",
}  # fmt: skip


def month(store, number: int, agency: str, *, late=0, finished_late=0, in_time=40):
    """One month of an agency: dossiers open past their date, finished late, finished in time."""
    day = f"{number:02}/2025"
    lines = [
        *(tiny.line(f"O{n}", agency=agency, received=f"02/{day}", due=f"10/{day}") for n in range(late)),
        *(tiny.line(f"L{n}", agency=agency, received=f"02/{day}", due=f"10/{day}", finished=f"12/{day}")
          for n in range(finished_late)),
        *(tiny.line(f"T{n}", agency=agency, received=f"02/{day}", due=f"10/{day}", finished=f"10/{day}")
          for n in range(in_time)),
    ]  # fmt: skip
    tiny.put(store, tiny.extract(*lines, month=day))


def of(store, last=MARCH, first=None):
    with store.read() as connection:
        return agenda(connection, Scope(first or last, last))


def about(found, topic):
    return {item.action.subject: item for item in found.items if item.action.topic == topic}


def test_overdue_dossiers_call_for_their_agency_with_the_page_that_proves_it(province):
    month(province, 3, "X1", late=25)
    item = about(of(province), "overdue")[X1]
    assert (item.action.n, item.action.required) == (25, 25)
    assert item.action.filters == {"don_vi": X1, "den": "2025-03", "chi_so": "qua-han"}
    assert (item.score.gap, item.score.volume, item.score.worsening, item.score.deadline) == (
        1, Decimal("2.40"), 1, 2,
    )  # fmt: skip
    assert item.score.total == Decimal("4.80")


def test_a_rate_that_fell_beyond_its_months_counts_double_and_a_target_needs_no_history(province):
    for number in range(1, 6):
        month(province, number, "X1", finished_late=number % 2, in_time=60)
        month(province, number, "X2", finished_late=20, in_time=40)
    month(province, 6, "X1", finished_late=30, in_time=30)
    month(province, 6, "X2", finished_late=20, in_time=40)
    found = about(of(province, JUNE, date(2025, 1, 1)), "timeliness")
    assert list(found) == [X1]
    assert found[X1].action.kind == "timeliness_worse" and found[X1].score.worsening == 2
    tiny.put(province, "Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn\n"
             "timeliness,,90,%,mục tiêu,31/12/2025,,,Báo\ntimeliness,X2,60,%,mục tiêu,31/12/2025,,,Báo\n",
             kind="targets")  # fmt: skip
    found = about(of(province, JUNE), "timeliness")
    assert list(found) == [X1], "X2 has 66,7 % and a target of its own of 60 %"
    assert (found[X1].action.kind, found[X1].action.n) == ("timeliness_target", 24)


def test_two_points_are_enough_where_months_hardly_differ(province):
    for number in range(1, 6):
        month(province, number, "X1", finished_late=10, in_time=990)
    month(province, 6, "X1", finished_late=32, in_time=968)
    found = about(of(province, JUNE), "timeliness")
    assert (found[X1].action.kind, found[X1].score.worsening) == ("timeliness_worse", 2), "99,0 % to 96,8 %"


def test_with_four_months_or_fewer_nothing_unusual_is_claimed(province):
    for number in (3, 4, 5):
        month(province, number, "X1", in_time=60)
    month(province, 6, "X1", finished_late=30, in_time=30)
    assert not about(of(province, JUNE), "timeliness")


def test_targets_promises_and_links_are_read_from_records_and_gone_without_them(province):
    assert {item.action.topic for item in of(province).items} == {"extract"}
    for kind, content in RECORDS.items():
        tiny.put(province, content, kind=kind)
    kinds = {item.action.kind for item in of(province).items}
    assert {"full_service_stretch", "cross_boundary", "vertical", "report_reform", "late_extracts"} <= kinds


def test_the_next_step_of_the_plan_needs_its_pace_from_the_pages_day(store):
    """States of procedures reach 31/03/2025: a date that has passed since asks for no pace any more."""
    for kind, content in tiny.REFERENCE.items():
        tiny.put(store, f"Số liệu đến ngày 31/03/2025\n{content}", kind=kind)
    tiny.put(store, RECORDS["targets"], kind="targets")
    (march,) = about(of(store), "cross_boundary").values()
    assert march.action.kind == "cross_boundary"
    assert march.action.figures == {"days": 10, "pace": Decimal("0.1")}
    (june,) = about(of(store, JUNE), "cross_boundary").values()
    assert (june.action.kind, june.action.figures) == ("cross_boundary_late", {})
    assert (june.action.as_of, june.score.deadline) == (date(2025, 3, 31), NEAR), "not known to be late"


def test_a_file_that_was_turned_away_is_asked_for_again(province):
    bad = tiny.extract(tiny.line("D1", agency="X1", procedure="9.999999"), tiny.line("D2", agency="X1"))
    tiny.put(province, bad)
    found = about(of(province), "extract")
    assert found["partial"].action.figures["lines"] == 1
    assert found["late"].action.n == 5


def test_agencies_are_few_and_one_with_a_decision_stays_among_them(province):
    for place, agency in enumerate(("S1", "S2", "H1", "X1", "X2")):
        month(province, 3, agency, late=60 - 5 * place, in_time=0)
    found = of(province)
    assert len(about(found, "overdue")) == 3
    assert [(one.subject, one.n) for one in found.unnamed] == [(X1, 45), (X2, 40)], "and nobody is forgotten"
    ingest.note(province, "decisions", {**DECISION, "subject": X2}, by="Lan")
    found = of(province)
    assert len(about(found, "overdue")) == 4 and about(found, "overdue")[X2].decided.by == "Lan"
    assert [one.subject for one in found.unnamed] == [X1]


def test_an_agency_of_few_open_dossiers_is_not_named_but_counted_among_the_others(province):
    month(province, 3, "X1", late=2)
    found = of(province)
    assert not about(found, "overdue")
    assert [(one.subject, one.n, one.small) for one in found.unnamed] == [(X1, 2, True)]


def test_a_decision_is_shown_with_its_action_until_the_gap_is_closed(province):
    month(province, 3, "X1", late=25)
    batch = ingest.note(province, "decisions", DECISION, by="Lan")
    found = of(province)
    decided = about(found, "overdue")[X1].decided
    assert (decided.decided, decided.by, decided.days_left(found.on)) == ("Xong trong tháng 4", "Lan", 30)
    assert not found.ended and not found.unknown
    april = of(province, date(2025, 4, 1))
    assert april.unknown == {decided.key}, "X1 has not sent April: nobody can tell"
    month(province, 4, "X1", late=0)
    april = of(province, date(2025, 4, 1))
    assert april.ended == {decided.key} and not about(april, "overdue")
    ingest.undo(province, batch, by="Lan")
    assert of(province).decisions == ()


def test_a_decision_turns_done_and_the_newest_one_of_an_action_stands(province):
    month(province, 3, "X1", late=25)
    ingest.note(province, "decisions", DECISION, by="Lan")
    ingest.note(province, "decisions", {**DECISION, "state": "đã xong"}, by="Minh")
    found = of(province)
    assert [one.state for one in found.decisions] == ["done"] and found.decisions[0].by == "Minh"
    ingest.note(province, "decisions", {**DECISION, "noted_on": "15/04/2025"}, by="Lan")
    found = of(province)
    assert len(found.decisions) == 2
    assert about(found, "overdue")[X1].decided.noted_on == date(2025, 4, 15)


def test_an_open_decision_past_its_deadline_is_overdue_and_a_finished_one_is_not(province):
    month(province, 3, "X1", late=25)
    ingest.note(province, "decisions", DECISION, by="Lan")
    decided = of(province).decisions[0]
    assert decided.overdue(date(2025, 5, 5)) and decided.days_left(date(2025, 5, 5)) == -5
    assert not decided.overdue(date(2025, 4, 30))


@pytest.mark.parametrize(
    ("due", "as_of", "factor"),
    [
        (None, None, 1),
        (date(2025, 5, 1), None, 1),
        (date(2025, 4, 30), None, NEAR),
        (date(2025, 3, 31), None, NEAR),
        (date(2025, 3, 30), None, PASSED),
        (date(2025, 3, 30), date(2025, 3, 15), NEAR),  # the records do not reach it: nobody knows
    ],
)
def test_the_deadline_counts_from_the_pages_day(due, as_of, factor):
    action = Action("vertical", "connection", "x", 1, 2, "ket-noi", due_on=due, as_of=as_of)
    assert Score.of(action, date(2025, 3, 31)).deadline == factor


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.booleans())
def test_a_score_is_the_product_of_its_factors_and_grows_with_what_is_missing(n, more, worse):
    day = date(2025, 3, 31)
    small, large = (
        Score.of(Action("k", "target", "s", one, 2 * 10**7, "ho-so", worse=worse), day)
        for one in (n, n + more)
    )
    assert small.total == small.gap * small.volume * small.worsening * small.deadline
    assert 0 <= small.gap <= 1 and small.volume >= 1
    assert small.total <= large.total
