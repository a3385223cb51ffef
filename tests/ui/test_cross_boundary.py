"""Phi địa giới: plan, map, drill-down, gaps and flows of a province known by heart."""

import re
from datetime import date
from types import SimpleNamespace

from metrics.cross_boundary_gaps import Counter
from metrics.cross_boundary_stages import Stages
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from tests.ui.conftest import RECORDS
from ui import cross_boundary, cross_boundary_away, cross_boundary_next

NEW_POINT = "Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nX1,01/07/2025,Điểm Mới,điểm tiếp nhận,2,1\n"
LIVE = "đang thực hiện,02/12/2024"


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


def test_another_counter_and_another_area_are_told_apart_and_add_up(province, reader):
    """X1 and X2 lie in one area; a department, which has no tile, handles one of its two for X1's counter."""
    _department_sends(province)
    text = reads(shown(reader(province).open("cross_boundary", tu="2025-03")))
    assert "Hồ sơ nộp ở quầy khác: thấp nhất Một (25,00 %)" in text
    assert "Cấp tỉnh 50,00 % không có ô trên bản đồ · 1/2 hồ sơ" in text
    counts = text[text.index("Nộp ở quầy khác, mọi cấp") :]
    assert counts.startswith(
        "Nộp ở quầy khác, mọi cấp 2/6 33,33 % gồm: cấp huyện, cấp xã (các ô trên bản đồ) 1/4 25,00 % "
        "– nộp ở địa bàn khác 0/4 0,00 % – quầy khác, cùng địa bàn 1/4 25,00 % "
        "và: cấp tỉnh (không có ô trên bản đồ) 1/2 50,00 %"
    )
    assert "khác địa bàn" not in text


def test_nobody_at_another_counter_of_the_same_area_is_a_number_and_the_map_names_its_own_levels(
    province, reader
):
    """In July X1 and X2 have a tile each, and no district is left."""
    later = {"received": "03/07/2025", "due": "20/07/2025"}
    tiny.put(province, NEW_POINT, kind="one_stop_points")
    lines = (tiny.line("N1", **later), tiny.line("N2", counter="X2", **later))
    tiny.put(province, tiny.extract(*lines, month="07/2025"))
    text = reads(shown(reader(province).open("cross_boundary", tu="2025-07")))
    assert (
        "gồm: cấp xã (các ô trên bản đồ) 1/2 50,00 % – nộp ở địa bàn khác 1/2 50,00 % "
        "– quầy khác, cùng địa bàn 0/2 0,00 %"
    ) in text


def test_levels_beyond_the_map_are_named_from_the_province_down():
    assert cross_boundary_away._named({"vertical", "commune", "province"}) == "Cấp tỉnh, cấp xã, ngành dọc"


def test_where_flows_tell_of_other_dossiers_than_the_map_they_stand_apart_from_it(province, reader):
    """X3 has no counter: its dossiers flow from its district and stand on no tile."""
    tiny.put(province, tiny.extract(tiny.line("C1", agency="X3"), tiny.line("C2", agency="X3", counter="X1")))
    text = reads(shown(reader(province).open("cross_boundary", tu="2025-03")))
    assert (
        "(các ô trên bản đồ) 1/4 25,00 % – quầy khác, cùng địa bàn — — "
        "và: cấp xã (không có ô trên bản đồ) 1/2 50,00 % "
        "Nộp ở địa bàn khác, mọi cơ quan có địa bàn 0/6 0,00 %"
    ) in text


def test_every_rate_of_the_map_and_the_matrix_has_what_it_is_made_of(province, reader):
    page = reader(province)
    html = shown(page.open("cross_boundary"))
    assert "Một 25,00 % 2 xã, phường · 1/4 hồ sơ" in reads(html)
    assert 'title="Xã Hòa Bình: 50,00\u00a0% (1/2 hồ sơ)"' in html
    assert "Một mở ít nhất trong 1 địa bàn: 66,67 % (2/3 cặp thủ tục × quầy)" in reads(html)
    assert "Hộ tịch (1)" in reads(html) and "Một (3)" in reads(html) and 'title="2/3"' in html
    opened = reads(shown(page.open("cross_boundary", do="da-mo")))
    assert "Một 66,67 % 2 xã, phường · 2/3 cặp thủ tục × quầy" in opened


def test_on_the_map_of_what_is_open_departments_have_no_counter(province, reader):
    _department_sends(province)
    text = reads(shown(reader(province).open("cross_boundary", tu="2025-03", do="da-mo")))
    assert "Cấp tỉnh — không có quầy trên bản đồ" in text


def _department_sends(store):
    tiny.put(store, tiny.extract(tiny.line("S1", agency="S1"), tiny.line("S2", agency="S1", counter="X1")))


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


def test_what_to_open_next_is_one_procedure_a_line_with_its_counters_and_the_demand_behind_it(
    province, reader
):
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "Nên mở trước: Thủ tục một tại 1 quầy chưa mở (4 hồ sơ trong kỳ)" in text
    # 4 dossiers of it, nobody from elsewhere comes to X2's counter; open at 2 of 3 counters.
    assert "Thủ tục một 4 1 0 2/3 Xã Hòa Bình (0)" in text
    assert "1.000001 Thủ tục một X2 Xã Hòa Bình 4 0" in text, "the table names the pair"
    assert "1.000001 Thủ tục một Hộ tịch Sở Một 2 3 4 X2" in text, "and the counters of each procedure"


def test_a_procedure_that_many_counters_lack_stands_in_one_line(province, reader):
    """With no opening that counts, three counters lack it; the one that most is brought to stands first."""
    for code in ("H1", "X1"):
        closed = (
            f"Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n1.000001,{code},02/12/2024,03/12/2024\n"
        )
        tiny.put(province, closed, kind="openings")
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "tại 3 quầy chưa mở" in text
    assert "Thủ tục một 4 3 1 0/3 Xã An Bình (1), Huyện Một (0), Xã Hòa Bình (0)" in text
    lines = ("X1 Xã An Bình 4 1", "H1 Huyện Một 4 0", "X2 Xã Hòa Bình 4 0")
    assert " ".join(f"1.000001 Thủ tục một {line}" for line in lines) in text, "the table has every pair"


def test_a_table_that_shows_fewer_lines_than_its_files_hold_says_how_many(province, reader):
    """13 procedures × 3 counters: the card has room for 11 of them."""
    codes = [f"2.{n:06}" for n in range(13)]
    rows = {
        "procedures": [f"{code},Thủ tục {code},L1,xã,S1,0" for code in codes],
        "procedure_states": [
            f"{code},phi địa giới,{state}" for code in codes for state in ("danh mục,01/12/2024", LIVE)
        ],
    }
    for kind, lines in rows.items():
        tiny.put(province, "\n".join([tiny.REFERENCE[kind].splitlines()[0], *lines]) + "\n", kind=kind)
    asked = [tiny.line(code, code, agency) for agency in ("X1", "X2") for code in codes]
    tiny.put(province, tiny.extract(*asked))
    assert "(33 dòng đầu; tệp có đủ 39 dòng)" in reads(shown(reader(province).open("cross_boundary")))


def test_of_many_counters_a_line_names_the_first_and_counts_the_others():
    counters = [Counter(SimpleNamespace(name=f"Xã {n}"), 9 - n) for n in range(6)]
    assert cross_boundary_next.named(counters) == "Xã 0 (9), Xã 1 (8), Xã 2 (7) và 3 quầy khác"
    assert cross_boundary_next.named(counters[:3]) == "Xã 0 (9), Xã 1 (8), Xã 2 (7)"


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
