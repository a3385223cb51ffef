"""Each broken example has the one fault that its README names, and the check finds that one alone."""

from datetime import date

import pytest

from data_access.errors import FileProblem
from data_access.ingest import Known, check
from data_access.ingest.contract import fold
from data_access.units import Unit
from sample_data.csv_file import read_rows
from sample_data.faults import FOLDER
from tests.sample_data.extracts import CATALOGUES

ACCEPTED = {  # and what is said of it
    "12-phong-chu-tcvn3.csv": ["file.old_encoding"],
    "14-cot-ca-nhan.csv": [],
    "17-dau-cham-phay.csv": [],
    "18-windows-1258.csv": ["file.old_encoding"],
    "19-hop-le.xlsx": [],
}
REFUSED = {
    "08-thieu-cot.csv": "file.missing_columns",
    "09-tieu-de-sai-chinh-ta.csv": "file.missing_columns",
    "10-tep-rong.csv": "file.empty",
    "11-khong-phai-csv.csv": "file.not_a_table",
}
LINES = {  # the only issue found, and how many of the lines are left
    "01-don-vi-khong-co.csv": ("agency.unknown", 7),
    "02-thu-tuc-khong-co.csv": ("procedure.unknown", 7),
    "03-ket-thuc-truoc-tiep-nhan.csv": ("date.end_before_received", 7),
    "04-ngoai-ky.csv": ("period.received_later", 7),
    "05-trang-thai-la.csv": ("status.unknown", 7),
    "06-trung-giong-nhau.csv": ("line.repeated", 8),
    "07-trung-khac-nhau.csv": ("line.contradicts", 7),
    "13-so-giay-to-trong-o.csv": ("cell.personal", 7),
    "15-ngay-sai.csv": ("cell.date", 7),
    "16-da-xong-thieu-ngay-ket-thuc.csv": ("status.end_missing", 7),
    "20-ten-khac-ma.csv": ("agency.name_differs", 7),
}


@pytest.fixture(scope="module")
def known() -> Known:
    """What a store with the sample's catalogues knows."""
    levels = {"tỉnh": "province", "huyện": "district", "xã": "commune", "ngành dọc": "vertical"}
    units = tuple(
        Unit(
            key=f"{row['Mã đơn vị']}@2024-12-01",
            code=row["Mã đơn vị"],
            name=row["Tên đơn vị"],
            level=levels[row["Cấp"]],
            kind=row["Loại"],
            parent=row["Mã đơn vị cấp trên"] or None,
            valid_from=date(2024, 12, 1),
            valid_to=None,
            reports=row["Nộp số liệu hồ sơ"] == "1",
        )
        for row in read_rows(CATALOGUES / "don-vi.csv")
    )
    procedures = frozenset(row["Mã TTHC"] for row in read_rows(CATALOGUES / "thu-tuc.csv"))
    sectors = frozenset(row["Mã lĩnh vực"] for row in read_rows(CATALOGUES / "linh-vuc.csv"))
    labels = read_rows(CATALOGUES / "trang-thai-ho-so.csv")
    first = date(2024, 12, 1)
    statuses = tuple((fold(row["Trạng thái"]), first, int(row["Mã trạng thái"])) for row in labels)
    return Known(units, {}, procedures, sectors, statuses)


def test_every_example_is_known_and_named_in_the_readme():
    names = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    assert names == {*ACCEPTED, *REFUSED, *LINES}
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in names)
    faults = {kind for kind, _ in LINES.values()} | set(REFUSED.values()) | {"file.old_encoding"}
    assert all(f"`{kind}`" in readme for kind in faults)


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_file_without_fault_is_accepted(known, name):
    checked = check(known, FOLDER / name)
    assert (len(checked.lines), checked.issues["kind"].to_list()) == (8, ACCEPTED[name])
    assert checked.recognised.month == date(2025, 4, 1)
    assert checked.recognised.synthetic


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_taken_is_refused(known, name):
    with pytest.raises(FileProblem) as problem:
        check(known, FOLDER / name)
    assert problem.value.key == REFUSED[name]


@pytest.mark.parametrize("name", LINES)
def test_the_one_fault_is_found_and_no_other(known, name):
    checked = check(known, FOLDER / name)
    kind, left = LINES[name]
    assert set(checked.issues["kind"]) == {kind}
    assert len(checked.lines) == left
    assert len(checked.rejected) == checked.total - checked.repeated - left


def test_personal_columns_are_dropped_by_name(known):
    checked = check(known, FOLDER / "14-cot-ca-nhan.csv")
    assert checked.recognised.dropped == ("Chủ hồ sơ", "Số giấy tờ", "Số điện thoại")
