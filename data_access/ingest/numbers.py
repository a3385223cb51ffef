"""Cells to numbers. 1.234 is a thousand and something in one file and hardly more than one in another:
the file decides, by the cells that can be read in one way only."""

import re
from collections.abc import Iterable
from decimal import Decimal

from data_access.errors import FileProblem

# The mark before the decimals, by what shows it without doubt. {p} is that mark, {g} the one of groups.
_CERTAIN = (
    r"\d+{p}\d{{1,2}}",  # 12,5
    r"\d+{p}\d{{4,}}",  # 12,5000
    r"0+{p}\d+",  # 0,985: no group begins with a nought
    r"\d{{4,}}{p}\d+",  # 1234,567
    r"\d{{1,3}}({g}\d{{3}})+{p}\d+",  # 1.234,567
    r"\d{{1,3}}({g}\d{{3}}){{2,}}",  # 1.234.567
)
_SPACED = re.compile(r"-?\d{1,3}(\s\d{3})+([.,]\d+)?")
_EITHER = re.compile(r"\d{1,3}[.,]\d{3}")


def decimal_mark(cells: Iterable[str], column: str) -> str:
    """The decimal mark of a file, "," or ".".

    `cells` are all its distinct numbers, `column` is named to the person. FileProblem if the cells
    contradict each other, or if what they say depends on the mark and nothing tells it.
    """
    plain = [bare(cell) for cell in cells]
    marks = {mark for mark in ",." for cell in plain if _shows(cell, mark)}
    unclear = next((cell for cell in plain if _EITHER.fullmatch(cell.lstrip("-"))), None)
    if len(marks) == 2:
        raise FileProblem("file.mixed_numbers", column=column)
    if not marks and unclear:
        raise FileProblem("file.ambiguous_numbers", column=column, value=unclear)
    return marks.pop() if marks else ","


def number(cell: str, mark: str) -> Decimal | None:
    """The value of a cell under a decimal mark; None if it is no number. 98,53 % is 98,53."""
    group = "." if mark == "," else ","
    # Three noughts are no decimals that anybody writes: 102,000 never becomes 102.
    form = rf"-?(\d+|\d{{1,3}}(\{group}\d{{3}})+)(\{mark}(?!000$)\d+)?"
    text = bare(cell)
    if not re.fullmatch(form, text):
        return None
    return Decimal(text.replace(group, "").replace(mark, "."))


def whole(cell: str) -> int | None:
    """A count, however its thousands are marked (1.234 | 1,234 | 1 234 | 5,0); None if it is none."""
    text = "" if "%" in cell else re.sub(r"(?<=\d)[.,]0{1,2}$", "", bare(cell))
    if re.fullmatch(r"-?\d{1,3}((\.\d{3})+|(,\d{3})+)", text):
        text = re.sub("[.,]", "", text)
    return int(text) if re.fullmatch(r"-?\d+", text) else None


def bare(cell: str) -> str:
    """Without the sign of per cent, a plus, and spaces where they part thousands."""
    text = re.sub(r"^\+|\s*%$", "", cell.replace("−", "-"))
    return re.sub(r"\s", "", text) if _SPACED.fullmatch(text) else text


def _shows(cell: str, mark: str) -> bool:
    signs = {"p": re.escape(mark), "g": re.escape("." if mark == "," else ",")}
    return any(re.fullmatch(form.format(**signs), cell.lstrip("-")) for form in _CERTAIN)
