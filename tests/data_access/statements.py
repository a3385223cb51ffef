"""What the tests of slices and batches share: a file staged, and what counts afterwards."""

from sqlalchemy import text

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store


def staged(store: Store, content: str, by: str = "Alice", **how) -> int:
    """A file checked and staged, not applied; its batch id."""
    mode = how.pop("mode", None)
    checked = ingest.check(Known.of(store), content.encode(), "tep.csv", **how)
    return ingest.stage(store, checked, by=by, mode=mode)


def total(store: Store, table: str = "sum_by_channel") -> int:
    """The dossiers received that count, over everything."""
    with store.read() as connection:
        return connection.scalar(text(f"SELECT COALESCE(SUM(received), 0) FROM {table}"))
