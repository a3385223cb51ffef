"""Phi địa giới: plan, map, drill-down, gaps and flows of a province known by heart."""

import re
from datetime import date
from types import SimpleNamespace

from metrics.cross_boundary_stages import Stages
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from tests.ui.conftest import RECORDS
from ui import cross_boundary

NEW_POINT = "Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nX1,01/07/2025,Điểm Mới,điểm tiếp nhận,2,1\n"


def test_the_hero_says_what_is_live_of_the_list_and_the_pace_the_plan_needs(province, reader):
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "Danh mục 2 TTHC phi địa giới ✕ Chưa đạt 1 / 2 TTHC đang thực hiện" in text
    assert "10 ngày tới hạn thực hiện thêm 1 TTHC (10/04/2025)" in text
    assert "0,1 quy trình/ngày" in text


def test_a_step_whose_date_the_records_do_not_reach_is_neither_ahead_nor_called_late(sqlite_store, reader):
    for kind, content in (tiny.REFERENCE | {"targets": RECORDS["targets"]}).items():
        tiny.put(sqlite_store, f"Số liệu đến ngày 31/03/2025\n{content}", kind=kind)
    april = {"received": "10/04/2025", "due": "20/04/2025"}
    tiny.put(sqlite_store, tiny.extract(tiny.line("D1", **april), month="04/2025"))
    text = reads(shown(reader(sqlite_store).open("cross_boundary", tu="2025-04", den="2025-04")))
    assert "1 thủ tục so với kế hoạch ngày 10/04/2025 · đã qua hạn; số liệu đến 31/03/2025" in text
    assert "Chậm" not in text and "ngày tới hạn" not in text
    assert " Trạng thái thủ tục đến 31/03/2025" in text, "a sentence of its own"


def test_the_map_adds_up_its_counters_and_keeps_the_address(province, reader):
    html = shown(reader(province).open("cross_boundary", tu="2025-03", lang="vi"))
    # X1 and X2 have sent: 1 of 4 dossiers was handed in at another agency's counter.
    assert "Một 25,00 %" in reads(html)
    links = re.findall(r'href="(\?[^"]*)"', html)
    assert any("huyen=H1" in link and "tu=2025-03" in link and "lang=vi" in link for link in links)


def test_choosing_a_measure_and_a_district_changes_map_and_list_and_writes_the_address(province, reader):
    at = reader(province).open("cross_boundary")
    at.selectbox(key="cross_boundary_measure").select("da-mo").run()
    at.selectbox(key="cross_boundary_area").select("H1").run()
    text = reads(shown(at))
    # 1 live procedure at 3 counters, open at 2 of them.
    assert "Một 66,67 %" in text and "Một: 3 quầy, thấp nhất Xã Hòa Bình (0,00 %)" in text
    assert "Xã Hòa Bình 0,00 % 0/1 thủ tục" in text
    assert at.query_params["do"] == "da-mo" and at.query_params["huyen"] == "H1"


def test_an_old_link_to_what_is_not_there_opens_the_page_all_the_same(province, reader):
    text = reads(shown(reader(province).open("cross_boundary", huyen="999", do="gi-do")))
    assert "Quầy cấp xã thấp nhất: Xã An Bình (0,00 %)" in text


def test_the_list_is_split_by_sector_department_or_counter_and_every_drawing_has_two_files(province, reader):
    at = reader(province).open("cross_boundary")
    assert "2 lĩnh vực: thấp nhất Đất đai (0,00 %)" in reads(shown(at))
    assert "Hộ tịch 100,00 % 1/1 thủ tục" in reads(shown(at))
    at.selectbox(key="choice_theo").select("co-quan").run()
    assert "1 cơ quan chủ trì: thấp nhất Sở Một (50,00 %)" in reads(shown(at))
    at.selectbox(key="choice_theo").select("quay").run()
    assert "3 quầy: thấp nhất Xã Hòa Bình (0,00 %)" in reads(shown(at))
    assert len(at.get("download_button")) == 18


def test_a_stock_that_does_not_move_is_not_projected(province, reader):
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "Phi địa giới đang thực hiện: với nhịp này không đạt mốc 100 % danh mục năm 2025" in text
    # One of two is live since December: nothing moved in three months, and one is left for nine.
    assert "Với nhịp 3 tháng qua ( 0,0 TTHC/tháng ) không đạt" in text and "cần 0,1 TTHC/tháng" in text
    assert "31/12/2024 1 — — — 50,00 % 31/01/2025 1 — — — 50,00 %" in text and "30/04/2025 —" not in text


def test_coverage_and_uptake_stand_side_by_side_by_month(province, reader):
    assert "03/2025 1/2 50,00 % 1/4 25,00 %" in reads(shown(reader(province).open("cross_boundary")))


def test_across_a_reorganisation_the_map_shows_the_counters_of_today_or_of_that_time(province, reader):
    later = {"received": "03/07/2025", "due": "20/07/2025"}
    tiny.put(province, NEW_POINT, kind="one_stop_points")
    tiny.put(province, tiny.extract(tiny.line("N1", **later), tiny.line("N2", **later), month="07/2025"))
    across = {"tu": "2025-03", "den": "2025-07"}
    today = reader(province).open("cross_boundary", **across)
    text = reads(shown(today))
    assert "Mỗi ô một xã, phường hiện nay" in text and "T7/25" in text
    assert "Mới 0,00 %" in text and "Xã An Bình" not in text, "an ended unit has no counter today"
    today.selectbox(key="choice_co_cau").select("luc-do").run()
    then = reads(shown(today))
    assert "Mỗi ô một huyện, thành phố" in then and "T3/25–T6/25" in then
    assert "Xã An Bình" in then and "Phường Mới" not in then


def test_every_map_of_a_period_can_be_chosen(province, reader):
    """A branch names the tile of a commune since May; in July the district ends."""
    agency = f"{tiny.AGENCIES.splitlines()[0]}\nB1,Chi nhánh Ba,huyện,quận huyện,,01/05/2025,,0\n"
    counters = "X3,01/12/2024,Điểm Ba,điểm tiếp nhận,2,2\nB1,01/05/2025,Chi nhánh Ba,chi nhánh,2,2\n"
    tiny.put(province, agency, kind="agencies")
    tiny.put(province, f"{NEW_POINT.splitlines()[0]}\n{counters}", kind="one_stop_points")
    july = tiny.line("N1", agency="X2", received="03/07/2025", due="20/07/2025")
    tiny.put(province, tiny.extract(july, month="07/2025"))
    page = reader(province).open("cross_boundary", tu="2025-03", den="2025-07", co_cau="2025-05")
    assert page.selectbox(key="choice_co_cau").options == [
        "Cơ cấu hiện nay · T7/25", "Cơ cấu lúc đó · T3/25–T4/25", "Cơ cấu lúc đó · T5/25–T6/25"
    ]  # fmt: skip
    assert "T5/25–T6/25" in reads(shown(page)) and "Chi nhánh Ba" in reads(shown(page))


def test_a_unit_alone_on_its_tile_shows_where_its_own_dossiers_went(province, reader):
    later = {"received": "03/07/2025", "due": "20/07/2025"}
    tiny.put(province, NEW_POINT, kind="one_stop_points")
    lines = (tiny.line("N1", **later), tiny.line("N2", counter="X2", **later))
    tiny.put(province, tiny.extract(*lines, month="07/2025"))
    text = reads(shown(reader(province).open("cross_boundary", tu="2025-07", huyen="X1")))
    assert "Mới: 1/2 hồ sơ nộp ở địa bàn khác, nhiều nhất tại Hòa Bình Hòa Bình 50,00 % 1/2 hồ sơ" in text


def test_english_says_the_same(province, reader):
    text = reads(shown(reader(province).open("cross_boundary", lang="en")))
    assert "1 of 2 procedures live" in text and "District tier ends" in text


def test_a_store_of_agencies_alone_draws_the_page_without_a_figure(sqlite_store, reader):
    tiny.put(sqlite_store, tiny.AGENCIES, kind="agencies")
    text = reads(shown(reader(sqlite_store).open("cross_boundary")))
    assert "0,00 %" not in text and "Danh mục — TTHC" in text


def test_a_step_of_the_plan_that_was_reached_late_says_so(monkeypatch):
    """570 by 10 April: on the day itself is met, ten days later is met late."""
    plan = ((date(2025, 4, 10), 570),)
    for reached, said in (
        (date(2025, 4, 10), "đủ kế hoạch 570"),
        (date(2025, 4, 20), "đạt muộn, ngày 20/04/2025"),
    ):
        stages = Stages(listed=(), built=(), live=((reached, 570),), plan=plan)
        monkeypatch.setattr(cross_boundary.reads, "stages", lambda on, stages=stages: stages)
        assert said in cross_boundary.against_plan(SimpleNamespace(on=date(2025, 4, 30)))
