"""The contract of a kind of extract: its columns, and what follows from each.

One entry per column gives the header that is recognised, the parser, what is refused, the template
and the documentation. Columns that no entry names are dropped at the door.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data_access.statements import STATEMENTS

# What a person answers instead of a header: the file has no such column.
NO_COLUMN = ""


@dataclass(frozen=True)
class Column:
    """One column of an extract.

    `parser` is text, code, date, month, flag, number or choice; `required` means that the header
    must be there, `filled` that no cell may be blank. `refers` names the list that a code must be in;
    `named_by` the optional column that stands in where this one is missing. `spared`: a blank cell says
    nothing, so a person may say that the file has no such column. A number stays `below` what the column
    of the store holds.
    """

    field: str
    header: str
    parser: str = "text"
    required: bool = True
    filled: bool = False
    aliases: tuple[str, ...] = ()
    choices: Mapping[str, object] = field(default_factory=dict)
    refers: str | None = None
    named_by: str | None = None
    spared: bool = False
    below: int = 2**31
    example: str = ""

    def names(self) -> set[str]:
        """Every header, folded, by which this column is recognised; `MaHoSo` as well as `ma_ho_so`."""
        return self._names

    @cached_property
    def _names(self) -> set[str]:
        folded = {fold(name) for name in (self.header, self.field, *self.aliases)}
        return folded | {name.replace(" ", "") for name in folded}


@dataclass(frozen=True)
class Contract:
    """A kind of extract. `key` are the fields that name a record; `table` is where what counts goes."""

    kind: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    table: str
    optional: tuple[Column, ...] = ()

    @property
    def is_dossiers(self) -> bool:
        return self.kind == "dossiers"

    @property
    def is_statement(self) -> bool:
        """Whether its lines state months of agencies: dossiers, and reports of them."""
        return self.kind in STATEMENTS

    def column(self, name: str) -> Column:
        """The column of a field; KeyError if there is none."""
        return {column.field: column for column in (*self.columns, *self.optional)}[name]


def fold(text: str) -> str:
    """A header as it is compared: no case, no marks, đ as d, one space between words."""
    plain = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    # Cf: zero-width spaces, soft hyphens, byte order marks, which nobody sees.
    letters = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", letters.casefold()).split())
