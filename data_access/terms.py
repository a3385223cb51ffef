"""The closed lists of terms that files may use and the store keeps. What a file says is known here without
the store."""

from data_access.measures import MEASURES

# The aspects in which a procedure has states, and the states of each.
ASPECTS = {
    "service_level": ("full", "partial", "information"),
    "cross_boundary": ("listed", "built", "live"),
}
# What procedures are counted as on a day: all, by service level, by how far they are across boundaries.
COUNTED = ("procedures", "full", "partial", "offline", "listed", "built", "live")

# Online procedures that were handed in online at least once in the period.
ONLINE_USED = "online_used"
OF_PROCEDURES = (*COUNTED, ONLINE_USED)
# What the part and the whole of a component of the index may be sums of.
SUMMANDS = (*MEASURES, *OF_PROCEDURES)


def summands(written: str | None) -> tuple[str, ...]:
    """The names in a sum as a file writes it: `finished_early + finished_on_time`; none where it is blank."""
    return tuple(name.strip() for name in written.split("+")) if written else ()
