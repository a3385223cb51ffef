"""Every published figure comes out of the extracts alone, counted here without any of the product's code."""

from datetime import date

import polars as pl
import pytest

from tests.sample_data.extracts import CATALOGUES, table

AS_OF = date(2025, 3, 31)
REFERENCE = CATALOGUES.parent / "reference"


def states(aspect: str) -> pl.DataFrame:
    rows = table(CATALOGUES / "trang-thai-thu-tuc.csv")
    return rows.filter((pl.col("Nội dung") == aspect) & (pl.col("Từ ngày") <= AS_OF))


def percent(part: int, whole: int) -> float:
    return round(part * 100 / whole + 1e-9, 2)


def test_procedures_by_service_level_on_the_last_of_march():
    procedures = table(CATALOGUES / "thu-tuc.csv")
    assert len(procedures) == procedures["Mã TTHC"].n_unique() == 1_877
    assert (procedures["Nội bộ"] == "0").all()
    newest = states("mức độ DVC").sort("Từ ngày").group_by("Mã TTHC").last()
    counted = dict(newest["Trạng thái"].value_counts().iter_rows())
    assert counted == {"toàn trình": 826, "một phần": 681, "cung cấp thông tin": 370}
    assert percent(826 + 681, 1_877) == 80.29
    assert (percent(826, 1_877), percent(681, 1_877)) == (44.01, 36.28)


def test_cross_boundary_procedures_are_listed_built_and_live_as_published():
    rows = states("phi địa giới")
    counted = rows.group_by("Trạng thái", "Từ ngày").len()
    by_day = {(state, since): n for state, since, n in counted.iter_rows()}
    opened, widened = date(2024, 12, 2), date(2025, 2, 28)
    assert by_day == {
        ("danh mục", opened): 275,
        ("danh mục", widened): 295,
        ("xây dựng xong", opened): 275,
        ("đang thực hiện", opened): 275,
    }
    listed = rows.filter(pl.col("Trạng thái") == "danh mục")
    assert listed["Mã TTHC"].n_unique() == 570


def test_only_procedures_that_were_online_are_listed():
    levels = states("mức độ DVC")
    listed = states("phi địa giới").filter(pl.col("Trạng thái") == "danh mục")
    before = listed.join(levels, on="Mã TTHC").filter(pl.col("Từ ngày_right") <= pl.col("Từ ngày"))
    at_listing = before.sort("Từ ngày_right").group_by("Mã TTHC").last()
    assert len(at_listing) == 570
    assert not (at_listing["Trạng thái_right"] == "cung cấp thông tin").any()


def test_dossiers_received_and_filed_online(received):
    online = received.filter(pl.col("Kênh nộp") == "2")
    assert (len(received), len(online)) == (299_637, 295_230)
    assert percent(len(online), len(received)) == 98.53
    rates = {
        level: percent((rows["Kênh nộp"] == "2").sum(), len(rows))
        for (level,), rows in received.group_by("level")
    }
    assert rates == {"tỉnh": 97.47, "huyện": 97.89, "xã": 99.07}
    assert received["Mã hồ sơ"].n_unique() == len(received)


def test_received_and_online_by_level_and_month_are_the_split_of_the_reference(received):
    expected = table(REFERENCE / "article_split_level_month.csv", skip=0)
    found = received.group_by(pl.col("month").dt.strftime("%Y-%m"), "level").agg(
        pl.len(), online=(pl.col("Kênh nộp") == "2").sum()
    )
    assert {(m, level): (n, o) for m, level, n, o in found.iter_rows()} == {
        (row["thang"], row["cap"]): (int(row["tiep_nhan"]), int(row["truc_tuyen"]))
        for row in expected.iter_rows(named=True)
    }


@pytest.mark.parametrize(("level", "prefix"), [("huyện", "huyen"), ("xã", "xa")])
def test_received_and_online_by_district_are_the_split_of_the_reference(received, level, prefix):
    agencies = table(CATALOGUES / "don-vi.csv")
    parents = dict(agencies.select("Mã đơn vị", "Mã đơn vị cấp trên").iter_rows())
    rows = received.filter(pl.col("level") == level).with_columns(
        district=pl.col("Mã đơn vị xử lý").replace({k: v for k, v in parents.items() if v})
    )
    found = rows.group_by("district").agg(pl.len(), online=(pl.col("Kênh nộp") == "2").sum())
    assert {district: (n, online) for district, n, online in found.iter_rows()} == {
        row["ma_huyen"]: (int(row[f"{prefix}_tiep_nhan"]), int(row[f"{prefix}_truc_tuyen"]))
        for row in table(REFERENCE / "article_split_district.csv", skip=0).iter_rows(named=True)
    }


def test_agencies_and_one_stop_points():
    agencies = table(CATALOGUES / "don-vi.csv")
    assert dict(agencies["Loại"].value_counts().iter_rows()) == {
        "sở ban ngành": 14, "ban quản lý": 1, "quận huyện": 9, "phường xã": 91, "ngành dọc": 6,
    }  # fmt: skip
    assert (agencies["Nộp số liệu hồ sơ"] == "1").sum() == 115
    points = table(CATALOGUES / "diem-mot-cua.csv")
    assert dict(points["Loại"].value_counts().iter_rows()) == {"chi nhánh": 9, "điểm tiếp nhận": 91}


def test_connections_and_apps():
    rows = table(CATALOGUES / "ket-noi.csv")
    linked = rows.group_by("Loại").agg((pl.col("Trạng thái") == "đã kết nối").sum(), n=pl.len())
    counted = {kind: (connected, n) for kind, connected, n in linked.iter_rows()}
    assert counted == {
        "sở ngành": (15, 15), "ngành dọc": (4, 6), "API": (2, 2), "hệ thống": (4, 4),
        "cơ sở dữ liệu": (4, 4), "GIS": (3, 3),
    }  # fmt: skip
    apps = table(CATALOGUES / "so-thang.csv")
    assert apps["Giá trị"].to_list() == ["102000", "2000000", "3808"]
    assert (apps["Ít nhất"] == "1").all()


def test_targets_and_plans_carry_no_progress_that_nobody_published():
    targets = {(r[0], r[2], r[5]) for r in table(CATALOGUES / "muc-tieu.csv").iter_rows()}
    end = date(2025, 12, 31)
    assert targets == {
        ("procedures_full", "70", end), ("procedures_full", "80", None),
        ("cross_boundary_live", "100", end), ("cross_boundary_live_count", "570", date(2025, 4, 10)),
        ("digitised_input", "100", end), ("digitised_result", "100", end),
    }  # fmt: skip
    items = table(CATALOGUES / "cai-cach.csv")
    assert items["Đã xong"].is_null().all()
    quantities = dict(items.select("Mã", "Số lượng").iter_rows())
    assert (quantities["KH1109-RA-SOAT"], quantities["KH1109-NOI-BO"]) == ("524", "245")
    assert int(quantities["KH1109-DON-GIAN"]) == -(-524 * 20 // 100) == 105
