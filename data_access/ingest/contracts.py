"""The contracts of every kind of extract. docs/data-contract.md says the same in prose."""

from data_access.ingest.contract import Column, Contract
from data_access.ingest.dossier_contract import DOSSIERS
from data_access.ingest.report_06a_contract import REPORT

LEVELS = {"tỉnh": "province", "huyện": "district", "xã": "commune", "ngành dọc": "vertical"}
TIERS = {word: level for word, level in LEVELS.items() if level != "vertical"}

REFERENCE = (
    Contract("agencies", table="agency", key=("code", "valid_from"), columns=(
        Column("code", "Mã đơn vị", "code", filled=True, example="25747", aliases=("Mã cơ quan",)),
        Column("name", "Tên đơn vị", filled=True, aliases=("Tên cơ quan",), example="Phường Phú Cường"),
        Column("level", "Cấp", "choice", filled=True, choices=LEVELS, example="xã"),
        Column("kind", "Loại", filled=True, example="phường xã"),
        Column("parent", "Mã đơn vị cấp trên", "code", example="718"),
        Column("valid_from", "Hiệu lực từ", "date", filled=True, example="01/12/2024"),
        Column("valid_to", "Hiệu lực đến", "date", example="30/06/2025"),
        Column("reports", "Nộp số liệu hồ sơ", "flag", filled=True, example="1"),
    )),
    Contract("successions", table="agency_succession", key=("predecessor", "predecessor_from", "successor",
             "successor_from"), columns=(
        Column("predecessor", "Mã đơn vị cũ", "code", filled=True, refers="agency", example="25741"),
        Column("predecessor_from", "Hiệu lực cũ từ", "date", filled=True, example="01/12/2024"),
        Column("successor", "Mã đơn vị mới", "code", filled=True, refers="agency", example="25747"),
        Column("successor_from", "Hiệu lực mới từ", "date", filled=True, example="01/07/2025"),
        Column("extent", "Kiểu", "choice", filled=True, choices={"toàn bộ": "whole", "một phần": "part"},
               example="một phần"),
    )),
    Contract("one_stop_points", table="one_stop_point", key=("agency", "agency_from"), columns=(
        Column("agency", "Mã đơn vị", "code", filled=True, refers="agency", example="718"),
        Column("agency_from", "Hiệu lực từ", "date", filled=True, example="01/12/2024"),
        Column("name", "Tên", filled=True, example="Chi nhánh Thủ Dầu Một"),
        Column("kind", "Loại", "choice", filled=True, choices={"chi nhánh": "branch",
               "điểm tiếp nhận": "point"}, example="chi nhánh"),
        Column("tile_row", "Hàng", "number", filled=True, example="3"),
        Column("tile_column", "Cột", "number", filled=True, example="1"),
    )),
    Contract("sectors", table="sector", key=("code",), columns=(
        Column("code", "Mã lĩnh vực", "code", filled=True, example="LV01"),
        Column("name", "Tên lĩnh vực", filled=True, example="Hộ tịch"),
    )),
    Contract("statuses", table="status_label", key=("label", "since"), columns=(
        Column("label", "Trạng thái", filled=True, example="Đã trả kết quả"),
        Column("since", "Từ ngày", "date", filled=True, example="01/12/2024"),
        Column("status", "Mã trạng thái", "number", filled=True, example="10"),
    )),
    Contract("procedures", table="procedure", key=("code",), columns=(
        Column("code", "Mã TTHC", "code", filled=True, example="2.000815",
               aliases=("Mã thủ tục", "Mã thủ tục hành chính", "Mã số TTHC")),
        Column("name", "Tên TTHC", filled=True, example="Chứng thực bản sao từ bản chính",
               aliases=("Tên thủ tục", "Tên thủ tục hành chính")),
        Column("sector", "Mã lĩnh vực", "code", filled=True, refers="sector", example="LV01"),
        Column("level", "Cấp thực hiện", "choice", filled=True, choices=TIERS, example="xã"),
        Column("owner", "Mã cơ quan chủ trì", "code", filled=True, refers="agency", example="H09.03"),
        Column("internal", "Nội bộ", "flag", filled=True, example="0"),
    )),
    Contract("procedure_states", table="procedure_state", key=("procedure", "aspect", "value", "since"),
             columns=(
        Column("procedure", "Mã TTHC", "code", filled=True, refers="procedure", example="2.000815"),
        Column("aspect", "Nội dung", "choice", filled=True, example="mức độ DVC",
               choices={"mức độ dvc": "service_level", "phi địa giới": "cross_boundary"}),
        Column("value", "Trạng thái", "choice", filled=True, example="toàn trình",
               choices={"toàn trình": "full", "một phần": "partial", "cung cấp thông tin": "information",
                        "danh mục": "listed", "xây dựng xong": "built", "đang thực hiện": "live"}),
        Column("since", "Từ ngày", "date", filled=True, example="01/12/2024"),
    )),
    Contract("openings", table="opening", key=("procedure", "counter", "opened_on"), columns=(
        Column("procedure", "Mã TTHC", "code", filled=True, refers="procedure", example="2.000815"),
        Column("counter", "Mã đơn vị tiếp nhận", "code", filled=True, refers="agency", example="718"),
        Column("opened_on", "Mở từ ngày", "date", filled=True, example="02/12/2024"),
        Column("closed_on", "Đóng từ ngày", "date"),
    )),
    Contract("targets", table="target", key=("indicator", "agency", "kind", "due_on", "value"), columns=(
        Column("indicator", "Mã chỉ tiêu", "code", filled=True, example="procedures_full"),
        Column("agency", "Mã đơn vị", "code", refers="agency"),
        Column("value", "Giá trị", "decimal", filled=True, example="70"),
        Column("unit", "Đơn vị tính", filled=True, example="%"),
        Column("kind", "Loại", "choice", filled=True, choices={"mục tiêu": "target", "phấn đấu": "stretch"},
               example="mục tiêu"),
        Column("due_on", "Hạn", "date", example="31/12/2025"),
        Column("basis", "Mẫu số", "choice", choices={"danh mục": "listed", "tất cả": "all"}),
        Column("decision", "Căn cứ"),
        Column("source", "Nguồn", filled=True, example="Báo Bình Dương"),
    )),
    Contract("events", table="event", key=("on", "title"), columns=(
        Column("on", "Ngày", "date", filled=True, example="01/07/2025"),
        Column("title", "Tiêu đề", filled=True, example="Bỏ cấp huyện"),
        Column("title_en", "Tiêu đề tiếng Anh"),
        Column("kind", "Loại", "choice", filled=True, example="mốc",
               choices={"mốc": "milestone", "thời hạn": "deadline", "sắp xếp": "reorganisation"}),
        Column("source", "Nguồn", filled=True, example="Báo Bình Dương"),
    )),
    Contract("connections", table="connection", key=("code",), columns=(
        Column("code", "Mã", "code", filled=True, example="ND.1"),
        Column("kind", "Loại", "choice", filled=True, example="ngành dọc",
               choices={"sở ngành": "department", "ngành dọc": "vertical", "api": "api", "hệ thống": "system",
                        "cơ sở dữ liệu": "database", "gis": "gis"}),
        Column("name", "Tên", filled=True, example="Cơ quan ngành dọc 1"),
        Column("agency", "Mã đơn vị", "code", refers="agency"),
        Column("state", "Trạng thái", "choice", filled=True, example="đã kết nối",
               choices={"đã kết nối": "connected", "chưa kết nối": "not_connected"}),
        Column("since", "Từ ngày", "date"),
        Column("source", "Nguồn", filled=True, example="Báo Bình Dương"),
    )),
    Contract("reform_items", table="reform_item", key=("code",), columns=(
        Column("code", "Mã", "code", filled=True, example="KH1109-1"),
        Column("title", "Nội dung", filled=True, example="Rà soát thủ tục của 13 sở, ngành"),
        Column("title_en", "Tiêu đề tiếng Anh"),
        Column("kind", "Loại", filled=True, example="rà soát"),
        Column("quantity", "Số lượng", "decimal", example="524"),
        Column("unit", "Đơn vị tính", example="TTHC"),
        Column("target_rate", "Tỷ lệ mục tiêu", "decimal"),
        Column("due_on", "Hạn", "date", example="30/04/2025"),
        Column("done", "Đã xong", "decimal"),
        Column("source", "Nguồn", filled=True, example="Báo Bình Dương"),
    )),
    Contract("monthly_figures", table="monthly_figure", key=("measure", "agency", "month"), columns=(
        Column("measure", "Chỉ số", "code", filled=True, example="app_binh_duong_so_installs"),
        Column("agency", "Mã đơn vị", "code", refers="agency"),
        Column("month", "Tháng", "month", filled=True, example="03/2025"),
        Column("value", "Giá trị", "decimal", filled=True, example="102000"),
        Column("unit", "Đơn vị tính", filled=True, example="lượt"),
        Column("at_least", "Ít nhất", "flag", filled=True, example="1"),
        Column("source", "Nguồn", filled=True, example="Báo Bình Dương"),
    )),
)  # fmt: skip

CONTRACTS = {contract.kind: contract for contract in (DOSSIERS, REPORT, *REFERENCE)}
