"""What an address asks for and the data cannot give is named; the page is drawn all the same."""

import pytest

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def text(reader, province, page="agencies", **params) -> str:
    return reads(shown(reader(province).open(page, **params)))


@pytest.mark.parametrize(
    "params, told",
    [
        ({"tu": "2030-01", "den": "2030-02"}, "Từ tháng: “2030-01”; Đến tháng: “2030-02”"),
        ({"don_vi": "99999"}, "Đơn vị: “99999”"),
        ({"cap": "thon"}, "Cấp: “thon”"),
    ],
)
def test_values_that_stand_for_nothing_are_named(province, reader, params, told):
    assert f"Liên kết có giá trị không dùng được ở đây: {told}" in text(reader, province, **params)


def test_what_somebody_wrote_into_an_address_is_text_and_no_more(province, reader):
    html = shown(reader(province).open("agencies", don_vi="<b>x</b>" + "y" * 90))
    assert f"“&lt;b&gt;x&lt;/b&gt;{'y' * 32}”" in html


def test_of_an_address_that_fits_nothing_is_said(province, reader):
    assert "không dùng được" not in text(reader, province, tu="2025-03", den="2025-03", cap="xa")


def test_a_bare_code_is_the_unit_of_that_time(province, reader):
    later = tiny.line("N1", received="03/07/2025", due="20/07/2025")
    tiny.put(province, tiny.extract(later, month="07/2025"))
    assert "Xã An Bình" in text(reader, province, don_vi="X1", tu="2025-03", den="2025-03")
    assert "Phường Mới" in text(reader, province, don_vi="X1", tu="2025-07", den="2025-07")


def test_a_level_without_agencies_in_the_period_says_so(province, reader):
    later = tiny.line("N1", received="03/07/2025", due="20/07/2025")
    tiny.put(province, tiny.extract(later, month="07/2025"))
    found = text(reader, province, cap="huyen", tu="2025-07", den="2025-07")
    assert "Không có đơn vị nào của cấp này trong kỳ" in found
