"""Cải cách: promises from records, hatched until somebody reports, never late on what is unknown."""

from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from tests.ui.conftest import RECORDS


def test_nobody_has_reported_and_nothing_is_nought(province, reader):
    text = reads(shown(reader(province).open("reform")))
    assert "0/1 việc đã có báo cáo tiến độ" in text
    assert "Rà soát 12 TTHC rà soát · hạn 30/04/2025" in text and "—/12" in text
    assert "Rà soát 12 TTHC rà soát 12 — — — 30/04/2025 Chưa có số liệu Báo" in text
    assert "Chưa có số liệu: chưa có tệp số liệu tháng nào" in text


def test_what_is_measured_is_told_apart_from_what_the_plan_has_reported(province, reader):
    """Satisfaction "not reported" in the plan beside a rate of satisfaction is no contradiction."""
    header = RECORDS["reform_items"].splitlines()[0]
    tiny.put(province, f"{header}\nR2,Mức độ hài lòng,,con người,,,,,,Báo\n", kind="reform_items")
    read = reader(province)
    text = reads(shown(read.open("reform")))
    assert "Con người và phục vụ – 0/1 việc đã có báo cáo" in text
    assert "Ở đây chỉ ghi điều chính các việc này báo cáo; số đo từ hồ sơ đã nhận (số hóa, hài lòng)" in text
    for heading in ("Số hóa hồ sơ", "Mức độ hài lòng"):
        assert f"{heading} Số đo từ hồ sơ đã nhận, không phải báo cáo của các việc trong kế hoạch" in text
    english = reads(shown(read.open("reform", lang="en")))
    assert "Satisfaction Measured from the dossiers received; not a report" in english


def test_what_is_reported_is_a_share_of_its_own_amount(province, reader):
    header, row = RECORDS["reform_items"].strip().splitlines()
    tiny.put(province, f"{header}\n{row.replace(',,,Báo', ',9,,Báo')}\n", kind="reform_items")
    text = reads(shown(reader(province).open("reform")))
    assert "1/1 việc đã có báo cáo tiến độ" in text
    assert "Rà soát 12 TTHC rà soát 12 9 75,00 % — 30/04/2025" in text


def test_two_items_of_the_same_rate_are_told_apart(province, reader):
    header = RECORDS["reform_items"].splitlines()[0]
    lines = [f"R{n},Cắt giảm việc {n},,cắt giảm,,,,,20,Báo" for n in (2, 3)]
    tiny.put(province, "\n".join([header, *lines]) + "\n", kind="reform_items")
    text = reads(shown(reader(province).open("reform")))
    assert "2 mức 20 % là 2 việc khác nhau, mỗi việc tính trên mẫu số riêng của nó." in text


def test_a_share_that_has_reached_its_target_is_finished_and_not_late(province, reader):
    header = RECORDS["reform_items"].splitlines()[0]
    lines = [f"R{n},Việc {n},,số hóa,,%,31/01/2025,{done},100,Báo" for n, done in ((2, 100), (3, 99))]
    tiny.put(province, "\n".join([header, *lines]) + "\n", kind="reform_items")
    text = reads(shown(reader(province).open("reform")))
    assert "100,00 % 100,00 % 31/01/2025 đã xong" in text
    assert "99,00 % 100,00 % 31/01/2025 quá hạn 59 ngày" in text


def test_other_monthly_figures_are_shown_with_their_source(province, reader):
    figures = (
        "Chỉ số,Mã đơn vị,Tháng,Giá trị,Đơn vị tính,Ít nhất,Nguồn\ntap_huan,,03/2025,12,lớp,0,Báo cáo quý\n"
    )
    tiny.put(province, figures, kind="monthly_figures")
    assert "tap_huan 03/2025 12 lớp Báo cáo quý" in reads(shown(reader(province).open("reform")))


def test_kinds_are_words_of_the_readers_language(province, reader):
    assert "Review 12 procedures review · due 30/04/2025" in reads(
        shown(reader(province).open("reform", lang="en"))
    )
