"""The sample province into a store, through the same ingest as any upload."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

from data_access import ingest
from data_access.history import batches, same_file_applied
from data_access.ingest import Known
from data_access.settings import ROOT
from data_access.store import Store
from sample_data.generate import generate

BY = "tỉnh mẫu"
LAST_MONTH = date(2025, 3, 1)
FOLDER = ROOT / "var" / "sample"
STATUSES = Path(__file__).parent / "catalogues" / "trang-thai-ho-so.csv"

Progress = Callable[[float, str], None]


def load(store: Store, progress: Progress = lambda done, name: None, folder: Path = FOLDER) -> None:
    """Generate the extracts if they are not there and apply each; one batch a file.

    `progress(share, file name)` is called before each file and once at the end. A load that was
    interrupted goes on where it stood: files already applied are passed over.
    """
    progress(0.0, "")
    files = [STATUSES, *generate(folder)]
    sizes = [file.stat().st_size for file in files]
    for at, file in enumerate(files):
        progress(sum(sizes[:at]) / sum(sizes), file.name)
        if not _applied(store, file):
            checked = ingest.check(Known.of(store), file)
            ingest.apply(store, ingest.stage(store, checked, by=BY), by=BY)
    progress(1.0, "")


def is_wanted(store: Store) -> bool:
    """Whether the sample is still to be loaded: nothing is there, or only a part of it, and nothing else."""
    with store.read() as connection:
        found = batches(connection)
    ours = all(batch.staged_by == BY for batch in found)
    return ours and not any(LAST_MONTH in batch.months and batch.state != "staged" for batch in found)


def _applied(store: Store, file: Path) -> bool:
    with store.read() as connection:
        return same_file_applied(connection, sha256(file.read_bytes()).hexdigest()) is not None
