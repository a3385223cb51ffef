"""The sample province into a store, through the same ingest as any upload."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, exists, or_, select

from data_access import ingest
from data_access.history import batches, same_file_applied
from data_access.ingest import Checked, Known
from data_access.settings import ROOT
from data_access.store import Store, revision
from data_access.tables import Batch, BatchSlice
from metrics.watched import watched

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
    from sample_data.generate import generate

    progress(0.0, "")
    with store.read() as connection:
        empty = not batches(connection)
    wanted = [file for file in (STATUSES, *generate(folder)) if empty or not _applied(store, file)]
    sizes = {file: file.stat().st_size for file in wanted}
    done, read = 0, _Chained()
    for file, checked in _checked(store, wanted):
        progress(done / sum(sizes.values()), file.name)
        ingest.apply(store, ingest.stage(store, checked, by=BY), by=BY, read=read)
        done += sizes[file]
    progress(1.0, "")


class _Chained:
    """The watched figures: what was after one batch is before the next and not read again, as long as
    nobody else has written. Staging and beginning to apply raise the revision by one each."""

    def __init__(self) -> None:
        self._found: dict = {}
        self._at: int | None = None

    def __call__(self, connection: Connection) -> dict:
        now = revision(connection)
        if self._at != now - 2:
            self._found = watched(connection)
        self._at = now
        return self._found


def _checked(store: Store, files: list[Path]) -> Iterator[tuple[Path, Checked]]:
    """Each file checked. Dossiers, which change nothing that others are checked against, are read
    ahead by a second thread while the store is busy with the one before."""
    statements = [file for file in files if file.name.startswith("ho-so")]
    for file in files:
        if file not in statements:
            yield file, ingest.check(Known.of(store), file)
    with ThreadPoolExecutor(max_workers=1) as reader:
        yield from zip(
            statements, reader.map(partial(ingest.check, Known.of(store)), statements), strict=True
        )


def is_wanted(store: Store) -> bool:
    """Whether the sample is still to be loaded: nothing is there, or only a part of it, and nothing else."""
    with store.read() as connection:
        return not connection.scalar(_SOMETHING_ELSE_OR_ALL)


_SOMETHING_ELSE_OR_ALL = select(
    or_(
        exists().where(Batch.c.staged_by != BY),
        exists().where(
            BatchSlice.c.batch_id == Batch.c.id, BatchSlice.c.month == LAST_MONTH, Batch.c.state != "staged"
        ),
    )
)


def _applied(store: Store, file: Path) -> bool:
    with store.read() as connection:
        return same_file_applied(connection, sha256(file.read_bytes()).hexdigest()) is not None
