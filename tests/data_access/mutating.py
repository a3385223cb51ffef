"""A process that reads mutated workbooks under the limits of a check, and says what became of each.

python -m tests.data_access.mutating FIRST LAST: one line a seed, "seed outcome".
"""

import io
import random
import re
import sys
import zipfile

from data_access.errors import FileProblem
from data_access.ingest.limits import limit
from data_access.ingest.reading.file import read
from tests.data_access.files import workbooks_binary, workbooks_cells, workbooks_sheets
from tests.data_access.files.workbooks_made import rezipped

_ODD_NUMBERS = (b"-1", b"0", b"99999999999999999999", b"NaN", b"1e999", b"4294967295")


def workbooks() -> list[bytes]:
    """Those of the table of files."""
    themes = (workbooks_cells, workbooks_sheets, workbooks_binary)
    return [case.build()[1] for theme in themes for case in theme.CASES]


def mutated(books: list[bytes], seed: int) -> bytes:
    """A workbook with some bytes of it, or of one of its parts, changed."""
    chance = random.Random(seed)
    content = chance.choice(books)
    if not content.startswith(b"PK") or chance.random() < 0.2:
        return _damaged(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if re.search("sheet1|workbook|Strings|styles", name)]
    part = chance.choice(parts).rpartition("/")[2].removesuffix(".xml").removesuffix(".rels")
    change = _damaged if chance.random() < 0.7 else _with_an_odd_number
    return rezipped(content, **{part: lambda xml: change(xml, chance)})


def _damaged(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, length = chance.randrange(len(changed)), chance.randrange(1, 30)
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : min(at + length, len(changed) - 1)]
            case 2:
                changed[at:at] = chance.randbytes(length)
            case 3:
                changed[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", bytes(4), b"\xff\xff\xff\x7f"))
    return bytes(changed)


def _with_an_odd_number(content: bytes, chance: random.Random) -> bytes:
    numbers = list(re.finditer(rb"\d+", content))
    if not numbers:
        return content
    found = chance.choice(numbers)
    return content[: found.start()] + chance.choice(_ODD_NUMBERS) + content[found.end() :]


def _outcome(content: bytes) -> str:
    try:
        read(content, "so.xlsx")
    except FileProblem as problem:
        return problem.key
    except MemoryError:
        return "file.too_heavy"
    return "read"


if __name__ == "__main__":
    books = workbooks()  # before the limits: the library that writes them wants a folder for it
    limit(100_000)
    for seed in range(int(sys.argv[1]), int(sys.argv[2])):
        print(seed, _outcome(mutated(books, seed)), flush=True)
