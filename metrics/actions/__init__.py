"""Việc cần chỉ đạo: what must be done, by whom, by when – derived from gaps, never written by hand.

Each source looks at everything that it can judge; what is short of what it should be calls for an action.
Actions are ranked by their score (`metrics.actions.action`) and carry what leaders decided on them
(`metrics.actions.decided`).
"""

from metrics.actions.action import Action, Score
from metrics.actions.agenda import Agenda, Item, agenda
from metrics.actions.decided import Decided

__all__ = ["Action", "Agenda", "Decided", "Item", "Score", "agenda"]
