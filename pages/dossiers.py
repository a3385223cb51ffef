"""Hồ sơ: received, online, timeliness, open and overdue, by month, level, agency and sector."""

from ui import shell

scope = shell.framed()
