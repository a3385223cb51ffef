"""Form II.06a holds of any dossiers: whatever their dates, every column adds up, and so do the months."""

import shutil
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.store import Store
from tests import brute_force, tiny
from tests.brute_force import end_of
from tests.form_06a import broken, columns
from tests.tiny import extract, line

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
PROCEDURES = {"1.000001": "L1", "1.000002": "L2", "1.000003": "L1", "1.000004": "L2"}
FINISHED, UNFINISHED, NOT_RECEIVED = (7, 8, 9, 10), (2, 4, 5, 6), (1, 3)
FORM = (*range(3, 14),)


@dataclass(frozen=True)
class Life:
    """A dossier from end to end. `told` says whether an extract knows what came after its month."""

    procedure: str
    agency: str
    channel: int
    received: date
    due: date | None
    finished: date | None
    last_status: int
    open_status: int
    told: bool

    @property
    def never_received(self) -> bool:
        return self.last_status in NOT_RECEIVED

    def stands_in(self, month: date) -> bool:
        """Received by the end of the month and not over before it; handed in in it, if never received."""
        if self.never_received:
            return month <= self.received <= end_of(month)
        return self.received <= end_of(month) and not (self.finished and self.finished < month)

    def finished_in(self, month: date) -> bool:
        return self.finished is not None and self.finished <= end_of(month)


@st.composite
def lives(draw) -> Life:
    received = date(2025, 2, 1) + timedelta(days=draw(st.integers(0, 88)))
    later = st.integers(0, 60).map(lambda days: received + timedelta(days=days))
    last_status = draw(st.sampled_from(range(1, 11)))
    return Life(
        procedure=draw(st.sampled_from(sorted(PROCEDURES))),
        agency=draw(st.sampled_from(["S1", "S2", "H1", "X1", "X2"])),
        channel=draw(st.sampled_from([1, 2, 3])),
        received=received,
        due=draw(st.none() | later),
        finished=draw(later) if last_status in FINISHED else None,
        last_status=last_status,
        open_status=draw(st.sampled_from(UNFINISHED)),
        told=draw(st.booleans()),
    )


def statement(found: list[Life], month: date) -> str | None:
    """The extract of a month; None where nothing stood in it."""
    lines = [_line(f"D{number}", life, month) for number, life in enumerate(found) if life.stands_in(month)]
    return extract(*lines, month=f"{month:%m/%Y}") if lines else None


def _line(code: str, life: Life, month: date) -> str:
    over = life.finished_in(month) or (life.finished is not None and life.told)
    return line(
        code,
        life.procedure,
        life.agency,
        channel=life.channel,
        submitted=_day(life.received),
        received="" if life.never_received else _day(life.received),
        due=_day(life.due),
        finished=_day(life.finished) if over else "",
        status=life.last_status if over or life.never_received else life.open_status,
        rest="1,,0,0,",
    )


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def totals(found: list[Life], month: date) -> dict[tuple[str, str], Counter]:
    """(agency, sector) → (3), (5), (7) and (11), counted on the dossiers themselves."""
    counted: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for life in found:
        if life.stands_in(month) and not life.never_received:
            row = counted[f"{life.agency}@2024-12-01", PROCEDURES[life.procedure]]
            row[3] += 1
            row[5] += life.received >= month and life.channel != 2
            row[7 if life.finished_in(month) else 11] += 1
    return counted


def kept(store: Store, month: date) -> dict[tuple[str, str], dict]:
    """(agency, sector) → the sums that the store keeps of a month."""
    rows = brute_force.rows(store, "sum_by_sector")
    return {(row["agency"], row["sector"]): row for row in rows if row["month"] == month}


def by_the_oracle(store: Store) -> dict[tuple, Counter]:
    """(month, agency, sector) → every measure, line by line in plain Python."""
    found: dict[tuple, Counter] = defaultdict(Counter)
    for one in brute_force.counting_lines(store):
        key = one["month"], one["agency"], PROCEDURES[one["procedure"]]
        found[key].update({name: int(hit) for name, hit in brute_force.measures(one).items()})
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(lives(), min_size=1, max_size=14))
def test_any_dossiers_obey_the_identities_in_each_month_and_across_months(
    province_file, tmp_path_factory, found
):
    folder = tmp_path_factory.mktemp("identities")
    store = Store.open(f"sqlite:///{shutil.copyfile(province_file, folder / 'store.sqlite')}", migrate=False)
    for month in (MARCH, APRIL):
        if made := statement(found, month):
            tiny.put(store, made)

    expected = by_the_oracle(store)
    rows: dict[date, dict] = {}
    for month in (MARCH, APRIL):
        stored, counted = kept(store, month), totals(found, month)
        for key, sums in stored.items():
            assert {name: sums[name] for name in expected[(month, *key)]} == expected[(month, *key)]
            row = rows.setdefault(month, {})[key] = columns(
                sums, {number: counted[key][number] for number in (3, 5, 7, 11)}
            )
            assert broken(row) == []
        assert counted.keys() <= stored.keys()

    left = {key: row[11] for key, row in rows.get(MARCH, {}).items() if row[11]}
    carried = {key: row[6] for key, row in rows.get(APRIL, {}).items() if row[6]}
    assert carried == left
    store.close()
    shutil.rmtree(folder)


def test_the_identities_catch_a_row_that_breaks_them():
    row = dict.fromkeys(FORM, 0) | {3: 2, 4: 1, 6: 1, 7: 1, 8: 1, 11: 1, 12: 1}
    assert broken(row) == []
    assert broken(row | {9: 1}) == ["(7): 1 ≠ 2"]
    assert broken(row | {3: 3, 5: 1}) == ["(3) = (7) + (11): 3 ≠ 2"]
