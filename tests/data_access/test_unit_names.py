"""Units by name, among the 115 of the sample province: exactly one, or the person is asked."""

from datetime import date
from types import SimpleNamespace

import pytest

from data_access.ingest import Known
from data_access.ingest.naming import Names
from data_access.units import Unit
from reports.rejected import rejected_file
from sample_data.csv_file import read_rows
from tests import tiny
from tests.data_access.checks import check, problems
from tests.sample_data.extracts import CATALOGUES
from tests.tiny import HEADER, extract, line, put


@pytest.fixture(scope="module")
def names() -> Names:
    rows = read_rows(CATALOGUES / "don-vi.csv")
    return Names(
        Unit(f"{row['Mã đơn vị']}@2024-12-01", row["Mã đơn vị"], row["Tên đơn vị"], row["Cấp"], row["Loại"],
             row["Mã đơn vị cấp trên"] or None, date(2024, 12, 1), None, True)
        for row in rows
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Phường Phú Cường", "25747"),
        ("UBND phường Phú Cường", "25747"),
        ("UỶ BAN NHÂN DÂN PHƯỜNG PHÚ CƯỜNG", "25747"),
        ("P. Phú Cường", "25747"),
        ("P.Phú Cường", "25747"),
        ("Phú Cường", "25747"),
        ("phuong phu cuong", "25747"),
        ("Phường  Phú\u00a0Cường", "25747"),
        ("Bộ phận Một cửa UBND phường Phú Cường", "25747"),
        ("Phường Phú Cường, TP. Thủ Dầu Một", "25747"),
        ("Phường Định Hòa", "25759"),  # the list spells it Hoà
        ("Phường Phú Hoà", "25750"),  # and this one Hòa
        ("TT. Dầu Tiếng", "25777"),
        ("Huyện Dầu Tiếng", "720"),
        ("TP Dĩ An", "724"),
        ("UBND thành phố Dĩ An", "724"),
        ("Phường Dĩ An", "25942"),
        ("Xã An Bình", "25870"),
        ("Phường An Bình", "25960"),
        ("An Bình (Dĩ An)", "25960"),
        ("An Bình, huyện Phú Giáo", "25870"),
        ("Huyện Phú Giáo - Xã An Bình", "25870"),
        ("An Bình (25960)", "25960"),
        ("25960 - Phường An Bình", "25960"),
        ("Tân Định > Bến Cát", "25852"),
        ("TT Tân Bình", "25900"),
        ("Sở Nội vụ", "H09.02"),
        ("Sở Nội vụ tỉnh Bình Dương", "H09.02"),
        ("Sở Văn hóa, Thể thao và Du lịch", "H09.09"),
        ("Sở VH, TT và DL", None),  # TT is also a township: not guessed
        ("Sở KH&CN", "H09.08"),
        ("Sở GD&ĐT", "H09.10"),
        ("BQL các KCN Bình Dương", "H09.15"),
        ("Văn phòng UBND tỉnh", "H09.01"),
        ("Thanh tra tỉnh", "H09.12"),
    ],
)
def test_a_name_means_one_unit(names, written, code):
    assert [unit.code for unit in names.meant(written)] == ([code] if code else [])


@pytest.mark.parametrize("written", ["An Bình", "Tân Định", "Tân Hiệp", "Tân Bình", "Dĩ An", "Dầu Tiếng"])
def test_a_name_that_two_units_have_means_neither(names, written):
    assert len(names.meant(written)) == 2


@pytest.mark.parametrize(
    "written",
    ["Phường Nào Đó", "Phường Phú Cường (huyện Dầu Tiếng)", "Phường An Bình (25870)", "Bình Dương", "-"],
)
def test_a_name_that_fits_no_unit_means_nothing(names, written):
    assert names.meant(written) == []


def test_the_candidates_are_told_with_their_districts_and_codes(names):
    told = names.told(names.meant("An Bình"))
    assert told == "Xã An Bình (Huyện Phú Giáo) – 25870; Phường An Bình (Thành phố Dĩ An) – 25960"


def test_a_file_may_name_its_units_in_place_of_their_codes(known):
    lines = [line("D1", agency="Sở Một"), line("D2", agency="ubnd xã an bình", counter="P. Ba")]
    checked = check(known, extract(*lines))
    assert problems(checked) == []
    assert checked.lines.select("agency", "counter").rows() == [
        ("S1@2024-12-01", "S1@2024-12-01"),
        ("X1@2024-12-01", "X3@2024-12-01"),
    ]


def test_a_column_of_names_stands_in_where_there_is_none_of_codes(known):
    content = extract(line("D1", agency="Xã Hoà Bình")).replace("Mã đơn vị xử lý", "Tên đơn vị xử lý")
    assert check(known, content).lines["agency"].to_list() == ["X2@2024-12-01"]


def test_names_beside_codes_are_held_against_them_however_they_are_abbreviated(known):
    body = [f"{line(f'D{i}')},{name}" for i, name in enumerate(["UBND xã An Bình", "An Bình", "P. Ba"])]
    checked = check(known, "\n".join(["Tháng 03/2025", HEADER + ",Đơn vị xử lý", *body]))
    assert problems(checked) == [(5, "Tên đơn vị xử lý", "agency.name_differs")]


def test_a_name_is_that_of_the_unit_in_force_in_the_month(known):
    july = extract(line(agency="Phường Mới", received="02/07/2025", due=""), month="07/2025")
    assert check(known, july).lines["agency"].to_list() == ["X1@2025-07-01"]
    ended = extract(line(agency="Xã An Bình", received="02/07/2025", due=""), month="07/2025")
    checked = check(known, ended)
    assert problems(checked) == [(3, "Mã đơn vị xử lý", "agency.not_in_force")]
    assert checked.issues["detail"].to_list() == ["Xã An Bình → X1 Phường Mới"]


def test_a_counter_by_name_is_the_unit_of_the_day_of_receipt(known):
    body = line("D1", agency="X2", counter="Xã An Bình", received="20/06/2025", due="")
    checked = check(known, extract(body, month="07/2025"))
    assert checked.lines["counter"].to_list() == ["X1@2024-12-01"]


@pytest.fixture
def homonyms(sqlite_province):
    """The tiny province with a second An Bình, in a second district."""
    header = tiny.AGENCIES.splitlines()[0]
    more = "H2,Huyện Hai,huyện,quận huyện,,01/12/2024,,1\nX9,Phường An Bình,xã,phường xã,H2,01/12/2024,,1\n"
    tiny.put(sqlite_province, f"{header}\n{more}", kind="agencies")
    return Known.of(sqlite_province)


def test_of_two_units_of_one_name_none_is_taken_and_both_are_told(homonyms):
    checked = check(homonyms, extract(line(agency="An Bình")))
    assert problems(checked) == [(3, "Mã đơn vị xử lý", "agency.ambiguous")]
    told = "An Bình → Xã An Bình (Huyện Một) – X1; Phường An Bình (Huyện Hai) – X9"
    assert checked.issues["detail"].to_list() == [told]
    kept = checked.rejected.row(0, named=True)
    found = [SimpleNamespace(**issue) for issue in checked.issues.iter_rows(named=True)]
    back = rejected_file(1, [date(2025, 3, 1)], [(kept.pop("line"), kept)], found)
    assert f"({told})" in back.decode("utf-8-sig")


def test_the_district_beside_the_name_tells_them_apart(homonyms):
    body = [line("D1", agency="An Bình") + ",Huyện Hai", line("D2", agency="An Bình") + ",H. Một"]
    checked = check(homonyms, "\n".join(["Tháng 03/2025", HEADER + ",Quận/huyện", *body]))
    assert checked.lines["agency"].to_list() == ["X1@2024-12-01", "X9@2024-12-01"]


DISTRICTS = (
    "Mã đơn vị,Tên đơn vị,Cấp,Loại,Mã đơn vị cấp trên,Hiệu lực từ,Hiệu lực đến,Nộp số liệu hồ sơ\n"
    "H2,Huyện Hai,huyện,quận huyện,,01/12/2024,,1\nX9,Phường An Bình,xã,phường xã,H2,01/12/2024,,1\n"
)


def test_the_counter_of_the_agencys_own_name_lies_in_its_district(sqlite_province):
    put(sqlite_province, DISTRICTS, kind="agencies")
    lines = [line("D1", agency="An Bình"), line("D2", agency="An Bình", counter="AN BÌNH")]
    body = [f"{one},Huyện Một" for one in lines]
    checked = check(Known.of(sqlite_province), "\n".join(["Tháng 03/2025", f"{HEADER},Huyện", *body]))
    assert checked.lines.select("agency", "counter").rows() == [("X1@2024-12-01", "X1@2024-12-01")]
    assert problems(checked) == [(4, "Mã đơn vị tiếp nhận", "counter.ambiguous")]
