"""From what a cell says to what it means in the month of its line: units by code or name, procedures.

For a field `agency` the frame gets the key it means, `how:agency` (repaired, ambiguous, not_in_force or
unknown; null where the code is simply right) and `told:agency`, what the person is shown of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import polars as pl

from data_access.ingest.known import Known
from data_access.ingest.naming import Names
from data_access.ingest.parsing import NOTHING
from data_access.ingest.repairing import repaired
from data_access.units import Unit, handling


@dataclass(frozen=True)
class Meaning:
    """What a cell means: a key (or none), how that was found, what is shown of it."""

    key: str | None = None
    how: str | None = None
    told: str | None = None


def with_units(known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """The handling agency by the month, the counter by the day of receipt; a blank counter is its agency."""
    frame = frame.with_columns(_with_place(known, frame)).with_columns(_said_at_all("counter"))
    for field in ("agency", "counter"):
        frame = _looked_up(known, frame, field)
    frame = _counters_on_the_day(known, frame)
    blank = pl.col("said:counter").is_null()
    return frame.with_columns(counter=pl.when(blank).then(pl.col("agency")).otherwise("counter"))


def with_procedures(known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """Procedure codes, those that a spreadsheet changed given back; `told:procedure` says from what."""
    unknown = set(frame["procedure"].drop_nulls().unique()) - known.procedures
    meant = repaired(unknown, known.procedures) if unknown else {}
    told = {cell: f"{cell} → {code}" for cell, code in meant.items()}
    return frame.with_columns(
        pl.col("procedure").replace(meant) if meant else pl.col("procedure"),
        pl.col("raw:procedure").replace_strict(told, default=None, return_dtype=pl.String)
        .alias("told:procedure"),
    )  # fmt: skip


def meanings(known: Known, month: date, cells: Iterable[str]) -> dict[str, Meaning]:
    """What each distinct cell means as a unit in a month."""
    by_code = handling(known.units, month)
    found = {cell: Meaning(by_code[cell]) for cell in cells if cell in by_code}
    odd = [cell for cell in cells if cell not in by_code]
    if odd:
        then = Names((unit for unit in known.units if unit.key in set(by_code.values())), known.units)
        ever, given_back = Names(known.units), repaired(odd, by_code)
        for cell in odd:
            if code := given_back.get(cell):
                found[cell] = Meaning(by_code[code], "repaired", f"{cell} → {code}")
            else:
                found[cell] = _named(cell, then) or _ended(known, cell, ever)
    return found


def _named(cell: str, then: Names) -> Meaning | None:
    """A cell that names one unit in force, or several; none if it names nobody."""
    meant = then.meant(cell)
    if len(meant) > 1:
        return Meaning(how="ambiguous", told=f"{cell} → {then.told(meant)}")
    return Meaning(meant[0].key) if meant else None


def _ended(known: Known, cell: str, ever: Names) -> Meaning:
    """A cell that meant a unit at another time, with those that followed it; or nothing at all."""
    units = [unit for unit in known.units if unit.code == cell] or ever.meant(cell)
    if not units:
        return Meaning(how="unknown", told=cell)
    by_key = {unit.key: unit for unit in known.units}
    keys = [key for unit in units for key in known.successors.get(unit.key, ()) if key in by_key]
    followers = ", ".join(f"{by_key[key].code} {by_key[key].name}" for key in keys)
    return Meaning(how="not_in_force", told=f"{cell} → {followers}" if followers else cell)


def _with_place(known: Known, frame: pl.DataFrame) -> pl.Expr:
    """`said:agency`: where the file has a column of districts, a cell that is no code with its district."""
    said = pl.col("raw:agency")
    if "district" in frame.columns:
        no_code = ~said.is_in([unit.code for unit in known.units])
        with_place = pl.format("{} ({})", said, "raw:district")
        said = pl.when(no_code & pl.col("raw:district").is_not_null()).then(with_place).otherwise(said)
    return said.alias("said:agency")


def _said_at_all(field: str) -> pl.Expr:
    """`said:counter`: a cell that says something; the same word as the agency's lies in the same district."""
    said = pl.col(f"raw:{field}")
    meant = pl.when(said == pl.col("raw:agency")).then(pl.col("said:agency")).otherwise(said)
    return pl.when(~said.str.to_lowercase().is_in(NOTHING)).then(meant).alias(f"said:{field}")


def _looked_up(known: Known, frame: pl.DataFrame, field: str) -> pl.DataFrame:
    said = f"said:{field}"
    rows = []
    for (month,), group in frame.select("month", said).unique().drop_nulls().group_by("month"):
        found = meanings(known, month, group[said].to_list())
        rows += [(month, cell, one.key, one.how, one.told) for cell, one in found.items()]
    names = ["month", said, field, f"how:{field}", f"told:{field}"]
    table = pl.DataFrame(rows, schema={"month": pl.Date, **dict.fromkeys(names[1:], pl.String)}, orient="row")
    if frame["month"].n_unique() == 1:  # as in nearly every file
        return beside(frame.drop(field), table.drop("month"), [said])
    return beside(frame.drop(field), table, ["month", said])


def beside(frame: pl.DataFrame, table: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    """The frame and, beside each row, what the table says of it. Only the columns asked by are joined: the
    others, of which there are many, are not copied."""
    found = frame.select(on).join(table, on=on, how="left", maintain_order="left")
    return frame.hstack(found.drop(on))


def _counters_on_the_day(known: Known, frame: pl.DataFrame) -> pl.DataFrame:
    """Where a code or name meant another unit at another time, the unit in force on the received date."""
    spans = _spans(known, frame["said:counter"].drop_nulls().unique().to_list())
    if spans.is_empty():
        return frame
    on_the_day = (
        frame.select("line", "said:counter", "received_on")
        .join(spans, on="said:counter")
        .filter(pl.col("received_on").is_between("first", "last"))
        .select("line", "then")
    )
    joined = beside(frame, on_the_day, ["line"])
    how = pl.when(pl.col("then").is_null()).then(pl.col("how:counter")).alias("how:counter")
    return joined.with_columns(how, counter=pl.coalesce("then", "counter")).drop("then")


def _spans(known: Known, cells: list[str]) -> pl.DataFrame:
    """The periods of the units that each cell has meant, where time gives another answer and never two."""
    by_code: dict[str, list[Unit]] = {}
    for unit in known.units:
        by_code.setdefault(unit.code, []).append(unit)
    ever = Names(known.units) if any(cell not in by_code for cell in cells) else None
    rows = []
    for cell in cells:
        units = by_code.get(cell) or ever.meant(cell)
        if any(unit.valid_to for unit in units) and not _overlap(units):
            rows += [(cell, unit.valid_from, unit.valid_to or date.max, unit.key) for unit in units]
    schema = {"said:counter": pl.String, "first": pl.Date, "last": pl.Date, "then": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _overlap(units: list[Unit]) -> bool:
    spans = sorted((unit.valid_from, unit.valid_to or date.max) for unit in units)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(spans))
