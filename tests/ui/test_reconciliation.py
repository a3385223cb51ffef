"""Đối chiếu hides nothing: every row, its difference, and why there is one."""

from metrics.published import ENTRIES
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def test_every_row_stands_there_with_both_figures(province, reader):
    html = shown(reader(province).open("reconciliation"))
    assert html.count("</tr>") >= 2 * len(ENTRIES)  # the page's own table, and its plain twin
    text = reads(html)
    assert f"{len(ENTRIES)} dòng:" in text
    # Four procedures are not 1.877, and no sentence can explain that away.
    assert "Thủ tục cung cấp trực tuyến 80,29 % 75,00 % 3/4 ✕ −5,29 điểm %" in text
    assert "chênh lệch chưa giải thích" in text


def test_what_the_records_do_not_give_is_said_to_be_missing(province, reader):
    text = reads(shown(reader(province).open("reconciliation")))
    assert "… đã rà soát — — ? Chưa có số liệu Chưa có số liệu tiến độ." in text


def test_approximate_and_inferred_figures_are_marked(province, reader):
    text = reads(shown(reader(province).open("reconciliation")))
    assert "Bình Dương Số: lượt cài đặt hơn 102.000 hơn 102.000 ✓ 0" in text
    assert "Tổng số thủ tục hành chính 1.877 (suy ra) 4 −1.873" in text


def test_a_record_more_closes_its_row(province, reader):
    read = reader(province)
    row = "… rà soát xong trước ngày 30/04/2025 {} {}"
    assert row.format("—", "? Chưa có số liệu") in reads(shown(read.open("reconciliation")))
    late = (
        "Mã,Nội dung,Tiêu đề tiếng Anh,Loại,Số lượng,Đơn vị tính,Hạn,Đã xong,Tỷ lệ mục tiêu,Nguồn\n"
        "KH1109-RA-SOAT,Rà soát,,rà soát,524,TTHC,02/05/2025,,,Báo\n"
    )
    tiny.put(province, late, kind="reform_items")
    assert row.format("02/05/2025", "✕ +2 ngày") in reads(shown(read.open("reconciliation")))


def test_english(province, reader):
    text = reads(shown(reader(province).open("reconciliation", lang="en")))
    assert "more than 102,000" in text and "1,877 (inferred)" in text
