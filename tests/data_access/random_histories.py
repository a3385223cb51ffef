"""Random histories of files, reports and lists that are staged, applied, undone and copied."""

from hypothesis import strategies as st

from tests import tiny
from tests.reports_made import grid, row, text
from tests.tiny import extract, line

AGENCIES = ("X1", "X2", "X3")
MONTHS = ("03/2025", "04/2025")

a_line = st.builds(
    dict,
    code=st.sampled_from(["D1", "D2", "D3", "D4"]),
    agency=st.sampled_from(AGENCIES),
    counter=st.sampled_from([None, "X1", "X2", "X3", "S1"]),
    procedure=st.sampled_from(["1.000001", "1.000002"]),
    channel=st.sampled_from([1, 2, 3]),
    done=st.booleans(),
)
a_file = st.tuples(
    st.sampled_from(["whole", "supplement"]),
    st.sampled_from(MONTHS),
    st.lists(a_line, min_size=1, max_size=6),
)
a_row = st.builds(
    row,
    st.sampled_from(["Hộ tịch", "Đất đai"]),
    online=st.integers(0, 3),
    direct=st.just(0),
    carried=st.just(0),
    finished=st.just((0, 0, 0)),
    still_open=st.just((0, 0)),
)
a_report = st.tuples(
    st.sampled_from(["whole", "supplement"]),
    st.sampled_from([*(f"Tháng {month}" for month in MONTHS), "Quý II/2025"]),
    st.sampled_from(["Xã An Bình", "Xã Hòa Bình", "Phường Ba"]),
    st.lists(a_row, min_size=1, max_size=2, unique_by=lambda cells: cells[0]),
)
# Records that lines and sums hang on: a sector's name, a procedure's sector, a procedure's level from a day,
# an agency's district, the tile of a counter, where a procedure is open.
OPENINGS = "Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n"
a_list = st.sampled_from([
    ("sectors", "Mã lĩnh vực,Tên lĩnh vực\nL2,Đất\n"),
    ("procedures", tiny.PROCEDURES.splitlines()[0] + "\n1.000001,Thủ tục một,L2,xã,S1,0\n"),
    ("procedures", tiny.PROCEDURES.splitlines()[0] + "\n1.000002,Thủ tục hai,L1,xã,S1,0\n"),
    ("procedure_states", tiny.STATES.splitlines()[0] + "\n1.000001,mức độ DVC,một phần,15/03/2025\n"),
    ("agencies", tiny.AGENCIES.splitlines()[0] + "\nX3,Phường Ba,xã,phường xã,,01/12/2024,,1\n"),
    ("one_stop_points", tiny.POINTS.splitlines()[0] + "\nX3,01/12/2024,Điểm Ba,điểm tiếp nhận,2,2\n"),
    ("one_stop_points", tiny.POINTS.splitlines()[0] + "\nX2,01/12/2024,Chi nhánh Hai,chi nhánh,2,2\n"),
    ("openings", OPENINGS + "1.000001,X1,02/12/2024,\n"),
    ("openings", OPENINGS + "1.000001,X1,02/12/2024,01/04/2025\n"),
    ("events", "Ngày,Tiêu đề,Tiêu đề tiếng Anh,Loại,Nguồn\n01/07/2025,Bỏ cấp huyện,,mốc,Báo\n"),
])  # fmt: skip
# What is applied as soon as it is staged comes twice as often: lists change nothing before they are.
a_step = st.one_of(
    st.tuples(st.just("put"), st.tuples(st.just("stage"), a_file)),
    st.tuples(st.just("put"), st.tuples(st.just("list"), a_list)),
    st.tuples(st.just("put"), st.tuples(st.just("list"), a_list)),
    st.tuples(st.just("stage"), a_file),
    st.tuples(st.just("report"), a_report),
    st.tuples(st.just("list"), a_list),
    st.tuples(st.just("apply"), st.integers(0, 5)),
    st.tuples(st.just("undo"), st.integers(0, 5)),
    st.tuples(st.just("again"), st.integers(0, 5)),
)
histories = st.lists(a_step, min_size=3, max_size=14)


def content(month: str, lines: list[dict]) -> str:
    """A file whose lines are distinct by slice and code, so that none is rejected."""
    chosen = {(one["agency"], one["code"]): one for one in lines}
    day = f"10/{month}"
    made = [
        line(one["code"], one["procedure"], one["agency"], one["counter"], channel=one["channel"],
             received=day, due=day, finished=f"11/{month}" if one["done"] else "")
        for one in chosen.values()
    ]  # fmt: skip
    return extract(*made, month=month)


def made_report(period: str, agency: str, rows: list[list]) -> bytes:
    """A report whose rows keep the identities: whatever came in was finished on time."""
    for cells in rows:
        cells[1] = cells[5] = cells[7] = cells[2]
    return text(grid(*rows, agency=agency, period=period))
