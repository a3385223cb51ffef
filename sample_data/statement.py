"""The full statement of a month: the lines of the dossiers that lived in it, as known at its end."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from sample_data import seasons
from sample_data.catalogue import Catalogue
from sample_data.csv_file import titles, write_table
from sample_data.dossiers import Dossiers
from sample_data.seasons import NEVER, month_bounds
from sample_data.units import Units


def lived_in(dossiers: Dossiers, month: date) -> np.ndarray:
    """Received by the month's end and not finished before it; or submitted in it and not received."""
    first, last = month_bounds(month)
    stands = (dossiers.received <= last) & (dossiers.finished >= first)
    waits = (dossiers.received > last) & (dossiers.submitted >= first) & (dossiers.submitted <= last)
    return stands | waits


def still_open(dossiers: Dossiers, month: date) -> np.ndarray:
    """What the next month's statement will still have to tell: open, or waiting to be received."""
    _, last = month_bounds(month)
    return (dossiers.finished > last) & (dossiers.received != NEVER)


def write(path: Path, month: date, dossiers: Dossiers, catalogue: Catalogue, units: Units) -> Path:
    """The month's extract, in order of agency and code."""
    lines = dossiers.take(lived_in(dossiers, month))
    key = units.code_rank[lines.unit] << 48 | units.prefix_rank[lines.origin] << 40
    key |= lines.submitted.astype(np.int64) << 20 | lines.sequence
    lines = lines.take(np.argsort(key, kind="stable"))
    _, last = month_bounds(month)
    heading = titles(seasons.after(month) - timedelta(days=1), month)
    return write_table(path, heading, _table(lines, last, catalogue, units))


def _table(lines: Dossiers, last: int, catalogue: Catalogue, units: Units) -> pl.DataFrame:
    received, finished = lines.received <= last, lines.finished <= last
    codes = pl.Series(units.codes.tolist())
    return pl.DataFrame({
        "Mã hồ sơ": _dossier_codes(lines, units),
        "Mã TTHC": pl.Series(catalogue.codes).gather(lines.procedure),
        "Mã đơn vị xử lý": codes.gather(lines.unit),
        "Mã đơn vị tiếp nhận": codes.gather(lines.counter),
        "Kênh nộp": lines.channel,
        "Ngày nộp": _days(lines.submitted, last),
        "Ngày tiếp nhận": _days(lines.received, last),
        "Ngày hẹn trả": _days(np.where(received, lines.due, NEVER), NEVER - 1),
        "Ngày kết thúc": _days(lines.finished, last),
        "Ngày trả kết quả": _days(lines.returned, last),
        "Trạng thái": _status(lines, last, received, finished),
        "Số hóa thành phần": lines.digitised_input,
        "Kết quả điện tử": _known(lines.digitised_result, finished),
        "Có phí": lines.fee,
        "Thanh toán trực tuyến": lines.paid_online,
        "Mức hài lòng": _known(lines.satisfaction, finished & (lines.satisfaction > 0)),
    })  # fmt: skip


def _status(lines: Dossiers, last: int, received: np.ndarray, finished: np.ndarray) -> np.ndarray:
    fresh = lines.received >= last - 1
    status = np.where(fresh & (lines.open_status == 4), 2, lines.open_status)
    ended = np.where((lines.final_status == 10) & (lines.returned > last), 9, lines.final_status)
    status = np.where(finished, ended, status)
    return np.where(received, status, np.where(lines.received == NEVER, 3, 1)).astype(np.int8)


def _days(days: np.ndarray, last: int) -> pl.Series:
    texts = _day_texts()
    return texts.gather(np.where(days <= last, days, len(texts) - 1))


@cache
def _day_texts() -> pl.Series:
    return pl.Series([*seasons.day_texts("%d/%m/%Y"), None])


def _known(values: np.ndarray, known: np.ndarray) -> pl.Series:
    digits = pl.Series([*"012345", None])
    return digits.gather(np.where(known, values, 6))


def _dossier_codes(lines: Dossiers, units: Units) -> pl.Series:
    """Unit, day of submission and number of the day, as H09.718-241203-0042."""
    parts = pl.DataFrame({
        "unit": pl.Series(units.prefixes).gather(lines.origin),
        "day": pl.Series(seasons.day_texts("%y%m%d")).gather(lines.submitted),
        "sequence": pl.Series([f"{n:04d}" for n in range(10_000)]).gather(lines.sequence),
    })  # fmt: skip
    return parts.select(pl.concat_str("unit", "day", "sequence", separator="-")).to_series()
