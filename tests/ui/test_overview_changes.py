"""Tổng quan says what got worse since the month before, of what can be known, and when toàn trình arrives."""

import re
from datetime import date

import pytest

from metrics.projection import Course, Projection
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from ui import overview_changes

TARGET = """Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn
procedures_full,,70,%,mục tiêu,31/12/2025,,,Báo
"""
ENDS = (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31))


@pytest.fixture
def standing(province, reader):
    """`standing()` is the line beside the filters, as it reads."""

    def standing(lang="vi"):
        html = shown(reader(province).open("overview", lang=lang))
        return reads(" ".join(re.findall(r'<div><a class="ioc-link".*?</div>', html)))

    return standing


def put_month(store, number, *, late=0, overdue=0, offline=0, each=40, agencies=("X1",), title=None, paper=0):
    """So many dossiers finished and as many open of each agency, of them so many late, overdue, brought to a
    counter; of all those open so many whose input is not digitised."""
    lines = [
        line
        for agency in agencies
        for line in (
            *(_finished(agency, number, n, n < late, n < offline) for n in range(each)),
            *(_open(agency, number, n, n < overdue, n < offline, n < paper) for n in range(each)),
        )
    ]
    words = {"title": title} if title else {}
    tiny.put(store, tiny.extract(*lines, month=f"{number:02}/2025", **words))


def _finished(agency, month, n, late, offline):
    due = f"{10 if late else 20}/{month:02}/2025"
    return _line(f"F{n}", agency, month, offline, due=due, finished=f"15/{month:02}/2025")


def _open(agency, month, n, overdue, offline, paper=False):
    due = f"20/{month if overdue else month + 1:02}/2025"
    return _line(f"O{n}", agency, month, offline, due=due, rest="0,,0,0," if paper else "1,,0,0,")


def _line(code, agency, month, offline, **rest):
    code, received = f"{agency}-{month}-{code}", f"05/{month:02}/2025"
    return tiny.line(code, agency=agency, channel=1 if offline else 2, received=received, **rest)


def test_what_got_worse_is_named_with_how_much_and_on_how_many_agencies(province, standing):
    put_month(province, 2)
    put_month(province, 3, late=2, overdue=4, offline=4)
    words = "quá hạn +10,00 điểm %; nộp trực tuyến −10,00 điểm %; đúng hạn −5,00 điểm %"
    assert flat(standing()) == f"Xấu đi so với 02/2025: {words} (đều 1/6 đơn vị)"
    words = "overdue +10.00 pp; filed online −10.00 pp; on time −5.00 pp"
    assert flat(standing("en")) == f"Worse than in 02/2025: {words} (1/6 agencies each)"


def test_the_three_that_fell_furthest_are_named_furthest_first(province, standing):
    """Of four: the input of 40 in 80 is not digitised any more."""
    put_month(province, 2)
    put_month(province, 3, late=2, overdue=4, offline=4, paper=40)
    found = flat(standing())
    assert found.startswith("Xấu đi so với 02/2025: số hóa hồ sơ đầu vào −50,00 điểm %")
    assert "quá hạn" in found and "nộp trực tuyến" in found and "đúng hạn" not in found


def test_only_what_got_worse_is_named_beside_what_got_better(province, standing):
    put_month(province, 2, late=4, offline=1, agencies=("X1", "X2"))
    put_month(province, 3, overdue=2, agencies=("X1", "X2"))
    assert flat(standing()) == "Xấu đi so với 02/2025: quá hạn +5,00 điểm % (2/6 đơn vị)"
    assert flat(standing("en")) == "Worse than in 02/2025: overdue +5.00 pp (2/6 agencies)"


def test_what_did_not_get_worse_is_named_where_all_is_known(province, standing):
    put_month(province, 2, late=2)
    put_month(province, 3, late=2)
    assert (
        standing() == "Không xấu đi so với 02/2025: đúng hạn, quá hạn, nộp trực tuyến, số hóa hồ sơ đầu vào"
    )
    assert standing("en") == "Not worse than in 02/2025: on time, overdue, filed online, input digitised"


def test_what_is_not_known_or_of_few_is_not_said_to_be_as_good_as_before(province, standing):
    few = [_finished("X1", 3, n, n < 10, False) for n in range(20)]
    still = [_open("X1", 3, n, False, False) for n in range(20)]
    put_month(province, 2)
    tiny.put(province, tiny.extract(*few, *still))
    assert standing() == "Không xấu đi so với 02/2025: nộp trực tuyến, số hóa hồ sơ đầu vào"
    assert standing("en") == "Not worse than in 02/2025: filed online, input digitised"


def test_where_all_is_of_few_or_of_nobody_nothing_is_said(province, standing):
    assert standing() == ""
    put_month(province, 2, each=2)
    put_month(province, 3, each=2, late=1)
    assert standing() == ""


def test_simulated_months_carry_their_mark(province, standing):
    simulated = "Dữ liệu mô phỏng. Kỳ số liệu: tháng"
    put_month(province, 2, title=simulated)
    put_month(province, 3, late=2)
    assert flat(standing()) == "Xấu đi so với 02/2025: đúng hạn −5,00 điểm % (1/6 đơn vị) Dữ liệu mô phỏng"


def test_the_likely_month_stands_with_its_interval(province, reader):
    """2 of 4 procedures are toàn trình, 1 since February: a third of one a month, and 1 is missing."""
    text = flat(reads(shown(reader(province).open("overview"))))
    interval = "khoảng dự báo 80 %: sớm nhất 04/2025, muộn nhất chưa nói được"
    assert f"Thiếu 1 TTHC để đạt 70 % năm 2025; theo nhịp đến nay khoảng 06/2025 ({interval})" in text
    text = flat(reads(shown(reader(province).open("overview", lang="en"))))
    interval = "80% interval: 04/2025 at the earliest, no latest month can be named"
    assert f"1 procedure short of 70% in 2025; at the pace so far about 06/2025 ({interval})" in text


def test_of_a_likely_month_that_has_passed_nothing_is_said(sqlite_store, reader):
    """States of procedures until March: the target was to be reached by June; the page is of September."""
    for kind, content in tiny.REFERENCE.items():
        title = "Số liệu đến ngày 31/03/2025\n" if kind == "procedure_states" else ""
        tiny.put(sqlite_store, title + content, kind=kind)
    tiny.put(sqlite_store, TARGET, kind="targets")
    put_month(sqlite_store, 9, agencies=("X2",))
    text = reads(shown(reader(sqlite_store).open("overview")))
    assert "Thiếu 1 TTHC để đạt 70 % năm 2025 · trạng thái thủ tục đến 31/03/2025" in text


def test_what_comes_later_than_ten_years_is_not_said_never_to_come(province, reader):
    codes = [f"2.{n:06}" for n in range(60)]
    head, *lines = tiny.PROCEDURES.splitlines()
    more = [f"{code},Thủ tục {code},L1,xã,S1,0" for code in codes]
    tiny.put(province, "\n".join([head, *lines, *more]), kind="procedures")
    head, *lines = tiny.STATES.splitlines()
    more = [f"{code},mức độ DVC,một phần,01/12/2024" for code in codes]
    tiny.put(province, "\n".join([head, *lines, *more]), kind="procedure_states")
    text = reads(shown(reader(province).open("overview")))
    assert "để đạt 70 % năm 2025; theo nhịp đến nay hơn mười năm nữa mới tới" in text
    text = reads(shown(reader(province).open("overview", lang="en")))
    assert "short of 70% in 2025; at the pace so far more than ten years away" in text


def course(*ends):
    return Course(ends[-1], ENDS[-1], tuple(zip(ENDS, ends, strict=True)), 1, 100)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((40, 40, 40, 40), "; theo nhịp đến nay thì không tới"),
        ((43, 42, 41, 40), "; theo nhịp đến nay thì không tới"),
        ((39, 40, 40, 40), "; theo nhịp đến nay hơn mười năm nữa mới tới"),
        ((50, 50, 60, 90), ""),
    ],
)
def test_a_course_that_never_arrives_is_told_from_one_that_takes_long(ends, said):
    assert overview_changes.expected(Projection(course(*ends), 90, None, ENDS[-1])) == said


def test_where_the_slow_end_never_arrives_only_the_earliest_month_is_named():
    way = Projection(course(40, 41, 50, 52), 90, None, ENDS[-1])
    assert way.latest is None
    said = overview_changes.expected(way)
    assert re.fullmatch(r"; theo nhịp đến nay khoảng \*\*\d\d/\d{4}\*\* \(.*sớm nhất .*chưa nói được\)", said)


def test_a_likely_day_is_said_only_if_it_lies_ahead_of_the_page():
    here, there = course(40, 45, 50, 55), date(2025, 9, 30)
    assert overview_changes.expected(Projection(here, 90, None, there)).startswith(
        "; theo nhịp đến nay khoảng"
    )
    assert overview_changes.expected(Projection(here, 80, None, there)) == ""


def flat(text):
    """Without the blanks that stand where markup was."""
    return text.replace(" ;", ";").replace(" %\u00a0", " % ").replace("( ", "(").replace(" )", ")")
