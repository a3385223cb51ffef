"""Việc cần chỉ đạo: the whole list, a decision noted on it, and what has become of it."""

from datetime import date
from types import SimpleNamespace

import pytest

from data_access import ingest
from language import using
from metrics.actions import Action, Agenda
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from ui import actions, actions_unnamed

DECISION = {
    "action": "cải cách", "subject": "R1", "noted_on": "31/03/2025", "matter": "Báo cáo tiến độ <R1>",
    "decided": "Báo cáo <b>ngay</b>", "agency": "S1", "due_on": "15/04/2025", "state": "đang làm",
}  # fmt: skip


@pytest.fixture
def noted(province):
    """The province with a decision on its unreported item, due in 30 days."""
    ingest.note(province, "decisions", DECISION, by="Lan")
    return province


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("actions", **params)))


def test_every_action_stands_with_the_factors_of_its_score(province, reader):
    text = text_of(reader, province)
    assert "việc cần chỉ đạo" in text and "Chưa ghi chỉ đạo nào" in text
    assert (
        "Báo cáo tiến độ: Rà soát 12 TTHC Các sở, ngành được giao 30/04/2025 12 1,00 2,08 1,00 1,50 3,12"
        in text
    )


def test_a_decision_stands_on_the_list_the_overview_and_in_the_history(noted, reader):
    read = reader(noted)
    words = "Đã giao Sở Một trước 15/04/2025"
    text = reads(shown(read.open("actions")))
    assert f"{words}: Báo cáo <b>ngay</b> · còn 15 ngày" in text
    assert text.count("tính từ 31/03/2025, ngày cuối của số liệu") == 2, "above actions and above decisions"
    assert f"→ {words} · còn 15 ngày" in reads(shown(read.open("overview")))
    assert "ghi-tren-trang Chỉ đạo" in reads(shown(read.open("history")))


def test_a_decision_for_the_last_day_of_the_data_is_due_that_day(noted, reader):
    ingest.note(noted, "decisions", {**DECISION, "due_on": "31/03/2025"}, by="Lan")
    assert "trước 31/03/2025: Báo cáo <b>ngay</b> · đến hạn vào ngày cuối của số liệu" in text_of(
        reader, noted
    )


def test_a_done_decision_whose_gap_stays_deserves_a_look(noted, reader):
    ingest.note(noted, "decisions", {**DECISION, "state": "đã xong"}, by="Minh")
    text = text_of(reader, noted)
    assert "Đã giao Sở Một trước 15/04/2025 · đã báo xong ! việc vẫn còn" in text


def test_next_month_the_decision_shows_how_late_it_is_until_its_action_is_gone(noted, reader):
    tiny.put(noted, tiny.extract(tiny.line("D9", agency="X1", received="10/04/2025"), month="04/2025"))
    read, april = reader(noted), {"tu": "2025-04", "den": "2025-04"}
    assert "✕ Đã giao Sở Một trước 15/04/2025 · quá hạn 15 ngày" in reads(
        shown(read.open("overview", **april))
    )
    header = "Mã,Nội dung,Tiêu đề tiếng Anh,Loại,Số lượng,Đơn vị tính,Hạn,Đã xong,Tỷ lệ mục tiêu,Nguồn"
    tiny.put(
        noted, f"{header}\nR1,Rà soát 12 TTHC,,rà soát,12,TTHC,30/04/2025,12,,Báo\n", kind="reform_items"
    )
    text = reads(shown(read.open("actions", **april)))
    assert "✓ việc đã hết" in text and "Báo cáo tiến độ: Rà soát 12 TTHC" not in text


def test_what_a_record_says_is_never_markup(noted, reader):
    html = shown(reader(noted).open("actions"))
    assert "<b>ngay" not in html and "&lt;b&gt;ngay" in html and "&lt;R1&gt;" in html


def test_who_may_only_look_has_no_buttons(noted, reader, monkeypatch):
    from ui import shell

    monkeypatch.setattr(shell, "MAY", {"demo": {"viewer"}})
    at = reader(noted).open("actions")
    assert [button.key for button in at.button if button.key.startswith(("note-", "turn-"))] == []
    assert "Báo cáo tiến độ: Rà soát 12 TTHC" in reads(shown(at))


def test_english(noted, reader):
    text = text_of(reader, noted, lang="en")
    assert "decided on 1" in text
    assert "Given to Sở Một, by 15/04/2025: Báo cáo <b>ngay</b> · 15 days left" in text


def test_who_was_given_it_is_the_unit_of_that_time_though_another_bears_its_code_now(province, reader):
    ingest.note(province, "decisions", {**DECISION, "agency": "X1"}, by="Lan")
    july = tiny.extract(tiny.line("D9", agency="X2", received="10/07/2025", due=""), month="07/2025")
    tiny.put(province, july)
    text = text_of(reader, province, tu="2025-07", den="2025-07")
    assert "Đã giao Xã An Bình (đến 30/06/2025) trước 15/04/2025" in text
    assert "Đã giao Phường Mới" not in text


def late_everywhere(store) -> None:
    """Four agencies with 22 to 25 overdue dossiers in March, X1 with one."""
    for place, agency in enumerate(("S1", "S2", "H1", "X2")):
        days = {"received": "02/03/2025", "due": "10/03/2025"}
        lines = [tiny.line(f"{agency}-{n}", agency=agency, **days) for n in range(25 - place)]
        tiny.put(store, tiny.extract(*lines))
    tiny.put(store, tiny.extract(tiny.line("X1-0", agency="X1", received="02/03/2025", due="10/03/2025")))


def test_agencies_that_the_list_does_not_name_are_counted_with_where_all_of_them_stand(province, reader):
    late_everywhere(province)
    read = reader(province)
    html = shown(read.open("actions", don_vi="S1@2024-12-01", cap="tinh"))
    assert (
        "Mỗi loại việc nêu tối đa 3 cơ quan có điểm cao nhất (trừ cơ quan có quá ít hồ sơ) "
        "và cơ quan đã có chỉ đạo."
    ) in reads(html)
    assert "Còn 2 cơ quan có hồ sơ quá hạn chưa nêu ở loại việc này, tổng 23 hồ sơ." in reads(html)
    assert 'href="co-quan?tu=2025-03&amp;den=2025-03&amp;chi_so=qua-han"' in html, "of all agencies"
    assert "và 2 cơ quan chưa nêu tên" in reads(shown(read.open("overview")))
    own = reads(shown(read.open("agencies", don_vi="X1@2024-12-01")))
    assert "Giải quyết 1 hồ sơ quá hạn trên 1 hồ sơ đang giải quyết" in own
    english = text_of(reader, province, lang="en")
    assert "2 more agencies, not named for this kind, have overdue dossiers: 23 in all." in english


def test_an_agency_that_is_named_for_one_kind_and_not_for_another_is_named():
    """S1 is named for what is overdue; for what it does on time it is one of the others, as X2 is."""
    named = SimpleNamespace(action=about("overdue", "S1"))
    others = (about("timeliness", "S1"), about("timeliness", "X2"), about("overdue", "X2"))
    found = SimpleNamespace(items=(named,), unnamed=others)
    assert actions_unnamed.agencies(found) == 1
    timeliness, overdue = (reads(one) for one in actions_unnamed.lines(found))
    assert "2 cơ quan giải quyết đúng hạn thấp hơn mức cần có" in timeliness
    assert "Còn 1 cơ quan có hồ sơ quá hạn chưa nêu ở loại việc này, tổng 1 hồ sơ." in overdue


def test_where_nobody_of_a_kind_is_named_no_one_is_called_a_further_one(province, reader):
    tiny.put(province, tiny.extract(tiny.line("X1-0", agency="X1", received="02/03/2025", due="10/03/2025")))
    text = text_of(reader, province)
    assert "2 cơ quan có hồ sơ quá hạn nhưng quá ít hồ sơ để nêu tên, tổng 3 hồ sơ." in text
    assert "Còn 2 cơ quan" not in text
    english = text_of(reader, province, lang="en")
    assert "2 agencies with too few dossiers to be named have overdue dossiers: 3 in all." in english


@pytest.mark.parametrize(("n", "short"), [(1, "1 dossier short in all."), (2, "2 dossiers short in all.")])
def test_what_others_fall_short_of_is_counted_in_english(n, short):
    found = SimpleNamespace(items=(), unnamed=(about("online", "X1", n),))
    with using("en"):
        assert f"receives less online than it should: {short}" in reads(actions_unnamed.lines(found)[0])


def test_where_nothing_is_to_be_done_but_by_agencies_that_are_not_named_the_page_still_tells_of_them(
    province, reader, monkeypatch
):
    read = reader(province)
    for unnamed in ((about("overdue", "X1"),), ()):
        found = Agenda(date(2025, 3, 31), (), unnamed, (), frozenset(), frozenset())
        monkeypatch.setattr(actions.reads, "agenda", lambda scope, found=found: found)
        for page in ("actions", "overview"):
            text = reads(shown(read.open(page)))
            assert ("quá ít hồ sơ để nêu tên" in text) is bool(unnamed)
            assert ("Không có việc nào" in text) is (not unnamed)


def about(topic: str, agency: str, n: int = 1) -> Action:
    filters = {"den": "2025-03", "chi_so": "qua-han"}
    return Action("x", topic, agency, n, 1, "agencies", filters=filters, agency=agency, small=True)


def test_where_nothing_is_overdue_nothing_is_said_of_others(province, reader):
    done = (tiny.line(f"{agency}-0", agency=agency, finished="10/03/2025") for agency in ("X1", "X2"))
    tiny.put(province, tiny.extract(*done))
    for text in (text_of(reader, province), reads(shown(reader(province).open("overview")))):
        assert "chưa nêu" not in text and "để nêu tên" not in text
