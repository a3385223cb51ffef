"""From 1-7-2025 the 36 new communes report, and nothing that was open is lost."""

from datetime import date

import polars as pl

from tests.sample_data.extracts import by_agency, open_at_end, table

JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)


def test_before_and_after_the_reorganisation_each_agency_reports(statements):
    assert all(len(by_agency(rows)) == 115 for month, rows in statements.items() if month < JULY)
    after = {code for month, rows in statements.items() if month >= JULY for code in by_agency(rows)}
    assert len(after) == 51
    assert not {str(code) for code in range(718, 727)} & after


def test_the_old_units_end_and_the_new_ones_begin(folder):
    rows = table(folder / "don-vi-2025-07.csv")
    ended, begun = (
        rows.filter(pl.col("Hiệu lực đến").is_not_null()),
        rows.filter(pl.col("Hiệu lực đến").is_null()),
    )
    assert (len(ended), len(begun)) == (100, 36)
    assert (ended["Hiệu lực đến"] == date(2025, 6, 30)).all()
    assert (begun["Hiệu lực từ"] == JULY).all()
    points = table(folder / "diem-mot-cua-2025-07.csv")
    assert set(points["Mã đơn vị"]) == set(begun["Mã đơn vị"])


def test_each_of_the_36_has_a_tile_of_its_own_in_six_rows_of_six(folder):
    points = table(folder / "diem-mot-cua-2025-07.csv")
    tiles = set(zip(points["Hàng"].cast(int), points["Cột"].cast(int), strict=True))
    assert tiles == {(row, column) for row in range(1, 7) for column in range(1, 7)}


def test_every_old_commune_has_a_successor_and_16_have_two(folder):
    rows = table(folder / "ke-thua-2025-07.csv")
    per_unit = rows.group_by("Mã đơn vị cũ").agg(pl.len(), pl.col("Kiểu"))
    assert len(rows) == 107 and len(per_unit) == 91
    cut = per_unit.filter(pl.col("len") == 2)
    assert len(cut) == 16
    assert set(cut["Kiểu"].explode()) == {"một phần"}


def test_open_dossiers_of_a_commune_go_to_one_of_its_successors(statements, folder):
    heirs = table(folder / "ke-thua-2025-07.csv").group_by("Mã đơn vị cũ").agg("Mã đơn vị mới")
    left = open_at_end(statements[JUNE]).filter(pl.col("level") == "xã")
    now = statements[JULY].select("Mã hồ sơ", now="Mã đơn vị xử lý")
    joined = left.join(now, on="Mã hồ sơ").join(heirs, left_on="Mã đơn vị xử lý", right_on="Mã đơn vị cũ")
    assert len(joined) == len(left)
    assert joined.select(pl.col("Mã đơn vị mới").list.contains(pl.col("now")).all()).item()


def test_procedures_of_districts_get_another_level(folder):
    moved = table(folder / "thu-tuc-2025-07.csv")
    assert len(moved) == 262
    assert set(moved["Cấp thực hiện"]) == {"tỉnh", "xã"}


def test_the_295_go_live_in_april_and_may(folder):
    days = {"2025-04": {date(2025, 4, 10)}, "2025-05": {date(2025, 5, day) for day in (5, 12, 19, 26)}}
    count = 0
    for month, expected in days.items():
        rows = table(folder / f"trang-thai-thu-tuc-{month}.csv").filter(
            pl.col("Trạng thái") == "đang thực hiện"
        )
        assert set(rows["Từ ngày"]) == expected
        count += len(rows)
    assert count == 295
