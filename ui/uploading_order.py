"""In which order files chosen at once are applied: lists first, what is held against them after."""

from data_access.ingest.contracts import CONTRACTS, REFERENCE

_LISTS = [contract.kind for contract in REFERENCE]  # none is held against one that stands after it
_LIST_OF = {"agency": "agencies", "procedure": "procedures", "sector": "sectors"}


def rank(kind: str | None) -> int:
    """The place of a kind; statements stand last, files of which nobody knows the kind after them."""
    if kind is None:
        return len(_LISTS) + 1
    return len(_LISTS) if CONTRACTS[kind].is_statement else _LISTS.index(kind)


def needed_by(kind: str) -> frozenset[str]:
    """The kinds that a file of this kind is held against; a statement waits for every list beside it, so
    that what it would change is read with them."""
    contract = CONTRACTS[kind]
    if contract.is_statement:
        return frozenset(_LISTS)
    columns = (*contract.columns, *contract.optional)
    return frozenset(_LIST_OF[column.refers] for column in columns if column.refers) - {kind}
