"""CSV extracts as the province's staff make them: UTF-8 with BOM, two title lines, then the header."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl

SYNTHETIC = "DỮ LIỆU MÔ PHỎNG – Tỉnh mẫu Bình Dương"
PUBLISHED = "SỐ LIỆU CÔNG BỐ – Báo Bình Dương"
TITLE_LINES = 2


def titles(as_of: date, month: date | None = None, heading: str = SYNTHETIC) -> str:
    """The two lines above the header; a month where the extract is a month's statement."""
    until = f"Số liệu đến ngày {as_of:%d/%m/%Y}"
    period = f"Kỳ số liệu: tháng {month:%m/%Y} – {until}" if month else until
    return f"{heading}\n{period}\n"


def write_table(path: Path, titles: str, table: pl.DataFrame) -> Path:
    """A large extract, from a table whose columns bear the headers."""
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf" + titles.encode())
        table.write_csv(file)
    return path


def write_rows(path: Path, titles: str, header: Iterable[str], rows: Iterable[Iterable]) -> Path:
    """A small extract, from rows of cells; dates are written day first."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(titles)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([f"{c:%d/%m/%Y}" if isinstance(c, date) else c for c in row] for row in rows)
    return path


def read_rows(path: Path, skip: int = TITLE_LINES) -> list[dict[str, str]]:
    """The rows of an extract, each by header; `skip` title lines stand above the header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for _ in range(skip):
            next(file)
        return list(csv.DictReader(file))
