"""Phi địa giới: plan, map, drill-down, gaps and flows of a province known by heart."""

import re

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def test_the_hero_says_what_is_live_of_the_list_and_the_pace_the_plan_needs(province, reader):
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "Danh mục 2 TTHC phi địa giới ✕ Chưa đạt 1 / 2 TTHC đang thực hiện" in text
    assert "10 ngày tới hạn thực hiện thêm 1 TTHC (10/04/2025)" in text
    assert "0,1 quy trình/ngày" in text


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
    assert "Một 66,67 %" in text and "Một: từng quầy, thấp nhất trước" in text
    assert "Xã Hòa Bình 0,00 % 0/1 thủ tục" in text
    assert at.query_params["do"] == "da-mo" and at.query_params["huyen"] == "H1"


def test_an_old_link_to_what_is_not_there_opens_the_page_all_the_same(province, reader):
    text = reads(shown(reader(province).open("cross_boundary", huyen="999", do="gi-do")))
    assert "Xã, phường thấp nhất toàn tỉnh" in text


def test_gaps_are_live_procedures_not_open_everywhere_with_the_demand_behind_them(province, reader):
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "Thủ tục một 66,67 % 2/3 quầy · 4 hồ sơ" in text
    assert "1.000001 Thủ tục một Hộ tịch Sở Một 2 3 4 X2" in text, "the table names the counters"


def test_departments_and_every_drawing_have_a_table_with_two_files(province, reader):
    at = reader(province).open("cross_boundary")
    assert "Sở Một 50,00 % 1/2 thủ tục" in reads(shown(at))
    assert len(at.get("download_button")) == 12


def test_english_says_the_same(province, reader):
    text = reads(shown(reader(province).open("cross_boundary", lang="en")))
    assert "1 of 2 procedures live" in text and "District tier ends" in text


def test_a_store_of_agencies_alone_draws_the_page_without_a_figure(sqlite_store, reader):
    tiny.put(sqlite_store, tiny.AGENCIES, kind="agencies")
    text = reads(shown(reader(sqlite_store).open("cross_boundary")))
    assert "0,00 %" not in text and "Danh mục — TTHC" in text
