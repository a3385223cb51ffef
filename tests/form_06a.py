"""The columns of form II.06a and the identities that bind them (domain.md §2.1)."""

from collections.abc import Mapping

# What the store keeps of the form: (4), (6), (8)–(10), (12) and (13).
KEPT = {
    4: "received_online",
    6: "carried",
    8: "finished_early",
    9: "finished_on_time",
    10: "finished_late",
    12: "open_in_time",
    13: "open_overdue",
}
IDENTITIES = {3: (4, 5, 6), 7: (8, 9, 10), 11: (12, 13)}


def columns(sums: Mapping[str, int], totals: Mapping[int, int]) -> dict[int, int]:
    """One row of the form: kept columns from sums; (3), (5), (7) and (11) as somebody else counted them."""
    return {number: sums[name] for number, name in KEPT.items()} | dict(totals)


def broken(row: Mapping[int, int]) -> list[str]:
    """The identities that a row does not obey."""
    wanted = {f"({total})": (row[total], sum(row[n] for n in parts)) for total, parts in IDENTITIES.items()}
    wanted["(3) = (7) + (11)"] = row[3], row[7] + row[11]
    return [f"{name}: {left} ≠ {right}" for name, (left, right) in wanted.items() if left != right]
