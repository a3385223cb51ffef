"""The words and figures of every screen, paper and export: message catalogues and number formatting.

The lowest layer, because documents, charts and the command line need words too.
"""

from language.context import LANGUAGES, Language, current, use, using
from language.messages import t, tn

__all__ = ["LANGUAGES", "Language", "current", "t", "tn", "use", "using"]
