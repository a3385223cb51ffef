"""Hồ sơ for staff: lists of dossiers behind a figure, faults of data, and the balance of the form."""

import logging

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from tests.ui.test_dossiers import FEBRUARY


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("dossiers", **params)))


def test_no_dossier_is_named_until_a_list_is_asked_for(province, reader):
    html = shown(reader(province).open("dossiers"))
    assert "Danh sách hồ sơ (chỉ cán bộ)" in html and ">D1<" not in html


def test_the_overdue_list_names_each_dossier_with_its_days(province, reader):
    text = text_of(reader, province, danh_sach="qua-han")
    assert "4 hồ sơ đang giải quyết đã quá hạn vào ngày 31/03/2025 Dòng 1–4 trên 4." in text
    assert "D1 1.000001 Thủ tục một Xã An Bình 10/03/2025 20/03/2025 11" in text


def test_a_list_follows_the_filters_and_its_pages_stand_in_the_address(province, reader, monkeypatch):
    text = text_of(reader, province, danh_sach="qua-han", don_vi="X2@2024-12-01")
    assert "2 hồ sơ đang giải quyết" in text and "D3 1.000001" in text and "D1 1.000001" not in text
    monkeypatch.setattr("ui.worklists.PAGE", 3)
    html = shown(reader(province).open("dossiers", danh_sach="qua-han", trang="2"))
    assert "Dòng 4–4 trên 4. · Trang trước" in reads(html) and "trang=1" in html
    beyond = text_of(reader, province, danh_sach="qua-han", trang="9")  # left over from a longer list
    assert "Dòng 4–4 trên 4. · Trang trước" in beyond


def test_what_falls_due_next_is_a_list_of_its_own(province, reader):
    due = tiny.extract(tiny.line("S1", agency="X3", due="05/04/2025"))
    tiny.put(province, due)
    text = text_of(reader, province, danh_sach="den-han-7")
    assert "1 hồ sơ đến hạn trong 7 ngày sau 31/03/2025" in text
    assert "S1 1.000001 Thủ tục một Phường Ba 10/03/2025 05/04/2025 5" in text


def test_faults_of_data_stand_apart_and_lead_to_where_they_are_told(province, reader):
    bad = tiny.extract(tiny.line("E1", agency="X3", status=9), tiny.line("E2", agency="X3"))
    tiny.put(province, bad)
    html = shown(reader(province).open("dossiers"))
    assert "1 dòng của tháng 03/2025 có ngày hoặc trạng thái sai" in reads(html)
    assert 'href="so-lieu?' in html


def test_who_is_no_staff_sees_neither_list_nor_faults_whatever_the_address(province, reader, monkeypatch):
    from ui import shell

    monkeypatch.setattr(shell, "MAY", {"demo": {"viewer"}})
    text = text_of(reader, province, danh_sach="qua-han")
    assert "D1 1.000001" not in text and "chỉ cán bộ" not in text


def test_a_file_holds_every_line_and_who_took_it_is_logged(province, reader, caplog):
    from datetime import date

    from metrics.scope import Scope
    from ui import data, worklists

    reader(province)
    march = Scope(date(2025, 3, 1), date(2025, 3, 1))
    with caplog.at_level(logging.WARNING, "ioc.audit"):
        rows = worklists._all(data.store(), "Lan", march, "overdue", {})
    assert [row[0] for row in rows] == ["D1", "D2", "D3", "D4"]
    assert "export overdue by Lan" in caplog.text and "4 lines" in caplog.text and "D1" not in caplog.text


def test_the_balance_of_the_form_is_said_to_hold_and_a_month_follows_from_the_one_before(province, reader):
    tiny.put(province, FEBRUARY)
    text = text_of(reader, province)
    assert "Cân đối II.06a: (3) = (7) + (11) khớp ở cả 2 tháng" in text
    assert "(3) Tổng 2 4 (4) Trực tuyến 1 3 (5) Trực tiếp, bưu chính 1 1" in text
    assert "(6) − (11) chênh với tháng trước — 0" in text
    assert "Đơn vị đã gửi 1/6 2/6" in text
