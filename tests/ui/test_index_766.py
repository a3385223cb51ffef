"""Cơ quan: Index 766 of the agencies side by side, of one of them, and what others published."""

import pytest

from tests import tiny
from tests.graphics.reading import reads
from tests.metrics.index_766_made import load_weights
from tests.ui.app import shown

SCORES = """Mã đơn vị,Kỳ chấm từ,Kỳ chấm đến,Điểm công bố,Trên tổng điểm,Ngày công bố,Nguồn
,01/01/2023,31/12/2023,"80,21",100,,Báo <A>
"""


@pytest.fixture
def scored(province):
    """X1: 2 dossiers of March, both overdue, 1 of 2 online, no fee; 2 of its 2 procedures are online."""
    load_weights(province)
    tiny.put(province, SCORES, kind="official_scores")
    return province


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("agencies", **params)))


def test_agencies_stand_side_by_side_on_what_is_measured(scored, reader):
    text = text_of(reader, scored, chi_so="766")
    # X1: 0 + 2 + 4 × 1/2 + 6 + 4 × 2/2 + 0 of 6 for ratings that nobody gave; X2 has as many.
    assert "Cấp xã: 3 cơ quan" in text
    assert "Xã An Bình X1 14,00/42* hạng 1/2 0,00/20* 10,00/12* 4,00/4* 0,00/6" in text
    assert "Phường Ba X3 — — — — —" in text
    assert "Cơ cấu" not in text


def test_one_agency_shows_what_it_lost_of_which_fraction(scored, reader):
    text = text_of(reader, scored, don_vi="X1@2024-12-01")
    assert "Chỉ số 766 – Xã An Bình: 14,00 trên 42 điểm đo được; còn 58 điểm chưa đo được" in text
    assert (
        "Thủ tục trực tuyến có phát sinh hồ sơ trực tuyến Cung cấp trực tuyến 2,00/4 2,00 50,00 %* 1/2"
        in text
    )
    assert "Hồ sơ thanh toán trực tuyến Thanh toán trực tuyến —/6 — Không phát sinh 0/0" in text
    assert "Công khai, minh bạch: 4 thành phần chưa đo được" in text
    assert "Không phải điểm chính thức, trọng số cũng không lấy từ văn bản chính thức." in text
    assert (
        "Thêm 1 thủ tục đạt “Thủ tục trực tuyến có phát sinh hồ sơ trực tuyến”: +2,00 điểm , đủ điểm tối đa"
        in text
    )
    assert "Chưa ghi điểm công bố nào." in text


def test_what_others_published_stands_beside_the_province_and_apart(scored, reader):
    text = text_of(reader, scored, chi_so="766")
    assert "Điểm công bố gần nhất: 80,21/100, kỳ 01/01/2023 – 31/12/2023" in text
    assert "Báo <A>" in text
    assert "không cộng, không trừ" in text


def test_without_weights_it_says_what_to_load(province, reader):
    text = text_of(reader, province, chi_so="766")
    assert "Chưa có trọng số nào hiệu lực vào ngày 31/03/2025: hãy nạp tệp “Trọng số chỉ số 766”." in text


def test_weights_that_change_within_the_period_are_said(scored, reader):
    later = "01/03/2025,,thanh toán trực tuyến,1,TTTT-A,Thanh toán,,5,,,100,không tính,,,1,Văn bản"
    header = (
        "Hiệu lực từ,Hiệu lực đến,Nhóm chỉ số,Thứ tự,Mã thành phần,Tên thành phần,Tên thành phần tiếng Anh,\
Điểm tối đa,Tử số,Mẫu số,Đủ điểm từ tỷ lệ,Khi mẫu số bằng 0,Khác với Cổng,Khác với Cổng tiếng Anh,\
Văn bản chính thức,Nguồn"
    )
    tiny.put(scored, f"Bộ trọng số,{header}\nMới,{later}\n", kind="index_components")
    february = {"received": "10/02/2025", "due": "20/02/2025"}
    tiny.put(scored, tiny.extract(tiny.line("F1", **february), month="02/2025"))
    text = text_of(reader, scored, don_vi="X1@2024-12-01", tu="2025-02", den="2025-03")
    assert "Trọng số đổi trong kỳ (01/03/2025): cả kỳ được chấm theo bộ có hiệu lực cuối kỳ." in text
    assert "tự tính theo trọng số “Mới”, dùng từ 01/03/2025" in text


@pytest.fixture
def noted(scored, reader):
    """`noted(points)`: what the page says once staff have noted the score of a quarter."""

    def noted(points: str) -> str:
        page = reader(scored).open("agencies", don_vi="X1@2024-12-01")
        page.date_input[0].set_value("2025-01-01")
        page.date_input[1].set_value("2025-03-31")
        page.text_input[0].input(points)
        page.text_input[2].input("Cổng")
        next(button for button in page.button if button.label == "Ghi lại").click()
        page.run()
        assert not page.exception
        return reads(shown(page))

    return noted


def test_staff_note_a_published_score_on_the_page(noted):
    assert "Điểm công bố gần nhất: 88,60/100, kỳ 01/01/2025 – 31/03/2025" in noted("88,6")


def test_a_score_above_its_scale_is_refused_with_the_field_named(noted):
    text = noted("101")
    assert "Điểm: Điểm công bố nằm ngoài thang điểm" in text
    assert "Chưa ghi điểm công bố nào." in text


def test_boxes_that_must_be_filled_are_marked_and_named_one_by_one_where_they_are_not(scored, reader):
    page = reader(scored).open("agencies", don_vi="X1@2024-12-01")
    labels = [box.label for box in (*page.date_input[:3], *page.text_input[:3])]
    assert [label for label in labels if not label.endswith(" *")] == ["Ngày công bố"]
    next(button for button in page.button if button.label == "Ghi lại").click().run()
    text = reads(shown(page))
    assert "Kỳ chấm từ: chưa điền. Kỳ chấm đến: chưa điền. Điểm: chưa điền. Nguồn: chưa điền." in text
    assert "cột" not in text[text.index("Chưa ghi được") :][:200]


def test_in_english_components_have_their_english_names(scored, reader):
    text = text_of(reader, scored, don_vi="X1@2024-12-01", lang="en")
    assert "Index 766 – Xã An Bình: 14.00 of 42 measurable points; 58 points cannot be measured" in text
    assert (
        "1 more procedure in “Online procedures that were used online”: +2.00 points , all that it gives"
        in text
    )


def test_the_glossary_tells_how_each_component_is_scored_and_by_whose_weights(scored, reader):
    drawn = shown(reader(scored).open("glossary", tim="766"))
    assert "đủ điểm. <small>" in drawn and ".<small>" not in drawn
    text = reads(drawn)
    assert "Chỉ số 766: các thành phần" in text
    assert "6 × (Hồ sơ tiếp nhận trực tuyến ÷ Hồ sơ tiếp nhận) ÷ 50 %, nhiều nhất 6 điểm." in text
    assert "6 × tỷ lệ ÷ 100 %, nhiều nhất 6 điểm; chưa đo được. Mẫu số bằng 0: đủ điểm." in text
    assert "không phải văn bản chính thức" in text
    paid = reads(shown(reader(scored).open("glossary", tim="có phí")))
    assert "Hồ sơ thanh toán trực tuyến" in paid and "Hồ sơ đồng bộ lên Cổng" not in paid
