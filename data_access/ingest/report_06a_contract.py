"""The contract of form II.06a: one row a sector of an agency, for a month (or more: then only checked)."""

from data_access.ingest.contract import Column, Contract

_IN, _OUT, _OPEN = "Số hồ sơ tiếp nhận", "Số lượng hồ sơ đã giải quyết", "Số lượng hồ sơ đang giải quyết"

REPORT = Contract(
    kind="report_06a",
    table="report_line",
    key=("month", "agency", "section", "sector"),
    columns=(
        Column("sector", "Lĩnh vực", filled=True, example="Hộ tịch",
               aliases=("Lĩnh vực, công việc giải quyết theo cấp", "Lĩnh vực giải quyết")),
        Column("received_total", "Tiếp nhận: tổng số", "number", filled=True, aliases=(f"{_IN} Tổng số",),
               example="120"),
        Column("received_online", "Tiếp nhận: trực tuyến", "number", filled=True, example="95",
               aliases=(f"{_IN} Trong kỳ Trực tuyến", "Trực tuyến")),
        Column("received_direct", "Tiếp nhận: trực tiếp, bưu chính", "number", filled=True, example="15",
               aliases=(f"{_IN} Trong kỳ Trực tiếp, dịch vụ bưu chính", "Trực tiếp, dịch vụ bưu chính")),
        Column("carried", "Tiếp nhận: từ kỳ trước", "number", filled=True, example="10",
               aliases=(f"{_IN} Từ kỳ trước", "Từ kỳ trước")),
        Column("finished_total", "Đã giải quyết: tổng số", "number", filled=True, example="100",
               aliases=(f"{_OUT} Tổng số",)),
        Column("finished_early", "Đã giải quyết: trước hạn", "number", filled=True, example="60",
               aliases=(f"{_OUT} Trước hạn", "Trước hạn")),
        Column("finished_on_time", "Đã giải quyết: đúng hạn", "number", filled=True, example="38",
               aliases=(f"{_OUT} Đúng hạn", "Đúng hạn")),
        Column("finished_late", "Đã giải quyết: quá hạn", "number", filled=True, example="2",
               aliases=(f"{_OUT} Quá hạn",)),
        Column("open_total", "Đang giải quyết: tổng số", "number", filled=True, example="20",
               aliases=(f"{_OPEN} Tổng số",)),
        Column("open_in_time", "Đang giải quyết: trong hạn", "number", filled=True, example="19",
               aliases=(f"{_OPEN} Trong hạn", "Trong hạn")),
        Column("open_overdue", "Đang giải quyết: quá hạn", "number", filled=True, example="1",
               aliases=(f"{_OPEN} Quá hạn",)),
    ),
    optional=(
        Column("agency", "Đơn vị báo cáo", "code", required=False, aliases=("Mã đơn vị", "Đơn vị"),
               example="25747"),
        Column("month", "Tháng", "month", required=False, example="03/2025"),
        Column("period", "Kỳ báo cáo", required=False, example="Quý I/2025"),
        Column("section", "Mục", required=False, example="I"),
        Column("rate_online", "Tỷ lệ trực tuyến", required=False, example="86,36%"),
        Column("rate_on_time", "Tỷ lệ đúng hạn", required=False, example="98%",
               aliases=("Tỷ lệ giải quyết đúng hạn",)),
    ),
)  # fmt: skip
