"""The period of a II.06a report: read from its title; more than a month is a check that counts nothing."""

import json
from datetime import date

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import FileProblem
from data_access.ingest import Known
from tests import tiny
from tests.data_access.reports import put, staged
from tests.data_access.statements import total
from tests.reports_made import report, row
from tests.tiny import extract, line

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
X2 = "X2@2024-12-01"


@pytest.mark.parametrize(
    ("period", "month", "months"),
    [
        ("Tháng 4 năm 2025", APRIL, 1),
        ("Từ ngày 1/4/2025 đến ngày 30/4/2025", APRIL, 1),
        ("từ ngày 01 tháng 4 năm 2025 đến hết ngày 30 tháng 4 năm 2025", APRIL, 1),
        ("Quý I năm 2025", MARCH, 3),
        ("Quý 1/2025", MARCH, 3),
        ("Quý I/Năm 2025", MARCH, 3),
        ("6 tháng đầu năm 2025", date(2025, 6, 1), 6),
        ("Năm 2025 (Từ ngày 01/01/2025 đến ngày 31/12/2025)", date(2025, 12, 1), 12),
    ],
)
def test_the_period_is_read_from_the_title(known, period, month, months):
    recognised = ingest.check(known, report(row(), period=period), "06a.xlsx", agency="S1").recognised
    assert (recognised.month, recognised.months) == (month, months)


@pytest.mark.parametrize(
    ("period", "chosen", "refused"),
    [
        ("", None, "file.no_month"),
        ("Từ ngày 15/02/2025 đến ngày 14/03/2025", None, "file.odd_period"),
        ("Từ ngày 01/03/2025 đến ngày 30/04/2025", None, "file.odd_period"),
        ("Từ ngày 01/03/2025 đến ngày 31/02/2025", None, "file.odd_period"),
        ("Tháng 3/2025 (Từ ngày 01/04/2025 đến ngày 30/04/2025)", None, "file.period_contradicts"),
        ("Quý I/2025", MARCH, "file.period_contradicts"),
    ],
)
def test_a_period_that_is_unclear_or_not_of_whole_months_is_refused(known, period, chosen, refused):
    with pytest.raises(FileProblem) as problem:
        ingest.check(known, report(row(), period=period), "06a.xlsx", month=chosen)
    assert problem.value.key == refused
    assert len(problem.value.told()) > 30


def test_a_quarter_is_checked_and_never_counted(province):
    for month in ("01", "02", "03"):
        tiny.put(province, extract(line(f"D{month}", agency="X2", received=f"05/{month}/2025", due=""),
                                   month=f"{month}/2025"))  # fmt: skip
    before = total(province)
    quarter = report(row(), period="Quý I/2025 (Từ ngày 01/01/2025 đến ngày 31/03/2025)")
    batch = staged(province, quarter)
    assert ingest.compare(province, batch).only_checked == (X2,)
    ingest.apply(province, batch, by="Bob")
    assert (total(province, "sum_reported"), total(province)) == (0, before)
    with province.read() as connection:
        kinds = connection.execute(
            text("SELECT kind, month FROM batch_slice WHERE batch_id = :b"), {"b": batch}
        )
        assert [one.kind for one in kinds] == ["report_06a_quarter"]


def test_corrected_rows_of_a_quarter_never_come_back_as_rows_of_a_month(province):
    bad = row("Đất đai")
    bad[1] += 1
    put(province, report(row(), bad, period="Quý I/2025"))
    with province.read() as connection:
        cells = connection.scalar(text("SELECT cells FROM rejected_line"))
    cells = json.loads(cells) if isinstance(cells, str) else cells
    cells["Tiếp nhận: tổng số"] = "10"
    back = "\n".join(["Mã lô: 1 – Kỳ số liệu: tháng 03/2025", ";".join(cells), ";".join(cells.values())])
    recognised = ingest.check(Known.of(province), back.encode(), "tep.csv").recognised
    assert (recognised.month, recognised.months) == (MARCH, 3)
