"""The invented part looks like the real thing: seasons, delays, payments, and the stories hidden in it."""

from datetime import date

import polars as pl

from tests.sample_data.extracts import FIRST_MONTHS, by_agency, open_at_end, received_in

LATE = pl.col("Ngày kết thúc") > pl.col("Ngày hẹn trả")


def finished(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("Ngày kết thúc").is_not_null())


def test_the_extracts_are_a_little_longer_than_what_was_received(statements):
    lines = sum(len(statements[month]) for month in FIRST_MONTHS)
    assert 1.08 < lines / 299_637 < 1.12


def test_december_brings_an_opening_stock_of_every_agency_size(statements):
    stock = statements[FIRST_MONTHS[0]].filter(pl.col("Ngày tiếp nhận") < FIRST_MONTHS[0])
    assert 4_000 < len(stock) < 9_000
    assert len(by_agency(stock)) > 100


def test_nearly_nothing_is_received_at_tet(received):
    by_day = dict(received.group_by("Ngày tiếp nhận").len().iter_rows())
    tet = [by_day.get(date(2025, 1, day), 0) for day in range(25, 32)] + [by_day.get(date(2025, 2, 1), 0)]
    assert max(tet) < 0.03 * by_day[date(2025, 1, 21)]


def test_a_few_in_a_hundred_are_late_and_some_open_ones_overdue(statements):
    for month in FIRST_MONTHS:
        rows = finished(statements[month])
        assert 0.015 < rows.select(LATE.mean()).item() < 0.04
        overdue = open_at_end(statements[month]).filter(pl.col("Ngày hẹn trả") < pl.col("month_end"))
        assert 300 < len(overdue) < 1_500


def test_struggling_agencies_get_worse_towards_march(statements):
    december, march = (
        {
            agency: rows.select(LATE.mean()).item()
            for (agency,), rows in finished(statements[month]).group_by("Mã đơn vị xử lý")
        }
        for month in (FIRST_MONTHS[0], FIRST_MONTHS[-1])
    )
    for agency in ("H09.06", "725", "25951"):
        assert march[agency] > 0.10
        assert march[agency] > 1.5 * december[agency]


def test_digitisation_and_online_payment_rise(statements):
    for column, of in (("Số hóa thành phần", None), ("Thanh toán trực tuyến", "Có phí")):
        shares = []
        for month in FIRST_MONTHS:
            rows = received_in(statements[month], month)
            rows = rows.filter(pl.col(of) == "1") if of else rows
            shares.append((rows[column] == "1").mean())
        assert shares == sorted(shares)
        assert shares[-1] - shares[0] > 0.05
        assert 0.45 < shares[0] < shares[-1] < 0.90


def test_a_third_of_dossiers_cost_a_fee_and_an_eighth_are_rated(statements, received):
    assert 0.30 < (received["Có phí"] == "1").mean() < 0.40
    assert received.filter((pl.col("Có phí") == "0") & (pl.col("Thanh toán trực tuyến") == "1")).is_empty()
    ended = finished(statements[FIRST_MONTHS[-1]])
    assert 0.10 < ended["Mức hài lòng"].is_not_null().mean() < 0.14
