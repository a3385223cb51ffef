"""The contract of the dossier extract, with the headers that one-stop systems and the record of the national
portal (DongBoHoSoMC) give its columns."""

from data_access.ingest.contract import Column, Contract

_CHANNELS = {
    "1": 1, "trực tiếp": 1, "nộp trực tiếp": 1, "tại bộ phận một cửa": 1,
    "2": 2, "trực tuyến": 2, "nộp trực tuyến": 2, "trực tuyến toàn trình": 2, "trực tuyến một phần": 2,
    "online": 2,
    "3": 3, "bưu chính": 3, "bưu chính công ích": 3, "dịch vụ bưu chính": 3, "dịch vụ bưu chính công ích": 3,
    "qua bưu chính": 3, "bcci": 3,
}  # fmt: skip
# A system that has a column of codes calls its column of names so; one that has only names as well.
_OFFICES = ("Đơn vị xử lý", "Đơn vị giải quyết", "Cơ quan xử lý", "Cơ quan giải quyết")
_LAST_DAY = "31/03/2025"

DOSSIERS = Contract(
    kind="dossiers",
    table="dossier",
    key=("month", "agency", "code"),
    columns=(
        Column("code", "Mã hồ sơ", "code", filled=True, example="H09.718-250331-0042",
               aliases=("Số hồ sơ", "Mã số hồ sơ", "Mã HS", "Mã biên nhận", "Số biên nhận")),
        Column("procedure", "Mã TTHC", "code", filled=True, refers="procedure", example="2.000815",
               aliases=("Mã thủ tục", "Mã thủ tục hành chính", "Mã số TTHC", "Mã dịch vụ công")),
        Column("agency", "Mã đơn vị xử lý", "code", filled=True, example="25747", named_by="agency_name",
               aliases=("Mã đơn vị giải quyết", "Mã cơ quan xử lý", "Mã cơ quan giải quyết", *_OFFICES)),
        Column("counter", "Mã đơn vị tiếp nhận", "code", example="25747",
               aliases=("Nơi nộp", "Nơi nộp hồ sơ", "Mã nơi nộp", "Đơn vị tiếp nhận", "Tên đơn vị tiếp nhận",
                        "Cơ quan tiếp nhận", "Nơi tiếp nhận", "Bộ phận tiếp nhận")),
        Column("channel", "Kênh nộp", "choice", example="2", choices=_CHANNELS,
               aliases=("Kênh thực hiện", "Hình thức nộp", "Hình thức nộp hồ sơ", "Kênh tiếp nhận",
                        "Hình thức tiếp nhận", "Phương thức nộp")),
        Column("submitted_on", "Ngày nộp", "date", spared=True, example="28/03/2025",
               aliases=("Ngày nộp hồ sơ", "Thời gian nộp", "Thời điểm nộp")),
        Column("received_on", "Ngày tiếp nhận", "date", example="28/03/2025",
               aliases=("Ngày tiếp nhận hồ sơ", "Ngày nhận", "Ngày nhận hồ sơ", "Thời gian tiếp nhận",
                        "Thời điểm tiếp nhận")),
        Column("due_on", "Ngày hẹn trả", "date", example="04/04/2025",
               aliases=("Hạn trả", "Ngày hẹn", "Ngày hẹn trả kết quả", "Ngày hẹn trả KQ", "Hạn giải quyết",
                        "Hạn xử lý", "Hạn trả kết quả")),
        Column("finished_on", "Ngày kết thúc", "date", example=_LAST_DAY,
               aliases=("Ngày kết thúc xử lý", "Ngày hoàn thành", "Ngày xử lý xong", "Ngày giải quyết xong")),
        Column("returned_on", "Ngày trả kết quả", "date", spared=True, example=_LAST_DAY,
               aliases=("Ngày trả", "Ngày trả KQ", "Ngày trả kết quả thực tế")),
        Column("status", "Trạng thái", "status", filled=True, example="10",
               aliases=("Trạng thái hồ sơ", "Trạng thái xử lý", "Tình trạng", "Tình trạng hồ sơ")),
        Column("digitised_input", "Số hóa thành phần", "flag", spared=True, example="1",
               aliases=("Số hóa thành phần hồ sơ", "Số hóa TPHS", "Hồ sơ có thành phần số hóa")),
        Column("digitised_result", "Kết quả điện tử", "flag", spared=True, example="1",
               aliases=("Có kết quả điện tử", "KQ điện tử", "Trả kết quả điện tử")),
        Column("fee", "Có phí", "flag", spared=True, example="0", aliases=("Có phí, lệ phí", "Có thu phí")),
        Column("paid_online", "Thanh toán trực tuyến", "flag", spared=True, example="0",
               aliases=("Đã thanh toán trực tuyến", "TT trực tuyến")),
        Column("satisfaction", "Mức hài lòng", "number", spared=True, example="5",
               aliases=("Mức độ hài lòng", "Đánh giá", "Điểm đánh giá")),
    ),
    optional=(
        Column("agency_name", "Tên đơn vị xử lý", required=False, example="Phường Phú Cường",
               aliases=("Tên đơn vị giải quyết", "Tên cơ quan xử lý", "Tên cơ quan giải quyết", *_OFFICES)),
        Column("district", "Huyện", required=False, example="Thành phố Thủ Dầu Một",
               aliases=("Tên huyện", "Quận/huyện", "Huyện/thị xã/thành phố", "Cấp huyện")),
        Column("month", "Tháng", "month", required=False, example="03/2025",
               aliases=("Kỳ số liệu", "Tháng số liệu")),
    ),
)  # fmt: skip
