"""Dịch vụ công: the procedures by service level, sector and owner, and the path to the target."""

from ui import shell

scope = shell.framed()
