"""Lịch sử: the batches, what each changed, and undo."""

from ui import shell

scope = shell.framed("staff")
