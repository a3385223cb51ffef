"""Không phát sinh is declared on the upload page, looked at, and applied like any batch."""

from tests.graphics.reading import reads
from tests.ui.app import shown


def test_an_agency_that_has_not_sent_is_declared_and_looked_at_first(province, reader):
    at = reader(province).open("upload")
    names = [widget.label for widget in at.multiselect]
    assert names == ["Đơn vị chưa gửi số liệu tháng này"]
    at.selectbox(key="nothing-month").select_index(1).run()
    declare = at.multiselect(key="nothing-agencies-2025-03")
    assert set(declare.options) == {"Sở Một", "Sở Hai", "Huyện Một", "Phường Ba"}
    declare.select("S2").run()
    next(button for button in at.button if button.label == "Xem trước").click().run()
    assert not at.exception
    text = reads(shown(at))
    assert "khong-phat-sinh-2025-03" in text and "Sở Hai" in text
    assert any(button.label.startswith("Áp dụng") for button in at.button)
