"""The committed weights of Index 766, and a component as a worked example needs it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store
from metrics.index_766 import Component
from metrics.index_766_versions import version_on

WEIGHTS = Path(__file__).parents[2] / "sample_data" / "catalogues" / "chi-so-766.csv"


def load_weights(store: Store) -> Store:
    """The weights of the sample province, applied."""
    batch_id = ingest.stage(store, ingest.check(Known.of(store), WEIGHTS), by="Alice")
    ingest.apply(store, batch_id, by="Alice")
    return store


def components(store: Store, on: date = date(2025, 3, 31)) -> dict[str, Component]:
    """Code → component of the version in force on a day."""
    with store.read() as connection:
        return {one.code: one for one in version_on(connection, on).components}


PAYMENT = Component(
    "TTTT-A", "payment", "Thanh toán", None, Decimal(6), ("paid_online",), ("fee_due",), Decimal(100),
    "left_out", None, None,
)  # fmt: skip


def component(**changed) -> Component:
    """Online payment, 6 points at 100 %, with some of it changed."""
    return replace(PAYMENT, **changed)
