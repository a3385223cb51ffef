"""What becomes of a supplement when the batch by which it counts is undone, in words."""

from data_access.leaning import Leaning
from language import tn


def sentences(one: Leaning) -> list[str]:
    """A sentence for where it ceases to count, and one for where it goes on with an older file."""
    words = {"batch": str(one.batch_id), "lines": tn("upload.lines", one.lines)}
    lost = one.statements - one.kept
    found = {f"batch.{one.state}_falls": lost, f"batch.{one.state}_counts_on": one.kept}
    return [tn(key, number, **words) for key, number in found.items() if number]
