"""Reports of form II.06a: one row a sector, with the identities of the form checked in each.

The form states (3) = (4)+(5)+(6) received, (7) = (8)+(9)+(10) finished, (11) = (12)+(13) open,
(3) = (7)+(11), and (6) of a month = (11) of the month before.
"""

from dataclasses import replace

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.contract import fold
from data_access.ingest.known import Known
from data_access.ingest.naming import Names
from data_access.ingest.periods import plain
from data_access.ingest.problems import Check, Problems
from data_access.ingest.recognising import Recognised
from data_access.ingest.report_06a_contract import REPORT
from data_access.ingest.report_06a_form import reporter, with_column
from data_access.ingest.report_06a_period import period, told
from data_access.ingest.resolving import meanings
from data_access.months import last_month
from data_access.units import handling

_LARGEST = 2**31 - 1  # that the columns hold: SQLite would keep more, PostgreSQL fail
NUMBERS = tuple(column.field for column in REPORT.columns if column.parser == "number")
_COUNTED = tuple(name for name in NUMBERS if not name.endswith("_total"))  # totals are sums of these


def settled(recognised: Recognised, known: Known, agency: str | None = None) -> Recognised:
    """With the period and the agency of the whole file, each a column of its rows: a row that is turned
    away and comes back alone still says whose it is.

    `agency` is the code or key that a person chose. FileProblem where title block and person leave open,
    or contradict each other about, which agency or which months.
    """
    recognised = _with_period(recognised)
    if "agency" in recognised.columns:
        return recognised
    by_code = handling(known.units, recognised.month)
    units = [unit for unit in known.units if unit.key in set(by_code.values())]
    sheet = recognised.sheet
    if agency:
        chosen = [unit for unit in units if agency in (unit.code, unit.key)] or Names(units).meant(agency)
        if len(chosen) != 1:
            raise FileProblem("file.unknown_agency", agency=agency[:80])
        code = chosen[0].code
    else:
        code = reporter(sheet.titles, sheet.name, units).code
    return _with(recognised, "agency", code)


def _with_period(recognised: Recognised) -> Recognised:
    if "month" in recognised.columns:
        return recognised
    sheet, columns = recognised.sheet, recognised.columns
    stated = sheet.rows[columns["period"]].drop_nulls().head(1).to_list() if "period" in columns else []
    texts = [*stated, " | ".join(sheet.titles), sheet.name]
    last, months = period(map(plain, texts), recognised.chosen)
    recognised = replace(recognised, month=last, months=months)
    if months == 1 or "period" in columns:
        return recognised
    return _with(recognised, "period", told((last, months)))


def _with(recognised: Recognised, field: str, value: str) -> Recognised:
    sheet = with_column(recognised.sheet, REPORT.column(field).header, lambda line: value)
    columns = {**recognised.columns, field: sheet.rows.columns[-1]}
    return replace(recognised, sheet=sheet, columns=columns)


def resolve(recognised: Recognised, known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """Agencies to keys and sectors to codes, by code or name; null where nothing or several are meant."""
    if "month" not in recognised.columns:
        frame = frame.with_columns(month=pl.lit(recognised.month, pl.Date))
    if "section" not in recognised.columns:
        frame = frame.with_columns(section=pl.lit(None, pl.String))
    cells = frame.select("month", "agency").drop_nulls().unique()
    meant = {
        (month, cell): meaning
        for month in cells["month"].unique()
        for cell, meaning in meanings(known, month, cells.filter(month=month)["agency"].to_list()).items()
    }
    of_row = [meant.get(pair) for pair in frame.select("month", "agency").rows()]
    sectors = {cell: _sector(known, cell) for cell in frame["sector"].drop_nulls().unique()}
    return frame.with_columns(
        pl.Series("agency", [one and one.key for one in of_row], pl.String),
        pl.Series("how:agency", [one and one.how for one in of_row], pl.String),
        pl.Series("told:agency", [one and one.told for one in of_row], pl.String),
        pl.col("section").fill_null(""),
        sector=pl.col("sector").replace_strict(sectors, default=None, return_dtype=pl.String),
    )


def _sector(known: Known, cell: str) -> str | None:
    """A sector by its code, or by its name with or without "Lĩnh vực" before it."""
    name = fold(cell)
    return cell if cell in known.sectors else known.sector_names.get(name.removeprefix("linh vuc "))


def run(recognised: Recognised, known: Known, frame: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """Note every problem of the rows; adds to `bad`."""
    frame = _with_sums(_with_month_before(recognised, known, frame))
    how = pl.col("how:agency")
    frame = problems.note(frame, [
        *(
            Check(f"agency.{name}", how == name, _header("agency"), "told:agency")
            for name in ("unknown", "ambiguous", "not_in_force")
        ),
        Check("agency.repaired", how == "repaired", _header("agency"), "told:agency", "warn"),
        Check("sector.unknown", pl.col("sector").is_null() & pl.col("raw:sector").is_not_null(),
              _header("sector"), "raw:sector"),
        Check("report.sector_twice",
              pl.struct("month", "agency", "section", "sector").is_duplicated()
              & pl.all_horizontal(pl.col("agency", "sector").is_not_null()),
              _header("sector"), "raw:sector"),
        *(Check("report.below_zero", pl.col(name) < 0, _header(name), f"raw:{name}") for name in NUMBERS),
        *(Check("cell.number", pl.col(name) > _LARGEST, _header(name), f"raw:{name}") for name in NUMBERS),
        *_identities(),
        *_rates(frame),
    ])  # fmt: skip
    whole_sector = pl.col("bad").any().over("month", "agency", "sector")
    other_row = ~pl.col("bad") & whole_sector & pl.col("sector").is_not_null()
    return problems.note(frame, [Check("report.other_row", other_row, _header("sector"), "raw:sector")])


def finish(good: pl.DataFrame) -> pl.DataFrame:
    """The columns of the table: the rows of a sector in several sections of the form added up."""
    counts = (pl.col(name).sum() for name in _COUNTED)
    return good.group_by("month", "agency", "sector").agg(pl.col("line").min(), *counts).sort(
        "month", "agency", "sector"
    )  # fmt: skip


# The total of the form and what it must be, by kind of problem; the column named is the total's.
_SUMS = {
    "report.received_sum": ("received_total", ("received_online", "received_direct", "carried")),
    "report.finished_sum": ("finished_total", ("finished_early", "finished_on_time", "finished_late")),
    "report.open_sum": ("open_total", ("open_in_time", "open_overdue")),
    "report.balance": ("received_total", ("finished_total", "open_total")),
    "report.carried": ("carried", ("open_before",)),
}


def _with_month_before(recognised: Recognised, known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """`open_before`: (11) of the sector in the agency's report of the month before, if that counts.

    Only where the sector has one row: those of several sections carry a share each.
    """
    keys = frame.select("month", "agency", "sector").rows()
    alone = (pl.len().over("month", "agency", "sector") == 1) & (recognised.months == 1)
    before = [
        known.reported_open.get((last_month(month), agency, sector)) if month else None
        for month, agency, sector in keys
    ]
    frame = frame.with_columns(pl.Series("open_before", before, pl.Int64))
    return frame.with_columns(open_before=pl.when(alone).then("open_before"))


def _with_sums(frame: pl.DataFrame) -> pl.DataFrame:
    """`sum:kind` beside each identity, and `said:kind` with both sides, as the person is shown them."""
    sums = {kind: sum(pl.col(name) for name in parts) for kind, (_, parts) in _SUMS.items()}
    frame = frame.with_columns(total.alias(f"sum:{kind}") for kind, total in sums.items())
    return frame.with_columns(
        pl.format("{} ≠ {}", total, f"sum:{kind}").alias(f"said:{kind}") for kind, (total, _) in _SUMS.items()
    )


def _identities() -> list[Check]:
    return [
        Check(kind, pl.col(total) != pl.col(f"sum:{kind}"), _header(total), f"said:{kind}")
        for kind, (total, _) in _SUMS.items()
    ]


# Rates are worked out anew: what the file says of them is only compared.
_RATES = {
    "rate_online": (("received_online",), ("received_online", "received_direct")),
    "rate_on_time": (("finished_early", "finished_on_time"), ("finished_total",)),
}
_ROUNDING = 0.01


def _rates(frame: pl.DataFrame) -> list[Check]:
    found = []
    for field, (part, whole) in _RATES.items():
        if field in frame.columns:
            text = pl.col(f"raw:{field}").str.replace_all(r"[\s%]", "").str.replace(",", ".", literal=True)
            stated = text.cast(pl.Float64, strict=False)
            ours = 100 * sum(map(pl.col, part)) / sum(map(pl.col, whole))
            # A spreadsheet keeps 98,53 % as 0,9853.
            apart = pl.min_horizontal((stated - ours).abs(), (100 * stated - ours).abs())
            hit = apart.is_finite() & (apart > _ROUNDING)
            found.append(Check("report.rate_differs", hit, _header(field), f"raw:{field}", "warn"))
    return found


def _header(field: str) -> str:
    return REPORT.column(field).header
