"""Every row of the table of published figures (DESIGN §2) has its page, and is nothing without its records.

Each figure is seen on the sample; then the batches that bring its records are undone, and its page says
that nothing is known: never 0, and never the figure all the same.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from data_access import ingest
from data_access.history import batches
from data_access.store import Store
from tests import demo
from tests.graphics.reading import reads
from tests.ui.app import Reader, shown

MISSING = "Chưa có số liệu"


@dataclass(frozen=True)
class Row:
    """A figure on its page, the kind of extract that brings its records, and what stands there without."""

    name: str
    page: str
    seen: str
    kind: str
    without: str
    never: str = ""


ROWS = (
    Row("procedures online", "overview", "1.507 trên 1.877 thủ tục hành chính (TTHC) 80,29 %",
        "procedure_states", f"Tỷ lệ dịch vụ công trực tuyến — {MISSING}", "0,00 %"),
    Row("… fully", "online_services", "826 trên 1.877 thủ tục hành chính (TTHC) 44,01 %",
        "procedure_states", f"Dịch vụ công toàn trình — {MISSING}", "0,00 %"),
    Row("… fully, against 70 %", "online_services", "488 TTHC còn thiếu để đạt 70 %",
        "targets", "Đường tới mục tiêu toàn trình chưa công bố mục tiêu", "488"),
    Row("… partly", "online_services", "Một phần 36,28 % · 681",
        "procedure_states", f"Dịch vụ công toàn trình — {MISSING}", "Một phần 0"),
    Row("… by department in charge", "online_services", "Cơ quan chủ trì Toàn trình Một phần",
        "procedure_states", "Không có số liệu nào", "0 0 305 305"),
    Row("dossiers received", "dossiers", "299.637 hồ sơ",
        "dossiers", f"Hồ sơ tiếp nhận — {MISSING}", "0 hồ sơ"),
    Row("… filed online", "dossiers", "98,53 % 295.230/299.637",
        "dossiers", f"Hồ sơ nộp trực tuyến — {MISSING}", "0,00 %"),
    Row("… filed online, at a glance", "overview", "98,53 % 295.230 /299.637 hồ sơ trong 4 tháng",
        "dossiers", f"Hồ sơ nộp trực tuyến — {MISSING}", "0,00 %"),
    Row("… by level", "overview", "Cấp tỉnh 97,47 % thấp hơn toàn tỉnh 1,06 điểm % 52.570/53.935",
        "dossiers", f"Cấp tỉnh — {MISSING}", "Cấp tỉnh 0"),
    Row("cross-boundary live of listed", "cross_boundary", "275 / 570 TTHC đang thực hiện",
        "procedure_states", f"TTHC phi địa giới ? {MISSING}", "0,00 %"),
    Row("… being built", "cross_boundary", "Đang xây dựng quy trình 51,75 % · 295",
        "procedure_states", f"TTHC phi địa giới ? {MISSING}", "Đang xây dựng quy trình 0"),
    Row("… planned for 10-4-2025", "cross_boundary", "10 ngày tới hạn thực hiện thêm 295 TTHC (10/04/2025)",
        "targets", "TTHC phi địa giới Dữ liệu mô phỏng 275 / 570 TTHC đang thực hiện", "tới hạn"),
    Row("one-stop branches", "reconciliation", "Chi nhánh một cửa 9 9 ✓", "one_stop_points",
        f"Chi nhánh một cửa 9 — ? {MISSING}", "Chi nhánh một cửa 9 0"),
    Row("reception points", "reconciliation", "Điểm tiếp nhận 91 91 ✓", "one_stop_points",
        f"Điểm tiếp nhận 91 — ? {MISSING}", "Điểm tiếp nhận 91 0"),
    Row("… since 2-12-2024", "reconciliation", "02/12/2024 02/12/2024",
        "events", f"02/12/2024 — ? {MISSING}"),
    Row("departments linked", "linked", "Sở, ban, ngành: 15/15 đã kết nối Tỷ lệ kết nối 100,00 %",
        "connections", f"Sở, ban, ngành {MISSING}", "0/0"),
    Row("vertical agencies linked", "linked", "Cơ quan ngành dọc: 4/6 đã kết nối",
        "connections", f"Cơ quan ngành dọc {MISSING}", "0/0"),
    Row("… at a glance", "overview", "Cơ quan ngành dọc 4/6", "connections",
        f"Cơ quan ngành dọc {MISSING}", "0/0"),
    Row("APIs to the Government", "linked", "API tới Trung tâm của Chính phủ: 2 đã kết nối",
        "connections", f"API tới Trung tâm của Chính phủ {MISSING}", ": 0"),
    Row("links of the procedure system", "linked", "Hệ thống nối với hệ thống TTHC: 4 đã kết nối",
        "connections", f"Hệ thống nối với hệ thống TTHC {MISSING}", ": 0"),
    Row("local databases", "linked", "Cơ sở dữ liệu của tỉnh: 4 đã kết nối",
        "connections", f"Cơ sở dữ liệu của tỉnh {MISSING}", ": 0"),
    Row("GIS pilot", "linked", "Ngành thí điểm chia sẻ GIS: 3 đã kết nối",
        "connections", f"Ngành thí điểm chia sẻ GIS {MISSING}", ": 0"),
    Row("app installs", "linked", "Bình Dương Số lượt cài đặt 03/2025 hơn 102.000",
        "monthly_figures", "chưa nạp tệp số liệu tháng nào nêu lượt cài đặt", "hơn 0"),
    Row("app visits", "linked", "Bình Dương Số lượt truy cập, sử dụng 03/2025 hơn 2.000.000",
        "monthly_figures", "chưa nạp tệp số liệu tháng nào nêu lượt cài đặt", "hơn 0"),
    Row("second app, at a glance", "overview", "Chính quyền số lượt cài đặt · T3/25 hơn 3.808",
        "monthly_figures", f"Ứng dụng số {MISSING}", "hơn 0"),
    Row("plan 1109: 20 % in priority fields", "reform",
        "Cắt giảm ít nhất 20 % TTHC ở các lĩnh vực ưu tiên như kinh doanh, đất đai, môi trường, lao động,"
        " y tế cắt giảm · mục tiêu 20 % · không nêu hạn — chưa báo cáo",
        "reform_items", f"rà soát, đơn giản hóa, cắt giảm {MISSING}", "0/0"),
    Row("… 245 internal procedures", "reform",
        "Rà soát, công bố 245 TTHC nội bộ nội bộ · không nêu hạn — —/245",
        "reform_items", f"rà soát, đơn giản hóa, cắt giảm {MISSING}", "0/0"),
    Row("… 524 of 13 departments by 30-4-2025", "reform",
        "Rà soát 524 TTHC của 13 sở, ngành rà soát · hạn 30/04/2025 — —/524",
        "reform_items", f"rà soát, đơn giản hóa, cắt giảm {MISSING}", "0/0"),
    Row("… 20 % of the 524: 105", "reform",
        "Đơn giản hóa ít nhất 20 % của 524 TTHC được rà soát (105 TTHC)"
        " đơn giản hóa · mục tiêu 20 % · không nêu hạn — —/105",
        "reform_items", f"rà soát, đơn giản hóa, cắt giảm {MISSING}", "0/0"),
    Row("… 20 % of compliance cost", "reform",
        "Cắt giảm 20 % chi phí tuân thủ TTHC cắt giảm · mục tiêu 20 % · không nêu hạn — chưa báo cáo",
        "reform_items", f"rà soát, đơn giản hóa, cắt giảm {MISSING}", "0/0"),
    Row("… three separate 20 %", "reform", "3 mức 20 % là 3 việc khác nhau",
        "reform_items", f"Từng việc trong kế hoạch {MISSING}", "0/0"),
    Row("national database by 6-4-2025", "reform",
        "Bổ sung TTHC vào Cơ sở dữ liệu quốc gia toàn trình · hạn 06/04/2025 — chưa báo cáo",
        "reform_items", f"Toàn trình và số hóa {MISSING}", "0/0"),
    Row("digitised inputs", "reform", "79,09 % 100 % 236.985/299.637 hồ sơ · mục tiêu 100 % năm 2025",
        "dossiers", f"Số hóa hồ sơ đầu vào ? {MISSING}", "0,00 %"),
    Row("digitised results", "reform", "70,58 % 100 % 211.066/299.024 hồ sơ · mục tiêu 100 % năm 2025",
        "dossiers", f"Kết quả điện tử ? {MISSING}", "0,00 %"),
    Row("digitisation's target", "reform", "hồ sơ · mục tiêu 100 % năm 2025",
        "targets", "hồ sơ · chưa công bố mục tiêu", "mục tiêu 100 %"),
    Row("back-scan of 2020–2021", "reform",
        "Số hóa hồ sơ cũ giai đoạn 2020–2021 số hóa · không nêu hạn — chưa báo cáo",
        "reform_items", f"Toàn trình và số hóa {MISSING}", "0/0"),
    Row("training", "reform", "Tập huấn con người · không nêu hạn — chưa báo cáo",
        "reform_items", f"Con người và phục vụ {MISSING}", "0/0"),
    Row("community digital teams", "reform",
        "Tổ công nghệ số cộng đồng con người · không nêu hạn — chưa báo cáo",
        "reform_items", f"Con người và phục vụ {MISSING}", "0/0"),
    Row("satisfaction, as promised", "reform", "Mức độ hài lòng của người dân, doanh nghiệp con người",
        "reform_items", f"Con người và phục vụ {MISSING}", "0/0"),
    Row("satisfaction by level", "reform", "Cấp tỉnh 5.658 6.370 88,82 %",
        "dossiers", f"Hài lòng theo cấp {MISSING}", "0,00 %"),
    Row("satisfaction by channel", "reform", "Trực tiếp 404 446 90,58 %",
        "dossiers", f"Hài lòng theo kênh nộp {MISSING}", "0,00 %"),
    Row("satisfaction by agency", "reform", "Xã Bình Mỹ 16 20 80,00 %",
        "dossiers", "Hài lòng: chưa có con số nào để so sánh (0/115)", "0,00 %"),
)  # fmt: skip


@pytest.fixture(scope="module")
def text_of(tmp_path_factory) -> Iterator[Callable[[str, str | None], str]]:
    """`text_of(page, kind)`: the words of a page on the sample without its records of that kind."""
    folder = tmp_path_factory.mktemp("figures")
    patch = pytest.MonkeyPatch()

    @cache
    def store_without(kind: str | None) -> str:
        file = folder / f"{kind}.sqlite"
        if kind is None:
            demo.copied(file)
        else:
            _undo_all(shutil.copyfile(demo.prepared(), file), kind)
        return f"sqlite:///{file}"

    @cache
    def text_of(page: str, kind: str | None) -> str:
        return reads(shown(Reader(store_without(kind), patch).open(page)))

    yield text_of
    patch.undo()


def _undo_all(file, kind: str) -> None:
    store = Store.open(f"sqlite:///{file}")
    with store.read() as connection:
        found = [batch.id for batch in batches(connection) if batch.kind == kind]
    assert found
    for batch in found:
        ingest.undo(store, batch, by="Alice")
    store.close()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_published_figure_stands_on_its_page(text_of, row):
    assert row.seen in text_of(row.page, None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_without_its_records_a_figure_is_missing_and_not_nought(text_of, row):
    text = text_of(row.page, row.kind)
    assert row.without in text
    assert row.seen not in text
    # As a figure of its own: "0,00 %" is no part of "100,00 %".
    assert not row.never or not re.search(rf"(?<![\d.,]){re.escape(row.never)}", text)
