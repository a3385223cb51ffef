"""Số liệu đã nhận: which agency's month is in, how good it is, and whom to remind."""

from ui import (
    parts,
    received,
    received_begun,
    received_quality,
    received_records,
    received_reminders,
    shell,
)
from ui.reads import board

scope = shell.framed()
found = board(scope)

received_begun.begun(scope)
if not found.rows:
    parts.no_rows()
else:
    received.by_month(found)
    received.matrix(found, scope)
    received_reminders.reminders(found)
    received_quality.quality(scope)
received_records.records()
