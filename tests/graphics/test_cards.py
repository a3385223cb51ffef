"""Cards say their figure, its fraction and its status in words, and never draw missing as nought."""

from datetime import date
from decimal import Decimal

from graphics import actions, bars, cards, connections, levels, marks, roadmap, strip, targets
from graphics.actions import Action
from graphics.cards import Hero, Kpi
from graphics.connections import App, Connection
from graphics.levels import Level
from graphics.roadmap import Milestone
from graphics.shapes import Bullet, Coverage, Segment, Status, Tick
from graphics.strip import Strip
from graphics.targets import TargetRow
from language import using
from tests.graphics.reading import reads

AS_OF = date(2025, 3, 31)
FULL = Bullet(Decimal(82600) / 1877, (Tick(Decimal(70)), Tick(Decimal(80), stretch=True)), Status.UNMET)


def test_the_dominant_figure_stands_with_its_fraction_and_parts():
    shape = Hero(
        "Tỷ lệ",
        Decimal(150700) / 1877,
        lead=cards.part_of_whole(1507, 1877, "thủ tục"),
        segments=(Segment("Toàn trình", 826), Segment("Một phần", 681), Segment("Chưa", 370, "rest")),
    )
    text = reads(cards.hero(shape))
    assert "1.507 trên 1.877 thủ tục" in text
    for figure in ("80,29", "826", "681", "370", "44,01 %", "36,28 %", "19,71 %"):
        assert figure in text


def test_a_card_names_its_status_and_its_bar_is_spoken():
    html = cards.kpi(
        Kpi("Toàn trình", FULL.value, bullet=FULL, status=Status.UNMET, sentence="Thiếu **488**")
    )
    assert "✕ Chưa đạt" in reads(html)
    assert 'aria-label="44,01\u00a0%; mục tiêu 70\u00a0%; phấn đấu 80\u00a0%"' in html


def test_without_a_figure_the_bar_is_hatched_and_the_figure_a_dash():
    html = cards.kpi(Kpi("Số hóa", None, bullet=Bullet(None, (Tick(Decimal(100)),)), status=Status.MISSING))
    assert reads(html) == "Số hóa ? Chưa có số liệu — 100 %"
    assert "ioc-hatch" in html and "ioc-fill" not in html


def test_an_incomplete_figure_says_how_many_agencies_stand_behind_it():
    assert reads(marks.coverage_mark(Coverage(47, 52))) == "! 47/52 đơn vị"
    assert reads(marks.coverage_mark(Coverage(52, 52))) == "52/52 đơn vị"


def test_statuses_are_counted_once_each():
    row = marks.tally("4 mục tiêu:", [Status.MISSING, Status.UNMET, Status.UNMET, Status.MISSING])
    assert reads(row) == "4 mục tiêu: ✕ 2 chưa đạt ? 2 chưa có số liệu"


def test_parts_of_nothing_are_drawn_empty():
    assert "—" in reads(bars.stacked((Segment("Toàn trình", 0), Segment("Một phần", 0))))


def test_targets_without_figure_say_so():
    html = targets.targets_card("Mục tiêu", (TargetRow("Số hóa", "mục tiêu 100 %", Bullet(None)),))
    assert "— chưa báo cáo" in reads(html)


def test_deadlines_are_read_from_the_day_of_the_data():
    list_ = (Action("A", due=date(2025, 4, 10)), Action("B", due=date(2025, 3, 26)), Action("C"))
    text = reads(actions.actions_card("Việc", list_, AS_OF))
    assert "còn 10 ngày" in text and "quá hạn 5 ngày" in text and "chưa có hạn" in text
    assert "số ngày tính từ 31/03/2025" in text
    assert actions.urgency(date(2025, 12, 31), AS_OF) is None
    assert actions.urgency(AS_OF, AS_OF) is Status.WATCH
    with using("en"):
        assert "10 days left" in reads(actions.actions_card("Do", list_, AS_OF))


def test_nothing_to_do_is_a_sentence():
    assert "Không có việc" in reads(actions.actions_card("Việc", (), AS_OF))


def test_levels_are_compared_with_the_province_in_points():
    mean = Decimal(29523000) / 299637
    shapes = tuple(Level(n, Decimal(v)) for n, v in (("tỉnh", "97.4692"), ("xã", "99.0698")))
    text = reads(levels.levels_card("Theo cấp", shapes, mean))
    assert "thấp hơn toàn tỉnh 1,06 điểm %" in text and "cao hơn toàn tỉnh 0,54 điểm %" in text
    assert "96 %" in text and "100 %" in text and "toàn tỉnh 98,53 %" in text


def test_the_short_scale_reaches_over_all_values_and_stays_within_a_hundred():
    assert levels.ends([Decimal("97.47"), Decimal("99.07"), None]) == (96, 100)
    assert levels.ends([Decimal(0), Decimal(100)]) == (0, 100)
    assert levels.ends([None]) == (0, 100)


def test_a_step_is_done_only_if_a_record_says_so():
    def how(on, done=None, deadline=False):
        return roadmap.state(Milestone(on, "x", done, deadline), AS_OF)

    assert how(date(2025, 2, 28), True) == "done"
    assert how(date(2025, 2, 28)) == "past"
    assert how(date(2025, 2, 28), deadline=True) == "unknown"
    assert how(date(2025, 2, 28), False) == "late"
    assert how(AS_OF, False) == how(AS_OF) == "today"  # neither soon nor over: the day is still counted
    assert how(date(2025, 4, 10)) == "soon"
    assert how(date(2025, 7, 1)) == "future"


def test_what_falls_due_on_the_last_day_of_the_data_is_due_and_not_soon():
    text = reads(roadmap.roadmap_card("Lộ trình", (Milestone(AS_OF, "Xong", False, True),), AS_OF))
    assert "Xong Đến hạn vào ngày cuối của số liệu" in text and "Sắp đến hạn" not in text
    due = (Action("A", due=AS_OF),)
    assert "! đến hạn vào ngày cuối của số liệu" in reads(actions.actions_card("Việc", due, AS_OF))
    with using("en"):
        assert "due on the last day of the data" in reads(actions.actions_card("Do", due, AS_OF))


def test_links_are_counted_as_squares_and_unknown_totals_are_not_invented():
    html = connections.connections_card("Kết nối", (Connection("Ngành dọc", 4, 6), Connection("API", 2)))
    assert 'aria-label="4/6"' in html and html.count("ioc-hollow") == 2
    assert reads(html) == "Kết nối Ngành dọc 4/6 API 2"


def test_at_least_is_said():
    apps = (
        App("Bình Dương Số", "lượt cài đặt", 102000, at_least=True),
        App("Khác", "lượt", None, at_least=True),
    )
    assert reads(connections.apps_card("Ứng dụng", apps)).count("hơn") == 1


def test_the_head_of_a_page_says_what_its_figures_stand_on():
    shape = Strip(date(2024, 12, 1), AS_OF, AS_OF, Coverage(47, 52), synthetic=True, age_days=61)
    text = reads(strip.heading("Tổng quan", shape))
    for part in ("01/12/2024 – 31/03/2025", "số liệu đến 31/03/2025", "! 47/52 đơn vị", "đã cũ 61 ngày"):
        assert part in text
    assert "Dữ liệu mô phỏng" in text
    assert "Chưa có kỳ số liệu nào" in reads(strip.strip(Strip(None, None, None)))


def test_a_simulated_figure_says_so_beside_its_target():
    rows = (TargetRow("Số hóa", "mục tiêu 100 %", Bullet(Decimal(79)), synthetic=True),)
    assert "mục tiêu 100 % mô phỏng" in reads(targets.targets_card("Mục tiêu", rows))


def test_a_date_passed_that_the_records_do_not_reach_is_not_called_late():
    late = Action("Rà soát", due=date(2025, 4, 6), as_of=date(2025, 3, 31))
    known = Action("Xong quy trình", due=date(2025, 4, 6), as_of=date(2025, 4, 30))
    text = reads(actions.actions_card("Việc", (late, known), date(2025, 4, 30)))
    assert "đã qua hạn; số liệu đến 31/03/2025" in text and "quá hạn 24 ngày" in text


def test_an_action_says_what_was_decided_on_it_and_where_all_of_them_are():
    late = Action("A", decided="Đã giao <Sở X>", decided_status=Status.UNMET, undated="đã quá hạn trả")
    html = actions.actions_card("Việc", (late,), AS_OF, more=("Xem đủ 9 việc", "viec-can-chi-dao"))
    assert "✕ Đã giao <Sở X> đã quá hạn trả Xem đủ 9 việc" in reads(html)
    assert "&lt;Sở X&gt;" in html and 'href="viec-can-chi-dao"' in html
    assert 'start="4"' in actions.actions_list((late,), AS_OF, first=4)
