"""The titles of the charts of Hồ sơ say what was found, and compare only what can be compared."""

from datetime import date
from decimal import Decimal

from metrics.figure import Figure
from metrics.indicators import INDICATORS
from ui import dossier_findings
from ui.charts import Line

FEBRUARY, MARCH = date(2025, 2, 1), date(2025, 3, 1)


def figures(*sums: tuple) -> dict[date, Figure]:
    one = INDICATORS["dossiers_received"]
    return {on: Figure(one, *each) for on, each in zip((FEBRUARY, MARCH), sums, strict=True)}


def test_the_newest_month_is_compared_with_the_one_before():
    found = figures((74_909, None, 115, 115), (78_655, None, 115, 115))
    assert dossier_findings.received(found) == "T3/25 tiếp nhận 78.655 hồ sơ, nhiều hơn 3.746 so với T2/25"


def test_sums_of_other_agencies_are_no_comparison():
    found = figures((74_909, None, 115, 115), (40_000, None, 60, 115))
    said = dossier_findings.received
    assert said(found) == "T3/25 tiếp nhận 40.000 hồ sơ; không so với T2/25: mới 60/115 đơn vị gửi"
    before = figures((40_000, None, 60, 115), (74_909, None, 115, 115))
    assert said(before) == "T3/25 tiếp nhận 74.909 hồ sơ; không so với T2/25: khi đó mới 60/115 đơn vị gửi"
    after_a_merger = figures((45_000, None, 91, 91), (40_000, None, 36, 36))
    assert said(after_a_merger) == (
        "T3/25 tiếp nhận 40.000 hồ sơ; không so với T2/25: khi đó 91 đơn vị, nay 36"
    )
    alone = {MARCH: after_a_merger[MARCH]}
    assert said(alone) == "T3/25 tiếp nhận 40.000 hồ sơ", "nothing to compare with"


def test_a_month_that_nobody_has_sent_is_not_the_newest():
    found = figures((74_909, None, 115, 115), (None, None, 0, 115))
    assert dossier_findings.received(found) == "T2/25 tiếp nhận 74.909 hồ sơ"


def test_a_rate_names_the_highest_and_the_lowest_level_that_the_month_has():
    lines = [
        Line("Cấp xã", ((FEBRUARY, Decimal("98.2")), (MARCH, Decimal("98.6")))),
        Line("Cấp huyện", ((FEBRUARY, Decimal("90")), (MARCH, None))),
        Line("Cấp tỉnh", ((FEBRUARY, Decimal("96")), (MARCH, Decimal("95.5")))),
    ]
    said = dossier_findings.rate("timeliness", lines)
    assert said.endswith("trong T3/25: cao nhất cấp xã (98,60 %), thấp nhất cấp tỉnh (95,50 %)")
    assert dossier_findings.rate("timeliness", lines[:1]).endswith(": 98,60 % trong T3/25")


def test_the_largest_share_is_named_and_nothing_of_nothing():
    assert "98,00 %" in dossier_findings.largest({"Trực tuyến": 98, "Trực tiếp": 2}, "")
    assert dossier_findings.largest({}, "Hồ sơ đến qua kênh nào?") == "Hồ sơ đến qua kênh nào?"


def test_a_ranking_names_who_stands_first_and_how_many_stand_there_with_it():
    online, overdue, received = (
        INDICATORS[key] for key in ("dossiers_online", "overdue_open", "dossiers_received")
    )
    low, high = ("Xã A", Decimal(50)), ("Xã B", Decimal(90))
    said = dossier_findings.ranked
    assert said(online, [low, high], [Decimal(50), Decimal(90)], 6) == (
        "Hồ sơ nộp trực tuyến: thấp nhất Xã A (50,00\u00a0%)"
    )
    assert said(online, [low], [Decimal(50), Decimal(50), Decimal(90)], 6) == (
        "Hồ sơ nộp trực tuyến: thấp nhất Xã A và 1 nơi khác (50,00\u00a0%)"
    )
    assert said(overdue, [high, low], [Decimal(90), Decimal(50)], 6).endswith("cao nhất Xã B (90,00\u00a0%)")
    assert said(received, [("Xã B", 9)], [9, 5], 6) == "Hồ sơ tiếp nhận: nhiều nhất Xã B (9)"
    assert said(online, [high], [Decimal(90)], 6) == "Hồ sơ nộp trực tuyến: Xã B 90,00\u00a0%"
    assert said(received, [("Xã B", 9)], [9, 9], 6) == "Hồ sơ tiếp nhận: cả 2 dòng đều 9"
    assert said(received, [], [], 6) == "Hồ sơ tiếp nhận: chưa có con số nào để so sánh (0/6)"
