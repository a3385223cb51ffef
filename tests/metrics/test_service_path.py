"""The way to a target of toàn trình: order, what each step reaches, and where it is reached."""

from decimal import Decimal

from metrics.next_online import Candidate
from metrics.service_path import by_group, one_by_one, reaching


def candidate(code, sector, dossiers):
    return Candidate(code, f"Thủ tục {code}", sector, "S1", "partial", dossiers)


ELIGIBLE = [candidate("1", "A", 60), candidate("2", "B", 30), candidate("3", "B", 10), candidate("4", "C", 0)]


def test_one_by_one_each_procedure_adds_one_and_its_dossiers():
    steps = one_by_one(ELIGIBLE, full=6, whole=12)
    assert [(step.label, step.full, step.carried) for step in steps] == [
        ("1", 7, 60), ("2", 8, 90), ("3", 9, 100), ("4", 10, 100),
    ]  # fmt: skip
    assert steps[2].rate == 75 and steps[1].share == 90


def test_sectors_come_with_all_their_procedures_most_dossiers_first():
    steps = by_group(ELIGIBLE, lambda one: one.sector, full=6, whole=12)
    assert [(step.label, step.procedures, step.dossiers, step.full) for step in steps] == [
        ("A", 1, 60, 7), ("B", 2, 40, 9), ("C", 1, 0, 10),
    ]  # fmt: skip
    assert steps[1].rate == Decimal(75)


def test_a_target_is_reached_by_so_many_steps_or_not_at_all():
    steps = by_group(ELIGIBLE, lambda one: one.sector, full=6, whole=12)
    assert (reaching(steps, 7), reaching(steps, 8), reaching(steps, 11)) == (1, 2, None)


def test_without_dossiers_there_is_no_share():
    assert one_by_one([candidate("1", "A", 0)], 0, 1)[0].share is None
