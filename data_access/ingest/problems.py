"""What is wrong with which line: yes-or-no columns in, a table of issues out."""

from dataclasses import dataclass, field
from datetime import date

import polars as pl

from data_access.ingest.parsing import TYPED, shown
from data_access.ingest.reading.grid import Note

SCHEMA = {
    "line": pl.Int64, "column": pl.String, "kind": pl.String, "severity": pl.String,
    "detail": pl.String, "agency": pl.String, "month": pl.Date,
}  # fmt: skip

_OF_TYPED = (*(f"cell.{parser}" for parser in TYPED), "cell.personal")
# A cell that holds no value: what else is wrong with it follows from that.
_SAYS_ALL = ("cell.error", "cell.uncomputed")


@dataclass
class Problems:
    """Collects the issues of a file. `reject` turns the line away, `warn` lets it through."""

    found: list[pl.DataFrame] = field(default_factory=list)

    def note(self, frame: pl.DataFrame, checks: list["Check"]) -> pl.DataFrame:
        """Run checks over a frame; adds `bad` (any rejecting one hit) to what it had before.

        A check on a blank cell is null; null is never a hit – a dossier without an end date is not
        wrong about its end date.
        """
        if not checks or frame.is_empty():
            return frame if "bad" in frame.columns else frame.with_columns(bad=pl.lit(False))
        hits = frame.select(check.hit.fill_null(False).alias(str(i)) for i, check in enumerate(checks))
        bad = pl.lit(False)
        found = hits.select(pl.all().any()).row(0)
        for i, check in enumerate(checks):
            if found[i]:
                self._add(frame.filter(hits[str(i)]), check)
                if check.severity == "reject":
                    bad = bad | pl.lit(hits[str(i)])
        already = pl.col("bad") if "bad" in frame.columns else pl.lit(False)
        return frame.with_columns(bad=already | bad)

    def say(
        self, note: Note, column: str | None = None, agency: str | None = None, month: date | None = None
    ) -> None:
        """A warning of the file, or of an agency's part of it, or of a line that was read around."""
        self.found.append(
            pl.DataFrame(
                {"line": note.line, "column": column, "kind": note.kind, "severity": "warn",
                 "detail": note.detail, "agency": agency, "month": month},
                schema=SCHEMA,
            )
        )  # fmt: skip

    def table(self, only_agency: str | None = None) -> pl.DataFrame:
        """All issues by line. Lines whose agency cannot be read belong to the file's only one, if so."""
        found = pl.concat([pl.DataFrame(schema=SCHEMA), *self.found]).sort("line", maintain_order=True)
        if found["kind"].is_in(_SAYS_ALL).any():
            says_all = pl.col("kind").is_in(_SAYS_ALL)
            found = found.filter(says_all | ~says_all.any().over("line", "column"))
        return found.with_columns(pl.col("agency").fill_null(pl.lit(only_agency, pl.String)))

    def _add(self, rows: pl.DataFrame, check: "Check") -> None:
        typed = check.kind in _OF_TYPED
        value = pl.col(check.shows).cast(pl.String) if check.shows in rows.columns else None
        detail = pl.lit(None) if value is None else shown(value, typed=typed)
        keep = {name: pl.col(name) if name in rows.columns else pl.lit(None) for name in ("agency", "month")}
        self.found.append(
            rows.select(
                line=pl.col("line").cast(pl.Int64),
                column=pl.lit(check.column),
                kind=pl.lit(check.kind),
                severity=pl.lit(check.severity),
                detail=detail.cast(pl.String),
                agency=keep["agency"].cast(pl.String),
                month=keep["month"].cast(pl.Date),
            )
        )


@dataclass(frozen=True, eq=False)
class Check:
    """One question about every line. `column` is the header shown, `shows` the field whose value is."""

    kind: str
    hit: pl.Expr
    column: str | None = None
    shows: str = ""
    severity: str = "reject"
