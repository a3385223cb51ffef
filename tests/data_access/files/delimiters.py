"""Delimiters, line ends, quotes: the shapes of a CSV."""

from tests.data_access.files.case import Case
from tests.data_access.files.usual import rows, taken, text_of


def written(name: str, mark: str = ",", newline: str = "\n", before: str = "", **expected) -> Case:
    content = before + text_of(rows(), mark, newline)
    return taken(name, lambda: ("ho-so.csv", content.encode()), **expected)


CASES = (
    written("commas"),
    written("semicolons, as Vietnamese Excel writes", ";"),
    written("tabs", "\t"),
    written("upright strokes", "|"),
    written("lines that end in CR LF", newline="\r\n"),
    written("lines that end in CR alone", newline="\r"),
)
