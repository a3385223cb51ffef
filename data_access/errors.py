"""Every foreseen problem, with the message key that the person at the screen is shown.

ProductError
├── FileProblem        the file as a whole cannot be taken
│   └── ColumnsUnclear which header is which column has to be answered by a person
├── LineRefused        a line written on a page does not fit its contract; says which fields
├── NotStaged          the batch is not in the state that the verb needs
├── HeldBack           a whole file with rejected lines may not replace these agencies' statements
├── StoreMoved         the comparison shown is no longer true
├── ListsMoved         what a staged file names is not (any more) what the lists say
├── StillUsed          undoing would take away a record that counted lines use
├── NotInForce         something is declared for an agency that is not there in that month
├── RecordMissing      a counted line names an agency or procedure that is not there (any more)
└── StoreProblem       the store cannot be used now, whatever the request
    ├── StoreBusy            somebody else has been writing for longer than one waits
    ├── StoreFull            no space is left for it
    ├── StoreReadOnly        it may not be written
    ├── StoreLost            the connection to it broke
    └── StoreOfOtherVersion  the version of its schema is not the one that this code was made for
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language import t, tn

_STATES = ("state", "needed")


class ProductError(Exception):
    """A problem with words of its own: `key` names the message, `params` fill it."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(f"{key} {params}" if params else key)
        self.key = key
        self.params = params

    def __reduce__(self) -> tuple:
        # A checking process hands its problem over whole, not as its text.
        return _again, (type(self), self.args, self.__dict__)

    def told(self) -> str:
        """The sentence for the person at the screen, in the language of the moment."""
        words = {
            name: t(f"state.{value}") if name in _STATES else value for name, value in self.params.items()
        }
        n = words.pop("n", None)
        return t(self.key, **words) if n is None else tn(self.key, n, **words)


def _again(kind: type[ProductError], args: tuple, state: dict) -> ProductError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class FileProblem(ProductError):
    """The file cannot be read or recognised; nothing was staged."""


class ColumnsUnclear(FileProblem):
    """Some required column has no header, or two. What a mapping screen asks with:

    `kind` recognised, `header` of the file, `missing` fields, what was `found` (field to header), what may
    be `suggested` for the missing ones, and `samples` of cells (header to a few) that name no person.
    """

    kind: str
    header: list[str]
    missing: list[str]
    found: dict[str, str]
    suggested: dict[str, str]
    samples: dict[str, list[str]]


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one field of a line: its header and the kind of issue."""

    field: str
    header: str
    kind: str


class LineRefused(ProductError):
    """A line written on a page was not taken and nothing was staged; `problems` name the fields."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__("problem.field", fields=", ".join(problem.field for problem in problems))
        self.problems = problems

    def told(self) -> str:
        """A sentence for each field: what is wrong and what to write."""
        return " ".join(
            t(self.key, header=one.header, reason=t(f"issue.{one.kind}"), fix=t(f"fix.{one.kind}"))
            for one in self.problems
        )


class NotStaged(ProductError):
    """Apply needs a staged batch, undo an applied one."""


class HeldBack(ProductError):
    """Slices that already have a base and whose agency has, or may have, rejected lines in this file."""

    def __init__(self, agencies: list[str], names: list[str]) -> None:
        super().__init__("problem.held_back", agencies=", ".join(names), n=len(agencies))
        self.agencies = agencies


class StoreMoved(ProductError):
    """Another write came between comparing and applying, and it changed what would happen."""


class ListsMoved(ProductError):
    """A staged statement means something else by now; `found` says which of its names, by list."""

    NAMED = 6

    def __init__(self, found: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__("problem.lists_moved")
        self.found = found

    def told(self) -> str:
        """What is no more as it was, list by list, and what to do."""
        said = [
            tn(f"problem.moved_{name}", len(ones), names=self._named(ones))
            for name, ones in self.found.items()
        ]
        return t(self.key, what="; ".join(said))

    def _named(self, ones: tuple[str, ...]) -> str:
        return ", ".join([*ones[: self.NAMED], *(["…"] if len(ones) > self.NAMED else [])])


class StillUsed(ProductError):
    """Undo of a reference batch of which `records` are in use: by what the `batches` (id, file name) state,
    and by records of other `kinds`."""

    NAMED = 5

    def __init__(
        self, records: Collection[str], batches: Sequence[tuple[int, str]], kinds: Sequence[str]
    ) -> None:
        super().__init__("problem.still_used", n=len(records))
        self.records, self.batches, self.kinds = records, batches, kinds

    def told(self) -> str:
        named = [t("problem.user_batch", batch=str(number), file=file) for number, file in self.batches]
        if len(named) > self.NAMED:
            named = [*named[: self.NAMED], "…"]
        users = ", ".join([*named, *(t(f"kind.{kind}") for kind in self.kinds)])
        return tn(self.key, len(self.records), users=users)


class RecordMissing(ProductError):
    """A foreign key found at commit that a counted line points to nothing."""


class NotInForce(ProductError):
    """Codes that no agency has in the month for which something is declared."""

    def __init__(self, codes: list[str], month: date) -> None:
        named = ", ".join(codes) or "—"
        super().__init__("problem.not_in_force", codes=named, month=f"{month:%m/%Y}", n=len(codes))


class StoreProblem(ProductError):
    """Nothing is wrong with the request: the same works once the store does."""

    _key: str

    def __init__(self) -> None:
        super().__init__(self._key)


class StoreBusy(StoreProblem):
    """Another write has held the store for longer than `busy_seconds`."""

    _key = "problem.store_busy"


class StoreFull(StoreProblem):
    """The disk, or what one may use of it, is full; the write was taken back."""

    _key = "problem.store_full"


class StoreReadOnly(StoreProblem):
    """The file, its folder or the database allows no writing."""

    _key = "problem.store_read_only"


class StoreLost(StoreProblem):
    """The connection broke. Whether the last write is in must be looked up: it may have broken after it."""

    _key = "problem.store_lost"


class StoreOfOtherVersion(StoreProblem):
    """Another version of the product made its schema: what this code wrote would be wrong for that one."""

    _key = "problem.store_version"
