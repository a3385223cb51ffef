"""Giải thích: every indicator and term, and only those that are looked for."""

import pytest

from language import using
from language.messages import t
from metrics.indicators import INDICATORS
from tests.graphics.reading import reads
from tests.ui.app import shown
from ui.glossary import TERMS, holds


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("glossary", **params)))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_indicator_and_every_term_is_explained(province, reader, lang):
    text = text_of(reader, province, lang=lang)
    with using(lang):
        for key in INDICATORS:
            assert t(f"indicator.{key}") in text
        for key in TERMS:
            assert t(f"term.{key}") in text


def test_an_indicator_says_how_it_is_made_its_target_and_its_day(province, reader):
    text = text_of(reader, province)
    assert (
        "Dịch vụ công toàn trình 50,00 % "
        "Thủ tục cung cấp trực tuyến toàn trình trên tổng số thủ tục hành chính. "
        "Cách tính TTHC toàn trình ÷ Tổng số TTHC Đơn vị tính % Chiều tốt càng cao càng tốt "
        "Căn cứ Định nghĩa của hệ thống này Mục tiêu mục tiêu 70 % năm 2025, phấn đấu 80 % "
        "Số liệu đến 31/03/2025"
    ) in text


def test_the_reader_finds_words_with_and_without_marks(province, reader):
    read = reader(province)
    at = read.open("glossary")
    at.text_input(key="search_tim").set_value("phi dia gioi").run()
    assert not at.exception and at.query_params["tim"] == "phi dia gioi"
    text = reads(shown(at))
    assert "Thủ tục phi địa giới đang thực hiện" in text and "Thanh toán trực tuyến" not in text
    assert "Không có số liệu nào trong phạm vi đã chọn." in reads(shown(read.open("glossary", tim="xyz")))


def test_sources_come_from_the_records(province, reader):
    assert "Nguồn của các bản ghi Báo Kết nối" in text_of(reader, province, tim="báo")


def test_words_are_found_at_their_beginnings():
    assert holds("Hồ sơ nộp trực tuyến", "ho so") and holds("Đúng hạn", "dung")
    assert not holds("Hộ kinh doanh; số hóa", "ho so") and not holds("toàn trình", "oan")
    assert holds("anything", "  ")
