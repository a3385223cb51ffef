"""What the benchmarks load, made by code into var/bench and kept there: large extracts of April 2025
and stores that know the province."""

import io
import shutil
from datetime import date
from pathlib import Path

import polars as pl

from benchmarks.floor import remove
from data_access import ingest
from data_access.ingest import Known
from data_access.migrations import VERSION
from data_access.settings import ROOT
from data_access.store import Store
from sample_data.csv_file import TITLE_LINES
from sample_data.generate import generate, generate_later
from sample_data.load import STATUSES

FOLDER = ROOT / "var" / "bench"
MONTH = date(2025, 4, 1)


def extract(lines: int) -> Path:
    """A statement of April 2025 with this many lines: the sample's, repeated under other codes."""
    file = FOLDER / f"ho-so-{lines}.csv"
    if not file.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        titles, table = _april()
        part = file.with_suffix(".part")
        with part.open("wb") as out:
            out.write(titles)
            for copy, start in enumerate(range(0, lines, len(table))):
                named = pl.format("H{}{}", pl.lit(10 + copy), pl.col("Mã hồ sơ").str.slice(3))
                rows = table.head(lines - start).with_columns(named.alias("Mã hồ sơ"))
                rows.write_csv(out, include_header=not copy)
        part.rename(file)
    return file


def _april() -> tuple[bytes, pl.DataFrame]:
    content = next(file for file in generate_later() if file.name == "ho-so-2025-04.csv").read_bytes()
    *titles, table = content.split(b"\n", TITLE_LINES)
    return b"\n".join([*titles, b""]), pl.read_csv(io.BytesIO(table), infer_schema=False)


def province(file: Path) -> str:
    """The URL of a fresh store at `file` with agencies, procedures and the like, and no dossier."""
    template = FOLDER / f"province-{VERSION}.sqlite"
    if not template.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = template.with_suffix(".part")
        store = Store.open(f"sqlite:///{part}")
        for reference in (STATUSES, *(f for f in generate() if not f.name.startswith("ho-so"))):
            checked = ingest.check(Known.of(store), reference)
            ingest.apply(store, ingest.stage(store, checked, by="bench"), by="bench")
        store.close()
        part.rename(template)
    remove(file)
    shutil.copyfile(template, file)
    return f"sqlite:///{file}"
