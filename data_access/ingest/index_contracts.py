"""The contracts of the index of QĐ 766: components with their weights, and scores that others published."""

from data_access.ingest.contract import Column, Contract

GROUPS = {
    "công khai, minh bạch": "transparency",
    "tiến độ giải quyết": "progress",
    "cung cấp dvctt": "online",
    "thanh toán trực tuyến": "payment",
    "số hóa hồ sơ": "digitisation",
    "mức độ hài lòng": "satisfaction",
}
WHEN_EMPTY = {"đủ điểm": "full", "không điểm": "zero", "không tính": "left_out"}

INDEX = (
    Contract("index_components", table="index_component", key=("valid_from", "code"), columns=(
        Column("version", "Bộ trọng số", filled=True, example="Cách chấm quan sát năm 2026"),
        Column("valid_from", "Hiệu lực từ", "date", filled=True, example="01/12/2024"),
        Column("valid_to", "Hiệu lực đến", "date"),
        Column("index_group", "Nhóm chỉ số", "choice", filled=True, choices=GROUPS,
               example="tiến độ giải quyết"),
        Column("place", "Thứ tự", "number", filled=True, example="5"),
        Column("code", "Mã thành phần", "code", filled=True, example="TIEN-DO"),
        Column("title", "Tên thành phần", filled=True, example="Hồ sơ giải quyết đúng hạn"),
        Column("title_en", "Tên thành phần tiếng Anh"),
        Column("maximum", "Điểm tối đa", "decimal", filled=True, below=10**3, example="20"),
        Column("part", "Tử số", example="finished_early + finished_on_time"),
        Column("whole", "Mẫu số", example="finished_early + finished_on_time + finished_late"),
        Column("full_at", "Đủ điểm từ tỷ lệ", "decimal", filled=True, below=10**3, example="100"),
        Column("when_empty", "Khi mẫu số bằng 0", "choice", filled=True, choices=WHEN_EMPTY,
               example="không tính"),
        Column("caveat", "Khác với Cổng"),
        Column("caveat_en", "Khác với Cổng tiếng Anh"),
        Column("official", "Văn bản chính thức", "flag", filled=True, example="0"),
        Column("source", "Nguồn", filled=True, example="QĐ 766/QĐ-TTg"),
    )),
    Contract("official_scores", table="official_score", key=("agency", "period_from", "period_to"), columns=(
        Column("agency", "Mã đơn vị", "code", refers="agency", example="718"),
        Column("period_from", "Kỳ chấm từ", "date", filled=True, example="01/01/2023"),
        Column("period_to", "Kỳ chấm đến", "date", filled=True, example="31/12/2023"),
        Column("points", "Điểm công bố", "decimal", filled=True, below=10**3, example="80,21"),
        Column("out_of", "Trên tổng điểm", "decimal", filled=True, below=10**3, example="100"),
        Column("published_on", "Ngày công bố", "date", example="20/02/2024"),
        Column("source", "Nguồn", filled=True, example="Cổng Dịch vụ công quốc gia"),
    )),
)  # fmt: skip
