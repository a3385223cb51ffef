"""Checks of dossier lines: known codes, dates in order, a status that fits, and the month they state."""

from collections.abc import Callable
from datetime import date

import polars as pl

from data_access.ingest.codes import ROUNDED
from data_access.ingest.contract import fold
from data_access.ingest.contracts import DOSSIERS
from data_access.ingest.known import Known
from data_access.ingest.naming import Names
from data_access.ingest.problems import Check, Problems
from data_access.ingest.reading.grid import Note
from data_access.ingest.receptions import say_receptions_only
from data_access.ingest.recognising import Recognised
from data_access.ingest.resolving import with_procedures, with_units
from data_access.months import month_end

# As in the table, in its order: staging hands these to the store.
COLUMNS = (
    "month", "agency", "code", "line", "procedure", "counter", "channel", "status", "submitted_on",
    "received_on", "due_on", "finished_on", "returned_on", "digitised_input", "digitised_result", "fee",
    "paid_online", "satisfaction",
)  # fmt: skip


def resolve(recognised: Recognised, known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """Bare codes to agency keys, statuses to their numbers; null where unknown."""
    frame = with_procedures(known, with_units(known, _with_month(recognised, frame)))
    labels = {label: fold(label) for label in frame["status"].drop_nulls().unique()}

    def statuses(month: date) -> dict[str, int]:
        names = known.status_names(month_end(month))
        return {label: names[folded] for label, folded in labels.items() if folded in names}

    return _by_month(frame, "status", statuses, pl.Int64).with_columns(
        # Blank means in person, as in the national portal's record (domain.md §3.3).
        pl.when(pl.col("raw:channel").is_null()).then(1).otherwise(pl.col("channel")).alias("channel"),
    )


def run(recognised: Recognised, known: Known, frame: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """Note every problem of the lines; adds to `bad`."""
    frame = problems.note(frame, [*_code_checks(known), *_name_checks(known, frame)])
    return problems.note(frame, [*_status_checks(), *_date_checks(), *_warnings()])


def earliest(frame: pl.DataFrame) -> pl.DataFrame:
    """The first day of receipt by month and agency of all lines: what is asked of the file as a whole."""
    return frame.group_by("month", "agency").agg(pl.col("received_on").min())


def say_of_all(recognised: Recognised, known: Known, earliest: pl.DataFrame, problems: Problems) -> None:
    """The warnings that no line alone gives rise to."""
    _say_other_months(recognised, earliest, problems)
    if not recognised.supplement_of:
        say_receptions_only(known, earliest, problems)


def _say_other_months(recognised: Recognised, frame: pl.DataFrame, problems: Problems) -> None:
    """The month column counts, line by line; that a person chose another month is said."""
    if recognised.chosen is None or "month" not in recognised.columns:
        return
    others = sorted({month for month in frame["month"].drop_nulls().unique()} - {recognised.chosen})
    if others:
        stated = ", ".join(f"{month:%m/%Y}" for month in others)
        note = Note("file.month_differs", detail=f"{recognised.chosen:%m/%Y} ≠ {stated}")
        problems.say(note, _header("month"))


def finish(good: pl.DataFrame) -> pl.DataFrame:
    """The columns of the table, sorted as the table is clustered."""
    return good.select(COLUMNS).sort("month", "agency", "code")


def _with_month(recognised: Recognised, frame: pl.DataFrame) -> pl.DataFrame:
    if "month" not in recognised.columns:
        frame = frame.with_columns(month=pl.lit(recognised.month, pl.Date))
    ends = {month: month_end(month) for month in frame["month"].drop_nulls().unique()}
    end = pl.col("month").replace_strict(ends, default=None, return_dtype=pl.Date)
    return frame.with_columns(month_end=end)


def _by_month(
    frame: pl.DataFrame, field: str, meaning: Callable[[date], dict], dtype: type[pl.DataType]
) -> pl.DataFrame:
    """Replace what a cell says by what it means in the month of its line; null where it means nothing."""
    months = frame["month"].drop_nulls().unique().to_list()
    if len(months) == 1:
        meant = pl.col(field).replace_strict(meaning(months[0]), default=None, return_dtype=dtype)
        return frame.with_columns(meant)
    rows = [(month, said, meant) for month in months for said, meant in meaning(month).items()]
    schema = {"month": pl.Date, field: pl.String, "meant": dtype}
    meanings = pl.DataFrame(rows, schema=schema, orient="row")
    joined = frame.join(meanings, on=["month", field], how="left", maintain_order="left")
    return joined.drop(field).rename({"meant": field})


def _code_checks(known: Known) -> list[Check]:
    agency, counter = pl.col("how:agency"), pl.col("how:counter")
    # Said once: most dossiers are handed in where they are handled.
    other = (pl.col("raw:counter") != pl.col("raw:agency")) | counter.ne_missing(agency)
    unknown_procedure = ~pl.col("procedure").is_in(list(known.procedures))
    rounded = pl.col("raw:code").str.contains(ROUNDED)
    unknown_status = pl.col("status").is_null() & pl.col("raw:status").is_not_null()
    return [
        Check("code.rounded", rounded, _header("code"), "raw:code"),
        Check("agency.unknown", agency == "unknown", _header("agency"), "told:agency"),
        Check("agency.ambiguous", agency == "ambiguous", _header("agency"), "told:agency"),
        Check("agency.not_in_force", agency == "not_in_force", _header("agency"), "told:agency"),
        Check("agency.repaired", agency == "repaired", _header("agency"), "told:agency", "warn"),
        Check("counter.unknown", other & counter.is_in(["unknown", "not_in_force"]), _header("counter"),
              "raw:counter"),
        Check("counter.ambiguous", other & (counter == "ambiguous"), _header("counter"), "told:counter"),
        Check("counter.repaired", other & (counter == "repaired"), _header("counter"), "told:counter",
              "warn"),
        Check("procedure.unknown", unknown_procedure, _header("procedure"), "raw:procedure"),
        Check("procedure.repaired", pl.col("told:procedure").is_not_null(), _header("procedure"),
              "told:procedure", "warn"),
        Check("status.unknown", unknown_status, _header("status"), "raw:status"),
    ]  # fmt: skip


def _name_checks(known: Known, frame: pl.DataFrame) -> list[Check]:
    """Where the file names the agency, the name must be one of the unit that the code means."""
    if "agency_name" not in frame.columns:
        return []
    units = {unit.key: unit for unit in known.units}
    pairs = frame.select("agency", "agency_name").drop_nulls().unique()
    wrong = [pair for pair in pairs.rows() if not Names([units[pair[0]]], known.units).meant(pair[1])]
    said = pl.struct("agency", "agency_name")
    hit = (
        said.is_in([dict(zip(pairs.columns, pair, strict=True)) for pair in wrong])
        if wrong
        else pl.lit(False)
    )
    return [Check("agency.name_differs", hit, _header("agency_name"), "agency_name")]


def _status_checks() -> list[Check]:
    status, end = pl.col("status"), pl.col("finished_on")
    received = pl.col("received_on")
    unread = pl.col("raw:finished_on").is_not_null() & end.is_null()
    return [
        Check("status.end_missing", (status >= 7) & end.is_null() & ~unread, _header("finished_on"),
              "raw:status"),
        Check("status.end_too_soon", (status < 7) & end.is_not_null(), _header("status"), "raw:status"),
        Check("status.not_received", status.is_in([1, 3]) & received.is_not_null(), _header("received_on"),
              "raw:received_on"),
        Check("status.received_missing", ~status.is_in([1, 3]) & pl.col("raw:received_on").is_null(),
              _header("received_on"), "raw:status"),
        Check("status.submitted_missing", status.is_in([1, 3]) & pl.col("raw:submitted_on").is_null(),
              _header("submitted_on"), "raw:status"),
        Check("cell.rating", ~pl.col("satisfaction").is_between(1, 5), _header("satisfaction"),
              "raw:satisfaction"),
    ]  # fmt: skip


def _date_checks() -> list[Check]:
    received, end = pl.col("received_on"), pl.col("finished_on")
    month, last = pl.col("month"), pl.col("month_end")
    waiting = pl.col("status").is_in([1, 3])
    return [
        Check("date.end_before_received", end < received, _header("finished_on"), "raw:finished_on"),
        # A line belongs to its month if it was alive in it (DESIGN §3).
        Check("period.received_later", received > last, _header("received_on"), "raw:received_on"),
        Check("period.ended_before", end < month, _header("finished_on"), "raw:finished_on"),
        Check("period.submitted_elsewhen", waiting & ~pl.col("submitted_on").is_between(month, last),
              _header("submitted_on"), "raw:submitted_on"),
    ]  # fmt: skip


def _warnings() -> list[Check]:
    due, received = pl.col("due_on"), pl.col("received_on")
    returned, end = pl.col("returned_on"), pl.col("finished_on")
    return [
        Check("date.due_before_received", due < received, _header("due_on"), "raw:due_on", "warn"),
        Check("date.returned_before_end", returned < end, _header("returned_on"), "raw:returned_on", "warn"),
    ]


def _header(field: str) -> str:
    return DOSSIERS.column(field).header
