"""Whether toàn trình gets to its target: the screen says what docs/projection.md works out by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data_access.store import Store
from metrics.projection import Course, Projection
from metrics.targets import Target
from tests import demo
from tests.graphics.reading import reads
from tests.ui.app import shown
from ui.projection import finding, sentence, verdict

WORKED = (Path(__file__).parents[2] / "docs" / "projection.md").read_text()


@pytest.fixture
def text(tmp_path, reader):
    store = Store.open(f"sqlite:///{demo.copied(tmp_path / 'store.sqlite')}")
    yield lambda **params: reads(shown(reader(store).open("online_services", **params)))
    store.close()


def test_the_screen_shows_the_example_worked_by_hand(text):
    found = text()
    assert "Toàn trình: mốc 70 % năm 2025 không kịp hạn, phải đến khoảng 10/2026" in found
    assert (
        "Nếu giữ nhịp 3 tháng qua ( 27,0 TTHC/tháng ), mốc 70 % năm 2025 đạt vào khoảng 10/2026 "
        "(khoảng dự báo 80 %: 06/2026 – 03/2027). Không kịp hạn 31/12/2025. "
        "Muốn kịp 31/12/2025 cần 54,2 TTHC/tháng ." in found
    )
    assert "31/12/2024 745" in found and "31/12/2025 — 1.009 1.069 1.129" in found
    for worked in (
        "**10/2026**",
        "**06/2026 – 03/2027**",
        "**27**",
        "**54,2**",
        "**1.009 to 1.129**",
        "**488**",
    ):
        assert worked in WORKED


def test_the_first_screen_says_when_and_how_many_are_eligible(text):
    found = text()
    assert "10/2026 dự kiến đạt 70 % với nhịp đến nay; khoảng dự báo 06/2026 – 03/2027" in found
    assert "681 TTHC đang ở mức một phần, đủ điều kiện nâng lên toàn trình" in found


def test_the_path_fills_the_gap_of_488_and_of_676(text):
    found = text()
    assert "Nâng thủ tục nhiều hồ sơ trước: 70 % sau 488 thủ tục; 80 % sau 676 thủ tục" in found
    assert "Nâng trọn từng lĩnh vực: 70 % sau 25 lĩnh vực; 80 % sau 46 lĩnh vực" in found
    assert "12 lĩnh vực đầu, xếp theo số hồ sơ mang theo, đưa toàn trình lên 57,86 %" in found


def test_english(text):
    found = text(lang="en")
    assert "Fully online: 70% in 2025 not in time, only around 10/2026" in found
    assert "To make 31/12/2025, 54.2 procedures a month are needed." in found


def test_a_date_that_only_a_better_pace_would_keep_is_hardly_kept():
    """By the year's end 1.069 are likely and 1.129 the best: 1.060 may be kept, 1.080 hardly."""
    days = (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31))
    course = Course(826, days[-1], tuple(zip(days, (745, 770, 793, 826), strict=True)), 27, 1877)
    for goal, said in (
        (1060, "Có thể kịp hạn 31/12/2025, chưa chắc."),
        (1080, "Khó kịp hạn 31/12/2025: chỉ"),
    ):
        way = Projection(course, goal, date(2025, 12, 31), days[-1])
        assert way.in_time == "maybe"
        assert verdict(way).startswith(said)


def test_a_likely_month_that_has_passed_is_told_with_the_day_that_records_end():
    """900 at about 27 a month from 31 March is some time in June; the page stands at the end of September."""
    days = (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31))
    course = Course(826, days[-1], tuple(zip(days, (745, 770, 793, 826), strict=True)), 27, 1877)
    goal = Target("procedures_full", Decimal(900), "TTHC", "target", None, None, None, "Báo")
    way = Projection(course, 900, None, date(2025, 9, 30))
    assert way.likely < way.today
    assert "nhưng số liệu mới đến 31/03/2025" in finding(way, goal, "Toàn trình")
    assert "Số liệu mới đến 31/03/2025: từ đó đến nay ra sao thì chưa biết." in sentence(way, goal)
    still_ahead = Projection(course, 1877, None, date(2025, 9, 30))
    assert "số liệu mới đến" not in finding(still_ahead, goal, "Toàn trình")
