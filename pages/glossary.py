"""Giải thích: every indicator and term, and where each figure comes from."""

from ui import shell

scope = shell.framed()
