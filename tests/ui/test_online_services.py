"""Dịch vụ công: the stock, the path to its own target, and what to do next."""

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown


def text_of(reader, store, **params):
    return reads(shown(reader(store).open("online_services", **params)))


def from_march(store, procedure: str, level: str) -> None:
    """A procedure reaches a service level on 1-3-2025."""
    states = f"Mã TTHC,Nội dung,Trạng thái,Từ ngày\n{procedure},mức độ DVC,{level},01/03/2025\n"
    tiny.put(store, states, kind="procedure_states")


def test_the_stock_and_what_is_missing_to_the_target(province, reader):
    text = text_of(reader, province)
    assert "2 trên 4 thủ tục hành chính (TTHC) 50,00 %" in text
    assert "Trực tuyến, kể cả một phần: 75,00 % (3/4 TTHC)" in text
    # 70 % of 4 is 2,8, so 3; 80 % is 3,2, so 4. Nine months are left from March to December.
    assert "Còn thiếu 1 TTHC toàn trình để đạt 70 % năm 2025 ✕ Chưa đạt" in text
    assert "1 TTHC còn thiếu để đạt 70 %; để đạt 80 % thiếu 2" in text
    assert "0,1 TTHC/tháng nhịp cần có" in text


def test_partly_online_procedures_are_ordered_by_the_dossiers_they_carry(province, reader):
    from_march(province, "1.000004", "một phần")
    lines = [tiny.line(f"E{n}", agency="S2", procedure="1.000004") for n in range(3)]
    lines.append(tiny.line("E9", agency="S2", procedure="1.000003"))
    tiny.put(province, tiny.extract(*lines))
    text = text_of(reader, province)
    assert (
        "1 Thủ tục bốn 1.000004 Đất đai Sở Hai 3 75,00 % 3 75,00 % đạt 70 % "
        "2 Thủ tục ba 1.000003 Hộ tịch Sở Hai 1 100,00 % 4 100,00 % đạt 80 %" in text
    )
    assert "Thủ tục đầu danh sách" not in text
    assert "1 thủ tục đầu danh sách dưới đây mang 3 hồ sơ trong kỳ, 75,00 %" in text


def test_the_path_says_where_each_target_is_reached_by_procedure_sector_and_department(province, reader):
    from_march(province, "1.000004", "một phần")
    tiny.put(province, tiny.extract(tiny.line("E9", agency="S2", procedure="1.000003")))
    text = text_of(reader, province)
    assert "Nâng thủ tục nhiều hồ sơ trước: 70 % sau 1 thủ tục; 80 % sau 2 thủ tục" in text
    assert "Nâng trọn từng lĩnh vực: 70 % sau 1 lĩnh vực; 80 % sau 2 lĩnh vực" in text
    assert "Nâng trọn từng cơ quan: 70 % sau 1 cơ quan; 80 % sau 1 cơ quan" in text
    assert "1 Hộ tịch 1 1 100,00 % 3 75,00 % đạt 70 % 2 Đất đai 1 0 100,00 % 4 100,00 % đạt 80 %" in text
    assert "1 Sở Hai 2 1 100,00 % 4 100,00 % đạt 70 %; đạt 80 %" in text
    assert "2 lĩnh vực đầu, xếp theo số hồ sơ mang theo, đưa toàn trình lên 100,00 % ." in text


def test_a_target_beyond_all_that_is_eligible_says_so(province, reader):
    text = text_of(reader, province)  # one procedure is partly online: 3 of 4 at best
    assert "70 % sau 1 thủ tục; 80 % chưa tới dù làm hết" in text


def test_without_months_of_movement_nothing_is_projected(province, reader):
    text = text_of(reader, province, tu="2025-03")
    # Four months' ends are known, with movements of 0, 1 and 0.
    assert "Nếu giữ nhịp 3 tháng qua ( 0,3 TTHC/tháng ), mốc 70 % năm 2025 đạt vào khoảng 06/2025" in text
    tiny.put(province, tiny.extract(tiny.line("D9", agency="X1", received="10/02/2025"), month="02/2025"))
    text = text_of(reader, province, den="2025-02")
    assert "Chưa đủ lịch sử để dự báo mốc 70 % năm 2025: số liệu mới có 2 tháng biến động (0; +1)" in text


def test_what_is_not_online_is_listed_with_its_level(province, reader):
    text = text_of(reader, province)
    assert "1 thủ tục chưa trực tuyến" in text
    assert "Thủ tục bốn 1.000004 Đất đai Sở Hai Cung cấp thông tin 0" in text
    assert "Chưa có lý do trong số liệu" in text


def test_groups_add_up_to_the_stock(province, reader):
    text = text_of(reader, province)
    assert "Sở Hai 0 1 1 2 0,00 % Sở Một 2 0 0 2 100,00 %" in text
    assert "Cấp xã 2 0 0 2 100,00 %" in text


def test_a_sector_has_no_target_of_its_own(province, reader):
    text = text_of(reader, province, linh_vuc="L1")
    assert "1 trên 2 thủ tục hành chính (TTHC) 50,00 %" in text
    assert "Mục tiêu là của toàn tỉnh." in text and "Chưa đạt" not in text


def test_a_target_that_is_reached_says_so(province, reader):
    read = reader(province)
    assert "Đã đạt 70 % năm 2025." not in reads(shown(read.open("online_services")))
    from_march(province, "1.000003", "toàn trình")
    text = reads(shown(read.open("online_services")))
    assert "✓ Đạt" in text and "Đã đạt 70 % năm 2025." in text and "0 TTHC còn thiếu" in text


def test_an_empty_store_draws_the_page_without_a_figure(sqlite_store, reader):
    tiny.put(sqlite_store, tiny.AGENCIES, kind="agencies")
    text = text_of(reader, sqlite_store)
    assert "Dịch vụ công toàn trình — Chưa có số liệu" in text and " 0,00 %" not in text


def test_english(province, reader):
    text = text_of(reader, province, lang="en")
    assert "1 procedure short of 70% in 2025 fully online" in text
    assert "1 procedure missing to reach 70%; 2 to reach 80%" in text
