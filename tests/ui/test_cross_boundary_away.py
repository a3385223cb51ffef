"""Phi địa giới: another counter and another area, and what each rate is made of."""

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from ui import cross_boundary_away

NEW_POINT = "Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nX1,01/07/2025,Điểm Mới,điểm tiếp nhận,2,1\n"


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
