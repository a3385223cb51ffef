"""Each month's file is the full statement of the month, and the months agree with one another."""

from datetime import date

import polars as pl
import pytest

from sample_data.agencies import TWO_TIERS
from tests.sample_data.extracts import (
    CATALOGUES,
    FIRST_MONTHS,
    LATER_MONTHS,
    by_agency,
    month_end,
    open_at_end,
    received_in,
    table,
)

EVERY_MONTH = FIRST_MONTHS + LATER_MONTHS
DOSSIER_CODE = r"^(\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(\.\d{1,5}){0,3}-(\d{6}|\d{8})-\d{3,7}$"
RECEIVED, FINISHED, STATUS = "Ngày tiếp nhận", "Ngày kết thúc", "Trạng thái"
KEY = ("Mã đơn vị xử lý", "Mã hồ sơ")


@pytest.fixture(params=EVERY_MONTH, ids=lambda month: f"{month:%Y-%m}")
def month(request: pytest.FixtureRequest) -> date:
    return request.param


@pytest.fixture
def rows(statements, month) -> pl.DataFrame:
    return statements[month]


def test_every_line_lived_in_the_month(rows, month):
    last = month_end(month)
    waits = rows.filter(pl.col(STATUS).is_in(["1", "3"]))
    assert waits["Ngày nộp"].is_between(month, last).all()
    assert waits.select(RECEIVED, FINISHED, "Ngày hẹn trả").null_count().row(0) == (len(waits),) * 3
    stands = rows.filter(~pl.col(STATUS).is_in(["1", "3"]))
    assert (stands[RECEIVED] <= last).all()
    assert stands.filter(pl.col(FINISHED) < month).is_empty()
    assert stands.filter(pl.col(RECEIVED) > pl.col(FINISHED)).is_empty()
    assert stands.filter(pl.col("Ngày nộp") > pl.col(RECEIVED)).is_empty()


def test_nothing_is_told_that_happened_after_the_months_end(rows, month):
    last = month_end(month)
    for column in ("Ngày nộp", RECEIVED, FINISHED, "Ngày trả kết quả"):
        assert rows[column].max() <= last
    still_open = open_at_end(rows)
    assert still_open.select("Kết quả điện tử", "Mức hài lòng").null_count().row(0) == (len(still_open),) * 2


def test_statuses_fit_the_dates(rows):
    finished = rows.filter(pl.col(FINISHED).is_not_null())
    assert set(finished[STATUS].unique()) == {"7", "8", "9", "10"}
    assert set(open_at_end(rows)[STATUS].unique()) == {"2", "4", "5", "6"}
    assert rows.filter(pl.col(STATUS) == "10")["Ngày trả kết quả"].is_not_null().all()
    assert rows.filter(pl.col(STATUS) != "10")["Ngày trả kết quả"].is_null().all()


def test_lines_are_sorted_and_each_dossier_stands_once(rows):
    assert rows["Mã hồ sơ"].str.contains(DOSSIER_CODE).all()
    assert rows["Mã hồ sơ"].n_unique() == len(rows)
    assert rows.select(KEY).equals(rows.select(KEY).sort(KEY))


@pytest.mark.parametrize("before", EVERY_MONTH[:-1], ids=lambda month: f"{month:%Y-%m}")
def test_what_was_open_is_carried_over_unchanged(statements, before):
    """(6) of a month is (11) of the month before, dossier by dossier."""
    after = EVERY_MONTH[EVERY_MONTH.index(before) + 1]
    left, carried = open_at_end(statements[before]), statements[after].filter(pl.col(RECEIVED) < after)
    facts = ["Mã hồ sơ", "Mã TTHC", "Mã đơn vị tiếp nhận", "Ngày nộp", RECEIVED, "Ngày hẹn trả", "Có phí"]
    assert left.select(facts).sort(facts).equals(carried.select(facts).sort(facts))
    if after != TWO_TIERS:
        assert by_agency(left) == by_agency(carried)


def test_everything_that_waited_was_received_in_the_next_month(statements, month):
    if month == EVERY_MONTH[-1]:
        return
    after = EVERY_MONTH[EVERY_MONTH.index(month) + 1]
    waits = statements[month].filter(pl.col(STATUS) == "1")
    received = received_in(statements[after], after)
    assert set(waits["Mã hồ sơ"]) == set(received.filter(pl.col("Ngày nộp") < after)["Mã hồ sơ"])


def test_procedures_belong_to_the_level_and_department_that_handles_them(rows, month):
    levels = table(CATALOGUES / "thu-tuc.csv")
    if month >= TWO_TIERS:
        levels = pl.concat([levels, table(CATALOGUES / "thu-tuc-2025-07.csv")]).unique("Mã TTHC", keep="last")
    joined = rows.join(levels, on="Mã TTHC")
    assert len(joined) == len(rows)
    assert (joined["level"] == joined["Cấp thực hiện"]).all()
    department = joined.filter(pl.col("level") == "tỉnh")
    assert (department["Mã đơn vị xử lý"] == department["Mã cơ quan chủ trì"]).all()


def test_online_dossiers_are_of_procedures_that_are_online(statements):
    states = table(CATALOGUES / "trang-thai-thu-tuc.csv").filter(
        pl.col("Trạng thái").is_in(["toàn trình", "một phần"])
    )
    since = states.group_by("Mã TTHC").agg(pl.col("Từ ngày").min())
    for month in FIRST_MONTHS:
        filed = received_in(statements[month], month).filter(pl.col("Kênh nộp") == "2")
        joined = filed.join(since, on="Mã TTHC")
        assert len(joined) == len(filed)
        assert joined.filter(pl.col("Từ ngày") > month_end(month)).is_empty()


def test_a_dossier_is_handed_in_elsewhere_only_where_the_counter_had_opened_it(statements, folder):
    openings = pl.concat(table(path) for path in sorted(folder.glob("mo-tai-quay*.csv")))
    for month in EVERY_MONTH:
        rows = received_in(statements[month], month)
        away = rows.filter(pl.col("Mã đơn vị tiếp nhận") != pl.col("Mã đơn vị xử lý"))
        assert 0.05 < len(away) / len(rows) < 0.16
        # What waited when the districts ended was received by the successor of its counter.
        away = away.filter(pl.col("Ngày nộp") >= month)
        opened = away.join(
            openings.group_by("Mã TTHC", "Mã đơn vị tiếp nhận").agg(pl.col("Mở từ ngày").min()),
            on=["Mã TTHC", "Mã đơn vị tiếp nhận"],
        )
        assert len(opened) == len(away)
        assert opened.filter(pl.col("Mở từ ngày") > pl.col(RECEIVED)).is_empty()


def test_openings_are_of_live_procedures_few_enough_and_uneven(folder):
    openings = table(folder / "mo-tai-quay.csv")
    assert len(openings) < 15_000
    assert openings.select("Mã TTHC", "Mã đơn vị tiếp nhận").n_unique() == len(openings)
    assert openings["Mã TTHC"].n_unique() == 275
    per_counter = openings.group_by("Mã đơn vị tiếp nhận").len()["len"]
    assert per_counter.max() > 200 > 60 > per_counter.min()
