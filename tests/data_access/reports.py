"""What the tests of II.06a reports share: a workbook staged or applied, and the rows turned away."""

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store


def staged(store: Store, content: bytes, mode: str | None = None, **how) -> int:
    """A report checked and staged, not applied; its batch id."""
    checked = ingest.check(Known.of(store), content, "06a.xlsx", **how)
    return ingest.stage(store, checked, by="Alice", mode=mode)


def put(store: Store, content: bytes, mode: str | None = None, **how) -> int:
    """A report checked, staged and applied; its batch id."""
    batch = staged(store, content, mode, **how)
    ingest.apply(store, batch, by="Alice")
    return batch


def wrong(checked: ingest.Checked) -> list[tuple]:
    """(kind, column, what is shown) of every problem that turned a row away."""
    return checked.issues.filter(severity="reject").select("kind", "column", "detail").rows()
