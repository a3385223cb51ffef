"""Không phát sinh: agencies declare a month without dossiers – a whole statement that has no lines."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import insert

from data_access.agencies import agencies
from data_access.errors import NotInForce
from data_access.ingest.staging import new_batch
from data_access.months import month_end
from data_access.statements import DOSSIERS
from data_access.store import Store
from data_access.tables import BatchSlice
from data_access.units import handling


def declare_nothing(store: Store, month: date, codes: Sequence[str], *, by: str) -> int:
    """Stage the declaration of these agencies (bare codes) for a month; its batch, which is compared,
    applied and undone like any other. NotInForce for a code that no unit has in the month.
    """
    name = f"khong-phat-sinh-{month:%Y-%m}"
    with store.write() as connection:
        keys = handling(agencies(connection), month)
        unknown = sorted(set(codes) - set(keys))
        if unknown or not codes:
            raise NotInForce(unknown, month)
        # Of no file: the same agencies may declare the same again after an undo.
        of_its_own = f"{name} {sorted(codes)} {datetime.now(UTC)}"
        batch_id = new_batch(
            connection,
            by=by,
            kind=DOSSIERS.kind,
            mode="whole",
            as_of=month_end(month),
            file_name=name,
            sha256=hashlib.sha256(of_its_own.encode()).hexdigest(),
        )
        rows = [
            {
                "batch_id": batch_id,
                "kind": DOSSIERS.kind,
                "month": month,
                "agency": keys[code],
                "lines": 0,
                "nil": True,
            }
            for code in sorted(set(codes))
        ]
        connection.execute(insert(BatchSlice), rows)
    return batch_id
