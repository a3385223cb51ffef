"""Tổng quan: where do we stand against targets, what must be done, by whom."""

from ui import shell

scope = shell.framed()
