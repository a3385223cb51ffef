"""How a drawing reads: its text without markup, blanks made plain."""

import re
from html import unescape


def reads(html):
    """Text in reading order; hidden-from-sight text counts, attributes do not."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
