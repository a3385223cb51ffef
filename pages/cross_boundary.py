"""Phi địa giới: listed, built and live against plan, and where people hand in."""

from ui import shell

scope = shell.framed()
