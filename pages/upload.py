"""Nạp số liệu: an extract checked, compared, rehearsed and applied."""

from ui import shell

scope = shell.framed("staff")
