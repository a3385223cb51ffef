"""Số liệu đã nhận: which agency's month is in, and whom to remind."""

from ui import parts, received, shell
from ui.reads import board

scope = shell.framed()
found = board(scope)

if not found.rows:
    parts.no_rows()
else:
    received.by_month(found)
    received.matrix(found, scope)
    received.reminders(found)
