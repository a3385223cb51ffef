"""Extracts read the plainest way: as text, with dates, the title lines above the header skipped."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl

FIRST_MONTHS = (date(2024, 12, 1), date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1))
LATER_MONTHS = tuple(date(2025, m, 1) for m in range(4, 10))
CATALOGUES = Path(__file__).parents[2] / "sample_data" / "catalogues"


def table(path: Path, skip: int = 2) -> pl.DataFrame:
    """All columns as text, those called Ngày, Từ ngày, Mở từ ngày, Hiệu lực … and Hạn as dates."""
    rows = pl.read_csv(path, skip_rows=skip, infer_schema=False)
    days = [name for name in rows.columns if name.startswith(("Ngày", "Từ ngày", "Mở từ", "Hiệu lực", "Hạn"))]
    return rows.with_columns(pl.col(day).str.to_date("%d/%m/%Y") for day in days)


def dossiers(folder: Path, month: date) -> pl.DataFrame:
    """A month's statement with `level` and `month_end`."""
    rows = table(folder / f"ho-so-{month:%Y-%m}.csv")
    agency = pl.col("Mã đơn vị xử lý")
    level = pl.when(agency.str.starts_with("H09")).then(pl.lit("tỉnh"))
    level = level.when(agency.str.len_chars() == 3).then(pl.lit("huyện")).otherwise(pl.lit("xã"))
    return rows.with_columns(level=level, month_end=pl.lit(month_end(month)))


def month_end(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def received_in(rows: pl.DataFrame, month: date) -> pl.DataFrame:
    return rows.filter(pl.col("Ngày tiếp nhận").is_between(month, month_end(month)))


def open_at_end(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("Ngày tiếp nhận").is_not_null() & pl.col("Ngày kết thúc").is_null())


def by_agency(rows: pl.DataFrame) -> dict[str, int]:
    return dict(rows.group_by("Mã đơn vị xử lý").len().iter_rows())
