"""Dossier lines by dice: of any agency, state and flag that a month may hold."""

import random
from datetime import date, timedelta

from tests.tiny import line


def random_line(dice: random.Random, month: date, code: int) -> str | None:
    """A line of one month's extract; None where the dice made none (S2 never sends June 2025)."""
    agency = dice.choice(["S1", "S2", "X1", "X2", "X3"] + (["H1"] if month < date(2025, 7, 1) else []))
    if agency == "S2" and month == date(2025, 6, 1):
        return None
    received = month + timedelta(days=dice.randint(-20, 27))
    due = received + timedelta(days=dice.randint(0, 15))
    finished = received + timedelta(days=dice.randint(0, 40)) if dice.random() < 0.7 else None
    if finished and finished < month:
        return None
    status = dice.choice([7, 8, 9, 10]) if finished else dice.choice([1, 2, 3, 4, 5, 6])
    waiting = status in (1, 3)
    submitted = max(received, month) if waiting else received
    flags = ",".join(dice.choice(["0", "1", ""]) for _ in range(4))
    rating = dice.choice(["", "1", "3", "4", "5"]) if finished else ""
    return line(
        f"D{code}",
        dice.choice(["1.000001", "1.000002", "1.000003", "1.000004"]),
        agency,
        counter=dice.choice([agency, "X2", "X3"]),
        channel=dice.choice([1, 2, 2, 2, 3]),
        received="" if waiting else f"{received:%d/%m/%Y}",
        submitted=f"{submitted:%d/%m/%Y}",
        due=f"{due:%d/%m/%Y}" if dice.random() < 0.9 else "",
        finished=f"{finished:%d/%m/%Y}" if finished else "",
        status=status,
        rest=f"{flags},{rating}",
    )
