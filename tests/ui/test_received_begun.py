"""Số liệu đã nhận does not hide the month that has just begun to come in."""

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def test_a_month_after_the_usual_period_is_named_with_its_n_of_m(province, reader):
    lines = [tiny.line(f"S{n}", agency=code) for n, code in enumerate(("S1", "S2", "H1", "X1", "X2", "X3"))]
    tiny.put(province, tiny.extract(*lines))  # March is whole, so the usual period ends with it
    april = {"received": "03/04/2025", "due": "20/04/2025"}
    tiny.put(province, tiny.extract(tiny.line("A1", agency="X1", **april), month="04/2025"))
    text = reads(shown(reader(province).open("received")))
    assert "Đã bắt đầu có số liệu của tháng sau kỳ đang xem: 04/2025: 1/6 đơn vị đã gửi" in text
    later = reads(shown(reader(province).open("received", den="2025-04")))
    assert "Đã bắt đầu có số liệu" not in later
