"""A province known by heart, with targets, promises and events, and a reader of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data_access.store import Store
from tests import tiny
from tests.stores import copy_of_file
from tests.ui.app import Reader

RECORDS = {
    # 2 of 4 procedures are fully online: 70 % is 3 of 4, so 1 is missing.
    "targets": """Mã chỉ tiêu,Mã đơn vị,Giá trị,Đơn vị tính,Loại,Hạn,Mẫu số,Căn cứ,Nguồn
procedures_full,,70,%,mục tiêu,31/12/2025,,,Báo
procedures_full,,80,%,phấn đấu,,,,Báo
cross_boundary_live,,100,%,mục tiêu,31/12/2025,danh mục,,Báo
cross_boundary_live_count,,2,TTHC,mục tiêu,10/04/2025,,,Báo
""",
    "events": """Ngày,Tiêu đề,Tiêu đề tiếng Anh,Loại,Nguồn
28/02/2025,Mở rộng <danh mục>,List widened,mốc,Báo
01/07/2025,Bỏ cấp huyện,District tier ends,sắp xếp,Báo
""",
    "connections": """Mã,Loại,Tên,Mã đơn vị,Trạng thái,Từ ngày,Nguồn
V1,ngành dọc,Cơ quan ngành dọc 1,V1,đã kết nối,,Báo
V2,ngành dọc,Cơ quan ngành dọc 2,,chưa kết nối,,Báo
""",
    # Nobody has reported on it: hatched, never 0.
    "reform_items": """\
Mã,Nội dung,Tiêu đề tiếng Anh,Loại,Số lượng,Đơn vị tính,Hạn,Đã xong,Tỷ lệ mục tiêu,Nguồn
R1,Rà soát 12 TTHC,Review 12 procedures,rà soát,12,TTHC,30/04/2025,,,Báo
""",
    "monthly_figures": """Chỉ số,Mã đơn vị,Tháng,Giá trị,Đơn vị tính,Ít nhất,Nguồn
app_binh_duong_so_installs,,03/2025,102000,lượt cài đặt,1,Báo
app_moi_la_gi,,03/2025,7,lượt lạ,0,Báo
""",
    "openings": """Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày
1.000001,H1,02/12/2024,
1.000001,X1,02/12/2024,
""",
}
# Two of the six agencies have sent March. X2 handles a dossier that was handed in at X1.
DOSSIERS = (
    tiny.line("D1", agency="X1", channel=2),
    tiny.line("D2", agency="X1", channel=1),
    tiny.line("D3", agency="X2", channel=2),
    tiny.line("D4", agency="X2", counter="X1", channel=2),
)


@pytest.fixture(scope="session")
def recorded_file(province_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of the tiny province with its records and two agencies' dossiers of March 2025."""
    file = shutil.copyfile(province_file, tmp_path_factory.mktemp("template") / "recorded.sqlite")
    store = Store.open(f"sqlite:///{file}", migrate=False)
    for kind, content in RECORDS.items():
        tiny.put(store, content, kind=kind)
    tiny.put(store, tiny.extract(*DOSSIERS))
    store.close()
    return file


@pytest.fixture
def province(recorded_file: Path, tmp_path: Path) -> Iterator[Store]:
    """That province in a store of its own."""
    yield from copy_of_file(recorded_file, tmp_path / "province.sqlite")


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[Store], Reader]:
    """`reader(store)` looks at that store through the dashboard."""
    return lambda store: Reader(store.engine.url.render_as_string(hide_password=False), monkeypatch)
