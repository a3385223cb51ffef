"""What is filed in one month: who files what, where and when, and how it will end.

A month's dossiers are those submitted in it: those received in it, a few that wait and are received in
the first days of the next, a few that are refused. So each is made once, and every later statement only
tells more of it.
"""

from dataclasses import dataclass, fields
from datetime import date

import numpy as np

from sample_data import seasons
from sample_data.behaviour import behaviour
from sample_data.catalogue import Catalogue
from sample_data.chance import Chance
from sample_data.demand import procedures_asked_for
from sample_data.handing_in import counters
from sample_data.seasons import NEVER, before, month_bounds
from sample_data.units import Units
from sample_data.volume import volume

WAITING, REFUSED = 0.004, 0.003  # of the month's online dossiers
IN_PERSON, ONLINE, BY_POST = 1, 2, 3
LAGS = (70, 21, 6, 3)  # in a hundred: received on the day of submission, 1, 2, 3 days later


@dataclass
class Dossiers:
    """Dossiers as arrays of one length. Days are numbers (seasons.py), NEVER where there is none."""

    origin: np.ndarray  # the unit it was filed with, which its code names
    unit: np.ndarray  # the unit that handles it
    procedure: np.ndarray
    counter: np.ndarray
    channel: np.ndarray
    submitted: np.ndarray
    received: np.ndarray
    due: np.ndarray
    finished: np.ndarray
    returned: np.ndarray
    final_status: np.ndarray  # 7, 8 or 10; 3 if refused
    open_status: np.ndarray  # 4, 5 or 6
    digitised_input: np.ndarray
    digitised_result: np.ndarray
    fee: np.ndarray
    paid_online: np.ndarray
    satisfaction: np.ndarray  # 1 to 5, 0 if not asked
    sequence: np.ndarray  # within the day and unit of its code

    def __len__(self) -> int:
        return len(self.unit)

    def take(self, which: np.ndarray) -> "Dossiers":
        """Those at the positions or under the mask given."""
        return Dossiers(*(getattr(self, field.name)[which] for field in fields(self)))

    def plus(self, other: "Dossiers") -> "Dossiers":
        """Both together."""
        names = [field.name for field in fields(self)]
        return Dossiers(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in names))


def submitted_in(month: date, catalogue: Catalogue, units: Units, since: np.ndarray) -> Dossiers:
    """Every dossier submitted in the month; `since` says which counter accepts what (openings.py)."""
    unit, channel, waiting, refused = _numbers(month, units)
    chance = Chance("dossiers", month.year * 100 + month.month)
    size, (first, last) = len(unit), month_bounds(month)
    received = first + chance.choose(seasons.busyness(month), size)
    lag = np.where(channel == ONLINE, chance.choose(LAGS, size), 0)
    received[waiting] = seasons.working_days_later(np.full(waiting.sum(), last + 1), lag[waiting] // 2)
    submitted = np.where(waiting, last - lag // 2, np.maximum(received - lag, first))
    received[refused] = NEVER
    procedure = procedures_asked_for(month, catalogue, units, unit, channel == ONLINE)
    works = behaviour(units, month)
    taken = np.where(refused, last, received)
    due, finished, late = _times(chance, catalogue.traits.days[procedure], taken, unit, works)
    final = np.array([10, 7, 8], dtype=np.int8)[chance.choose((9900, 62, 38), size)]
    returned = seasons.working_days_later(finished, chance.choose((76, 15, 6, 3), size))
    returned[final != 10] = NEVER
    finished[refused], due[refused], returned[refused], final[refused] = NEVER, NEVER, NEVER, 3
    fee = chance.happens(catalogue.traits.fee[procedure])
    online_share = np.where(channel == ONLINE, 1.0, 0.35)
    home = np.where(refused, unit, counters(month, units, since, unit, procedure, received))
    digitised = chance.happens(works.digitised_input[unit] * np.where(channel == ONLINE, 1.0, 0.55))
    made = Dossiers(
        origin=unit,
        unit=unit,
        procedure=procedure,
        counter=home,
        channel=channel,
        submitted=submitted,
        received=received,
        due=due,
        finished=finished,
        returned=returned,
        final_status=final,
        open_status=np.array([4, 5, 6], dtype=np.int8)[chance.choose((92, 6, 2), size)],
        digitised_input=digitised,
        digitised_result=chance.happens(works.digitised_result[unit]) & (final == 10),
        fee=fee,
        paid_online=fee & chance.happens(works.paid_online[unit] * online_share),
        satisfaction=_satisfaction(chance, late),
        sequence=_sequence(unit, submitted),
    )
    for field in fields(made):  # small arrays are quick arrays
        array = getattr(made, field.name)
        setattr(made, field.name, array.astype(np.int8 if array.dtype in (bool, np.int8) else np.int16))
    return made


def _numbers(month: date, units: Units) -> tuple[np.ndarray, ...]:
    """Unit and channel of each dossier, and whether it waits for the next month or is refused."""
    received, paper = volume(units, month)
    # Districts and old communes receive nothing from July on, so what waited there adds to July.
    online = np.maximum(received - paper - _waiting(units, before(month)), 0)
    by_post = paper // 4
    will_wait = _waiting(units, month)
    refused = (online * REFUSED + Chance("refused", month.month).uniform(len(online))).astype(np.int64)
    refused[received == 0] = 0
    counts = np.stack([online, paper - by_post, by_post, will_wait, refused], axis=1)
    unit = np.repeat(np.arange(len(received)), counts.sum(axis=1))
    part = np.repeat(np.tile(np.arange(5), len(received)), counts.ravel())
    channel = np.array([ONLINE, IN_PERSON, BY_POST, ONLINE, ONLINE], dtype=np.int8)[part]
    return unit, channel, part == 3, part == 4


def _waiting(units: Units, month: date) -> np.ndarray:
    """By unit, the dossiers submitted in the month that are received in the following one."""
    received, paper = volume(units, month)
    chance = Chance("waiting", month.year * 100 + month.month).uniform(len(received))
    return np.where(received > 0, ((received - paper) * WAITING + chance).astype(np.int64), 0)


def _times(chance: Chance, allowed, received, unit, works) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Due day, day of the end, and whether that is late."""
    size = len(unit)
    due = seasons.working_days_later(received, allowed)
    late, pace = chance.happens(works.late[unit]), chance.uniform(size)
    stuck = late & chance.happens(works.stuck[unit] / np.maximum(works.late[unit], 1e-9))
    in_time = np.where(pace < 0.22, allowed, np.ceil(allowed * (0.1 + 0.7 * pace)).astype(np.int64))
    delay = 1 + (chance.uniform(size) ** 2 * 9).astype(np.int64)
    delay[stuck] += 15 + (chance.uniform(int(stuck.sum())) * 70).astype(np.int64)
    finished = seasons.working_days_later(received, np.where(late, allowed + delay, in_time))
    return due, finished, late


def _satisfaction(chance: Chance, late: np.ndarray) -> np.ndarray:
    size = len(late)
    usual = np.array([5, 4, 3, 2, 1])[chance.choose((700, 205, 62, 20, 13), size)]
    if_late = np.array([5, 4, 3, 2, 1])[chance.choose((22, 24, 24, 18, 12), size)]
    return np.where(chance.uniform(size) < 0.12, np.where(late, if_late, usual), 0)


def _sequence(unit: np.ndarray, submitted: np.ndarray) -> np.ndarray:
    """1, 2, 3 … within each unit and day, in the order given."""
    key = unit.astype(np.int64) * 10_000 + submitted
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    sizes = np.diff(np.r_[begins, len(ordered)])
    sequence = np.empty(len(key), dtype=np.int64)
    sequence[order] = np.arange(len(key)) - np.repeat(begins, sizes) + 1
    return sequence
