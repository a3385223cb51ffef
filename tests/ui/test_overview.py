"""Tổng quan shows what the records say, and nothing that they do not."""

from sqlalchemy import text

from language import using
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from tests.ui.conftest import RECORDS
from ui.overview import titled


def test_figures_stand_with_their_fraction_and_their_own_target(province, reader):
    text = reads(shown(reader(province).open("overview")))
    assert "3 trên 4 thủ tục hành chính (TTHC) 75,00 %" in text
    assert "Dịch vụ công toàn trình ✕ Chưa đạt 50,00 % 70 % 80 % Thiếu 1 TTHC để đạt 70 % năm 2025" in text
    assert (
        "Phi địa giới hành chính ✕ Chưa đạt 50,00 % 100 % 1 /2 TTHC trong danh mục; 1 đang xây dựng" in text
    )
    assert "2 mục tiêu năm 2025: ✕ 2 chưa đạt" in text


def test_dossiers_have_no_target_no_status_and_say_who_has_sent(province, reader):
    text = reads(shown(reader(province).open("overview")))
    assert "Hồ sơ nộp trực tuyến 75,00 % 3 /4 hồ sơ trong 1 tháng ! 2/6 đơn vị" in text


def test_what_nobody_has_reported_is_hatched_and_never_nought(province, reader):
    html = shown(reader(province).open("overview"))
    assert (
        "Rà soát 12 TTHC ? Chưa có số liệu — 100 % Phải xong 12 thủ tục , hạn 30/04/2025 ; chưa có báo cáo"
        in reads(html)
    ), "what is to be reviewed is not written as if it were done"
    assert "chưa có báo cáo tiến độ" in html and "ioc-hatch" in html


def test_of_what_was_promised_the_card_shows_what_is_done(province, reader):
    header = RECORDS["reform_items"].splitlines()[0]
    item = "R1,Rà soát 12 TTHC,Review 12 procedures,rà soát,12,TTHC,30/04/2025,9,,Báo"
    tiny.put(province, f"{header}\n{item}\n", kind="reform_items")
    text = reads(shown(reader(province).open("overview")))
    assert "Rà soát 12 TTHC 9 / 12 thủ tục 100 % Hạn 30/04/2025 ; đã xong 9" in text


def test_actions_are_ranked_by_score_lead_somewhere_and_name_who_is_responsible(province, reader):
    """Nothing of 12 reported: 1 × 2,08 × 1,5 (30 days). 1 of 2 built: 0,5 × 1 × 1,5. 1 of 3 online: 0,33."""
    html = shown(reader(province).open("overview", lang="vi"))
    text = reads(html)
    first = text.index("Báo cáo tiến độ: Rà soát 12 TTHC")
    second = text.index("Xong quy trình điện tử cho 1 TTHC phi địa giới, cần 0,1 quy trình/ngày")
    assert first < second < text.index("Đưa thêm 1 TTHC lên toàn trình")
    assert "Văn phòng UBND tỉnh và các sở, ngành chủ trì 10/04/2025 ! còn 10 ngày" in text
    assert 'href="phi-dia-gioi?lang=vi"' in html


def test_the_roadmap_leaves_reorganisations_to_the_trends_and_escapes_what_records_say(province, reader):
    html = shown(reader(province).open("overview"))
    assert "Mở rộng &lt;danh mục&gt;" in html and "Bỏ cấp huyện" not in html


def test_apps_and_links_come_from_records_known_by_name_or_not(province, reader):
    text = reads(shown(reader(province).open("overview")))
    assert "Cơ quan ngành dọc 1/2" in text
    assert "Bình Dương Số lượt cài đặt · T3/25 hơn 102.000" in text and "moi_la lượt lạ · T3/25 7" in text


def test_links_and_apps_say_until_when_they_are_known(province, reader):
    """Nobody has stated them since March: what July looks like is not known."""
    later = tiny.line("N1", received="03/07/2025", due="20/07/2025")
    tiny.put(province, tiny.extract(later, month="07/2025"))
    with province.write() as connection:
        connection.execute(text("UPDATE batch SET as_of = '2025-03-31' WHERE kind = 'connections'"))
    found = reads(shown(reader(province).open("overview", tu="2025-07", den="2025-07")))
    assert "Số liệu kết nối đến 31/03/2025" in found and "lượt cài đặt · T3/25" in found
    assert "Trạng thái đến ngày 31/03/2025" in reads(shown(reader(province).open("linked", tu="2025-07")))


def test_english_has_its_own_words_for_figures_records_and_files(province, reader):
    at = reader(province).open("overview", lang="en")
    text = reads(shown(at))
    assert "75.00%" in text and "1 procedure short of 70% in 2025" in text
    assert "Report progress: Review 12 procedures" in text and "List widened" in text
    assert {button.label for button in at.get("download_button")} == {"Get CSV", "Get Excel"}


def test_another_month_brings_other_figures(province, reader):
    tiny.put(province, tiny.extract(tiny.line("D9", agency="X1", received="10/02/2025"), month="02/2025"))
    read = reader(province)
    text = reads(shown(read.open("overview", tu="2025-02", den="2025-02")))
    assert "100,00 % 1 /1 hồ sơ trong 1 tháng ! 1/6 đơn vị" in text
    assert "3 /4 hồ sơ trong 1 tháng" in reads(shown(read.open("overview", tu="2025-03", den="2025-03")))


def test_a_store_of_agencies_alone_draws_the_page_without_a_figure(sqlite_store, reader):
    tiny.put(sqlite_store, tiny.AGENCIES, kind="agencies")
    text = reads(shown(reader(sqlite_store).open("overview")))
    assert "Chưa có số liệu" in text and "0,00 %" not in text
    assert "Đôn đốc 6 đơn vị gửi số liệu" in text


def test_a_record_writes_percent_as_our_figures_do():
    record = {"title": "Thí điểm 100 % TTHC", "title_en": "Pilot of 100 % of procedures"}
    with using("vi"):
        assert titled(record) == "Thí điểm 100\N{NO-BREAK SPACE}% TTHC"
    with using("en"):
        assert titled(record) == "Pilot of 100% of procedures"
