"""Every other kind of extract, as its template has it and as offices change it."""

import gzip

from tests.data_access.files.case import Case
from tests.data_access.files.old_encodings import tcvn3, vni, windows_1258
from tests.tiny import AGENCIES, PROCEDURES, SECTORS, STATES

SUCCESSION = """Mã đơn vị cũ,Hiệu lực cũ từ,Mã đơn vị mới,Hiệu lực mới từ,Kiểu
X2,01/12/2024,X1,01/07/2025,Một phần
"""
OPENINGS = """Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày
1.000001,X2,02/12/2024,
1.000002,X1,01/01/2025,31/01/2025
"""
WEIGHTS = """Bộ trọng số,Hiệu lực từ,Hiệu lực đến,Nhóm chỉ số,Thứ tự,Mã thành phần,Tên thành phần,\
Tên thành phần tiếng Anh,Điểm tối đa,Tử số,Mẫu số,Đủ điểm từ tỷ lệ,Khi mẫu số bằng 0,Khác với Cổng,\
Khác với Cổng tiếng Anh,Văn bản chính thức,Nguồn
Thử,01/01/2025,,Cung cấp DVCTT,1,A,Trực tuyến,,2,full + partial,procedures,80,Không tính,,,0,Báo
Thử,01/01/2025,,Mức độ hài lòng,2,B,Phản ánh,,6,,,100,đủ điểm,,,0,Báo
Thử,01/01/2025,,Cung cấp DVCTT,3,C,Lạ,,2,full + la,procedures,80,không tính,,,0,Báo
Thử,01/01/2025,,Cung cấp DVCTT,4,D,Nửa,,2,full,,80,không tính,,,0,Báo
Thử,01/01/2025,,Cung cấp DVCTT,5,E,Lẫn,,2,received,procedures,80,không tính,,,0,Báo
Thử,01/01/2025,,Cung cấp DVCTT,6,F,Không,,0,full,procedures,80,không tính,,,0,Báo
Thử,01/01/2025,,Cung cấp DVCTT,7,G,Quá,,2,full,procedures,101,không tính,,,0,Báo
Thử,01/01/2025,31/12/2024,Cung cấp DVCTT,8,H,Ngược,,2,full,procedures,80,không tính,,,0,Báo
"""
OLD = (("file.old_encoding", None, None),)


def of(kind: str, how: str, content: str | bytes, stored: dict, **expected) -> Case:
    content = content if isinstance(content, bytes) else content.encode()
    expected.setdefault("accepted", len(stored))
    return Case(f"{kind}, {how}", lambda: ("tep.csv", content), kind=kind, stored=stored, **expected)


def lines(text: str) -> dict[str, dict]:
    """Nothing but which records there are."""
    return {key: {} for key in text.split()}


CASES = (
    of("agencies", "as in the template", AGENCIES, {
        "S1|2024-12-01": {"name": "Sở Một", "level": "province", "parent": None, "reports": True},
        "S2|2024-12-01": {}, "H1|2024-12-01": {"valid_to": "2025-06-30"},
        "X1|2024-12-01": {"name": "Xã An Bình", "parent": "H1"}, "X2|2024-12-01": {}, "X3|2024-12-01": {},
        "X1|2025-07-01": {"name": "Phường Mới", "valid_to": None}, "V1|2024-12-01": {"reports": False}}),
    of("agencies", "with section rows by level and a total", AGENCIES.replace(
        "H1,Huyện", "II. Cấp huyện,,,,,,,\nH1,Huyện").replace("S1,Sở", "I. Cấp tỉnh,,,,,,,\nS1,Sở")
       + "Tổng cộng,8,,,,,,\n",
       lines("S1|2024-12-01 S2|2024-12-01 H1|2024-12-01 X1|2024-12-01 X2|2024-12-01 X3|2024-12-01 "
             "X1|2025-07-01 V1|2024-12-01"),
       problems=(("layout.section", 2, None), ("layout.section", 5, None), ("layout.total", 12, None))),
    of("sectors", "as in the template", SECTORS, {"L1": {"name": "Hộ tịch"}, "L2": {"name": "Đất đai"}}),
    of("sectors", "in Windows-1258", windows_1258(SECTORS + "L3,Kết quả giải quyết hồ sơ\n"),
       {"L1": {"name": "Hộ tịch"}, "L2": {"name": "Đất đai"}, "L3": {"name": "Kết quả giải quyết hồ sơ"}},
       problems=OLD),
    of("sectors", "whose names begin like totals and levels",
       "Tên lĩnh vực,Mã lĩnh vực\nCộng đồng,11\nTổng hợp,12\nV. Khác,13\nCấp đổi giấy tờ,14\nCấp xã,15\n",
       {"11": {"name": "Cộng đồng"}, "12": {"name": "Tổng hợp"}, "13": {"name": "V. Khác"},
        "14": {"name": "Cấp đổi giấy tờ"}, "15": {"name": "Cấp xã"}}),
    of("sectors", "with letters and roman numbers for codes",
       "Mã lĩnh vực,Tên lĩnh vực\nA,Hộ tịch\nI,Đất đai\nV,Khác\n",
       {"A": {"name": "Hộ tịch"}, "I": {"name": "Đất đai"}, "V": {"name": "Khác"}}),
    of("sectors", "with codes like the signs of a signature",
       "Mã lĩnh vực,Tên lĩnh vực\nKT,Kế toán và kiểm toán\nTM,Thương mại\n", {"KT": {}, "TM": {}}),
    of("sectors", "with a signature block",
       SECTORS + "\nNgười lập biểu,Thủ trưởng đơn vị\n(Ký tên),(Ký tên)\nNguyễn Văn Bí Mật,Trần Bí Mật\n",
       {"L1": {}, "L2": {}}, problems=(("layout.below", 5, None),),
       nowhere=("Bí Mật",)),
    of("procedures", "as in the template", PROCEDURES, {
        "1.000001": {"name": "Thủ tục một", "sector": "L1", "level": "commune", "internal": False},
        "1.000002": {}, "1.000003": {"level": "district"}, "1.000004": {"owner": "S2", "level": "province"}}),
    of("procedures", "in TCVN3 with semicolons", tcvn3(PROCEDURES.replace(",", ";")), {
        "1.000001": {"name": "Thủ tục một"}, "1.000002": {"name": "Thủ tục hai"},
        "1.000003": {"name": "Thủ tục ba"}, "1.000004": {"name": "Thủ tục bốn"}}, problems=OLD),
    of("procedures", "in VNI", vni(PROCEDURES), {
        "1.000001": {"name": "Thủ tục một"}, "1.000002": {}, "1.000003": {}, "1.000004": {}}, problems=OLD),
    of("procedure_states", "as in the template", STATES, {
        "1.000001|service_level|full|2024-12-01": {}, "1.000002|service_level|partial|2024-12-01": {},
        "1.000002|service_level|full|2025-02-01": {}, "1.000003|service_level|partial|2024-12-01": {},
        "1.000004|service_level|information|2024-12-01": {}, "1.000001|cross_boundary|listed|2024-12-01": {},
        "1.000001|cross_boundary|live|2024-12-02": {}, "1.000002|cross_boundary|listed|2025-02-28": {}}),
    of("successions", "in UTF-16 with tabs", SUCCESSION.replace(",", "\t").encode("utf-16"),
       {"X2|2024-12-01|X1|2025-07-01": {"extent": "part"}}),
    of("one_stop_points", "with blank rows", "Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\n,,,,,\n"
       "X3,01/12/2024,Điểm Ba,Điểm tiếp nhận,2,1\n\n",
       {"X3|2024-12-01": {"name": "Điểm Ba", "kind": "point", "tile_row": 2, "tile_column": 1}}),
    of("statuses", "words of a vendor beside numbers",
       "Trạng thái;Từ ngày;Mã trạng thái\nĐã trả kết quả;01/12/2024;10\n"
       "Đang thụ lý;01/12/2024;4\nTổng hợp;01/12/2024;5\n",
       {"Đã trả kết quả|2024-12-01": {"status": 10}, "Đang thụ lý|2024-12-01": {"status": 4},
        "Tổng hợp|2024-12-01": {"status": 5}}),
    of("statuses", "with a number that is none", "Trạng thái,Từ ngày,Mã trạng thái\nXong,01/12/2024,11\n"
       "Chờ,01/12/2024,4\n", {"Chờ|2024-12-01": {"status": 4}}, rejected=1,
       problems=(("cell.number", 2, "Mã trạng thái"),)),
    of("openings", "packed", gzip.compress(OPENINGS.encode()),
       {"1.000001|X2|2024-12-02": {"closed_on": None},
        "1.000002|X1|2025-01-01": {"closed_on": "2025-01-31"}}),
    of("openings", "closed on the day they open", OPENINGS.replace("31/01", "01/01"),
       {"1.000001|X2|2024-12-02": {}}, rejected=1, problems=(("date.period_reversed", 3, "Đóng từ ngày"),)),
    of("events", "with titles that look like footnotes",
       "Ngày,Tiêu đề,Tiêu đề tiếng Anh,Loại,Nguồn\n01/07/2025,Ghi chú: bỏ cấp huyện,,mốc,Báo\n"
       "02/07/2025,* Sắp xếp,,sắp xếp,Báo\n",
       {"2025-07-01|Ghi chú: bỏ cấp huyện": {"kind": "milestone"}, "2025-07-02|* Sắp xếp":
        {"kind": "reorganisation"}}),
    of("connections", "with names that look like signatures",
       "Mã,Loại,Tên,Mã đơn vị,Trạng thái,Từ ngày,Nguồn\nKT,hệ thống,Kế toán ngân sách,,đã kết nối,,Báo\n"
       "GD,hệ thống,Giám định,S1,chưa kết nối,,Báo\n",
       {"KT": {"name": "Kế toán ngân sách", "state": "connected", "agency": None},
        "GD": {"name": "Giám định", "state": "not_connected", "agency": "S1"}}),
    of("reform_items", "with quantities",
       "Mã;Nội dung;Tiêu đề tiếng Anh;Loại;Số lượng;Đơn vị tính;Tỷ lệ mục tiêu;Hạn;"
       "Đã xong;Nguồn\nKH1;Rà soát;;rà soát;1.524;TTHC;87,5;30/04/2025;;Báo\nCộng;;;;1.524;;;;;\n",
       {"KH1": {"quantity": "1524.0000", "target_rate": "87.5000", "due_on": "2025-04-30", "done": None}},
       problems=(("layout.total", 3, None),)),
    of("decisions", "one of them with a deadline before its day",
       "Loại việc,Đối tượng,Ngày chỉ đạo,Việc,Nội dung chỉ đạo,Mã đơn vị chịu trách nhiệm,Thời hạn,"
       "Tình trạng\n"
       "Quá hạn,X2@2024-12-01,15/04/2025,Giải quyết 9 hồ sơ quá hạn,Xong trước lễ,X2,30/04/2025,Đang làm\n"
       "Mục tiêu,procedures_full,15/04/2025,Thêm 2 thủ tục,Làm ngay,S1,14/04/2025,đang làm\n",
       {"overdue|X2@2024-12-01|2025-04-15": {"agency": "X2", "due_on": "2025-04-30", "state": "open"}},
       rejected=1, problems=(("date.due_before_noted", 3, "Thời hạn"),)),
    of("index_components", "with sums that nobody adds up, halves, mixtures, weights out of reach", WEIGHTS, {
        "2025-01-01|A": {"part": "full + partial", "whole": "procedures", "maximum": "2.0000",
                         "full_at": "80.0000", "when_empty": "left_out", "index_group": "online",
                         "official": False},
        "2025-01-01|B": {"part": None, "whole": None, "when_empty": "full"}},
       rejected=6, problems=(
        ("index.unknown_sum", 4, "Tử số"), ("index.half", 5, "Mẫu số"), ("index.mixed", 6, "Mẫu số"),
        ("index.maximum", 7, "Điểm tối đa"), ("index.full_at", 8, "Đủ điểm từ tỷ lệ"),
        ("date.period_reversed", 9, "Hiệu lực đến"))),
    of("official_scores", "of the province and a commune, one of them above its scale",
       "Mã đơn vị,Kỳ chấm từ,Kỳ chấm đến,Điểm công bố,Trên tổng điểm,Ngày công bố,Nguồn\n"
       ",01/01/2023,31/12/2023,\"80,21\",100,,Báo\nX2,01/01/2023,31/12/2023,101,100,,Báo\n"
       "X2,01/01/2024,31/12/2023,\"80,5\",100,,Báo\n",
       {"|2023-01-01|2023-12-31": {"points": "80.2100", "out_of": "100.0000", "published_on": None}},
       rejected=2,
       problems=(("index.points", 3, "Điểm công bố"), ("date.period_reversed", 4, "Kỳ chấm đến"))),
)  # fmt: skip
