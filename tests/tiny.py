"""A province small enough to know by heart, loaded through the same ingest as everything else.

Two departments, one district and three communes; A-Bình hands over to Mới on 1-7-2025.
"""

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store

AGENCIES = """Mã đơn vị,Tên đơn vị,Cấp,Loại,Mã đơn vị cấp trên,Hiệu lực từ,Hiệu lực đến,Nộp số liệu hồ sơ
S1,Sở Một,tỉnh,sở ban ngành,,01/12/2024,,1
S2,Sở Hai,tỉnh,sở ban ngành,,01/12/2024,,1
H1,Huyện Một,huyện,quận huyện,,01/12/2024,30/06/2025,1
X1,Xã An Bình,xã,phường xã,H1,01/12/2024,30/06/2025,1
X2,Xã Hòa Bình,xã,phường xã,H1,01/12/2024,,1
X3,Phường Ba,xã,phường xã,H1,01/12/2024,,1
X1,Phường Mới,xã,phường xã,,01/07/2025,,1
V1,Cơ quan ngành dọc 1,ngành dọc,ngành dọc,,01/12/2024,,0
"""  # X1 is a code used twice, as all 36 of 1-7-2025 were.
SUCCESSIONS = """Mã đơn vị cũ,Hiệu lực cũ từ,Mã đơn vị mới,Hiệu lực mới từ,Kiểu
X1,01/12/2024,X1,01/07/2025,toàn bộ
H1,01/12/2024,X2,01/12/2024,một phần
"""
POINTS = """Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột
H1,01/12/2024,Chi nhánh Một,chi nhánh,1,1
X1,01/12/2024,Điểm An Bình,điểm tiếp nhận,1,1
X2,01/12/2024,Điểm Hòa Bình,điểm tiếp nhận,1,1
"""
SECTORS = "Mã lĩnh vực,Tên lĩnh vực\nL1,Hộ tịch\nL2,Đất đai\n"
STATUSES = "Trạng thái,Từ ngày,Mã trạng thái\n" + "".join(f"{n},01/12/2024,{n}\n" for n in range(1, 11))
PROCEDURES = """Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ
1.000001,Thủ tục một,L1,xã,S1,0
1.000002,Thủ tục hai,L2,xã,S1,0
1.000003,Thủ tục ba,L1,huyện,S2,0
1.000004,Thủ tục bốn,L2,tỉnh,S2,0
"""
STATES = """Mã TTHC,Nội dung,Trạng thái,Từ ngày
1.000001,mức độ DVC,toàn trình,01/12/2024
1.000002,mức độ DVC,một phần,01/12/2024
1.000002,mức độ DVC,toàn trình,01/02/2025
1.000003,mức độ DVC,một phần,01/12/2024
1.000004,mức độ DVC,cung cấp thông tin,01/12/2024
1.000001,phi địa giới,danh mục,01/12/2024
1.000001,phi địa giới,đang thực hiện,02/12/2024
1.000002,phi địa giới,danh mục,28/02/2025
"""
REFERENCE = {
    "agencies": AGENCIES,
    "successions": SUCCESSIONS,
    "one_stop_points": POINTS,
    "sectors": SECTORS,
    "statuses": STATUSES,
    "procedures": PROCEDURES,
    "procedure_states": STATES,
}
HEADER = (
    "Mã hồ sơ,Mã TTHC,Mã đơn vị xử lý,Mã đơn vị tiếp nhận,Kênh nộp,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,"
    "Ngày kết thúc,Ngày trả kết quả,Trạng thái,Số hóa thành phần,Kết quả điện tử,Có phí,"
    "Thanh toán trực tuyến,Mức hài lòng"
)


def load(store: Store, by: str = "Alice") -> Store:
    """Every reference extract of the tiny province, applied."""
    for kind, content in REFERENCE.items():
        put(store, content, kind=kind, by=by)
    return store


def put(store: Store, content: str, *, by: str = "Alice", **how) -> int:
    """Check, stage and apply a file in one go; its batch id."""
    checked = ingest.check(Known.of(store), content.encode(), "tep.csv", **how)
    batch_id = ingest.stage(store, checked, by=by)
    ingest.apply(store, batch_id, by=by)
    return batch_id


def line(
    code="D1",
    procedure="1.000001",
    agency="X1",
    counter=None,
    channel=2,
    received="10/03/2025",
    due="20/03/2025",
    finished="",
    status=None,
    submitted=None,
    rest="1,,0,0,",
):
    """One line of a dossier extract; finished dossiers get status 9, others 4."""
    status = status or (9 if finished else 4)
    submitted = received if submitted is None else submitted
    cells = (
        code,
        procedure,
        agency,
        counter or agency,
        channel,
        submitted,
        received,
        due,
        finished,
        "",
        status,
    )
    return ",".join(map(str, cells)) + "," + rest


def extract(*lines: str, month="03/2025", title="Kỳ số liệu: tháng") -> str:
    """A dossier extract of one month with a title row above its header."""
    return "\n".join([f"{title} {month}", HEADER, *lines]) + "\n"
