"""One value for all files of the same headers: by it is known what people said of earlier ones."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

# What people said of earlier files, by kind and by what their headers were: field to header text.
Answers = Mapping[tuple[str, str], Mapping[str, str]]


def signature(header: Iterable[str]) -> str:
    """One value for all files with these headers, whatever their order, case and spaces.

    A digest: headers that nobody chose are kept nowhere.
    """
    cells = sorted(" ".join(cell.split()).casefold() for cell in header if cell.strip())
    return sha256("\n".join(cells).encode()).hexdigest()
