"""Đối chiếu số công bố: published figures beside those computed from the records."""

from ui import shell

scope = shell.framed()
