"""Đối chiếu: published against computed figures, every one of them."""

from ui import reconciliation, shell
from ui.html import html

shell.framed()
found = reconciliation.rows()

html(reconciliation.summary(found), reconciliation.comparison(found))
reconciliation.downloads(found)
