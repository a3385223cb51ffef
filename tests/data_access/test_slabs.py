"""Where a file is cut into slabs changes nothing: the same lines, problems, sums and counts as whole."""

import random

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import ingest
from data_access.errors import FileProblem
from data_access.fingerprint import fingerprint
from data_access.history import batches
from data_access.ingest import Checked, Known, check, check_apart, checking_apart, slabs
from data_access.ingest.checking import check_sheet, sheet_of
from data_access.store import Store
from tests.tiny import extract, line

WHOLE = 10**9
CELLS = ("lines", "stated", "sums", "issues", "rejected")


def checked(known: Known, content: str, lines: int, monkeypatch) -> Checked:
    monkeypatch.setattr(slabs, "LINES", lines)
    return check(known, content.encode(), "ho-so-2025-03.csv")


def assert_same(one: Checked, other: Checked) -> None:
    for cells in CELLS:
        assert getattr(one, cells).equals(getattr(other, cells)), cells
    assert (one.total, one.accepted, one.repeated) == (other.total, other.accepted, other.repeated)
    assert (one.as_of, one.slices()) == (other.as_of, other.slices())


# Codes that meet again, units by code and by name, cells that cannot be read, blank and empty lines.
CODES = st.sampled_from(["D1", "D2", "D3", '"=""D4"""', "D4", "", "Nguyễn Văn A"])
LINES = st.one_of(
    st.builds(
        line,
        CODES,
        channel=st.sampled_from([1, 2, 9]),
        agency=st.sampled_from(["X1", "X2", "Xã Hòa Bình", "Z9", ""]),
        received=st.sampled_from(["03/03/2025", "2025-03-04", "45719", "31/02/2025", "-"]),
        rest=st.sampled_from(["1,,0,0,", "1,,0,0,5", "x,,0,0,9", "1,#REF!,0,0,"]),
    ),
    st.just("," * 15),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, min_size=1, max_size=25), st.integers(1, 7))
def test_slabs_of_a_few_lines_say_what_one_slab_says(known, monkeypatch, lines, size):
    content = extract(*lines)
    try:
        whole = checked(known, content, WHOLE, monkeypatch)
    except FileProblem as problem:
        with pytest.raises(FileProblem) as refused:
            checked(known, content, size, monkeypatch)
        assert refused.value.key == problem.key
        return
    assert_same(checked(known, content, size, monkeypatch), whole)


def test_lines_of_one_code_meet_however_far_apart_they_stand(known, monkeypatch):
    others = [line(f"D{n:03}") for n in range(40)]
    content = extract(line("A"), line("B"), *others, line("A"), line("B", channel=1))
    found = checked(known, content, 3, monkeypatch)
    assert (found.total, found.accepted, found.repeated) == (44, 41, 1)
    assert found.issues.select("line", "kind").rows() == [
        (4, "line.contradicts"), (45, "line.repeated"), (46, "line.contradicts")
    ]  # fmt: skip


@pytest.mark.parametrize("order", [sorted, lambda lines: sorted(lines, reverse=True)])
def test_a_file_in_order_and_one_that_is_not_are_stored_alike(known, monkeypatch, order):
    lines = [line(f"D{n:03}", agency=f"X{1 + n // 20}") for n in range(60)]
    found = checked(known, extract(*order(lines)), 8, monkeypatch)
    assert found.lines["code"].to_list() == [f"D{n:03}" for n in range(60)]
    assert_same(found, checked(known, extract(*order(lines)), WHOLE, monkeypatch))


def test_only_lines_that_all_stand_behind_the_one_above_are_in_order():
    def is_in_order(*keys: tuple[str | None, str | None]) -> bool:
        return slabs._is_in_order(pl.DataFrame(keys, schema=["agency", "code"], orient="row"))

    assert is_in_order(("X1", "B"), ("X1", "C"), ("X2", "A"))
    assert not is_in_order(("X1", "B"), ("X1", "A"), ("X2", "C"))
    assert not is_in_order(("X2", "A"), ("X1", "B"))
    assert not is_in_order(("X1", "A"), ("X1", "A"))
    assert not is_in_order((None, "A"), ("X1", "B"))
    assert not is_in_order(("X1", "A"), ("X1", None))


def test_the_first_slabs_are_short(known, monkeypatch):
    monkeypatch.setattr(slabs, "LINES", 24)
    taken = []
    lines = [line(f"D{n:03}") for n in range(60)]
    sheet = sheet_of(extract(*lines).encode(), "ho-so-2025-03.csv")
    check_sheet(known, sheet, hand_over=lambda part: taken.append(part))
    assert [len(part) for part in taken[1:]] == [3, 8, 24, 24, 1]


def test_a_day_in_the_last_slab_tells_how_all_dates_are_written(known, monkeypatch):
    months = [f"0{month}/0{day}/2025" for month in (1, 2, 3) for day in (1, 2, 3, 4)]
    telling = "13/03/2025"
    for days, swappable in ((months, True), ([*months, telling], False)):
        content = extract(*(line(f"D{n:02}", received=day) for n, day in enumerate(days)))
        kinds = [checked(known, content, size, monkeypatch).issues["kind"] for size in (2, WHOLE)]
        assert [("date.swappable" in kind.to_list()) for kind in kinds] == [swappable, swappable]


def test_a_file_staged_while_it_is_checked_is_the_file_that_was_checked_first(province: Store, monkeypatch):
    lines = [line(f"D{n:05}", agency=f"X{n % 3 + 1}", channel=n % 4) for n in range(90_000)]
    random.Random(1).shuffle(lines)
    content = extract(*lines).encode()
    stores = []
    with checking_apart(Known.of(province), content, "x.csv") as arriving:
        batch = ingest.stage(province, arriving, by="Alice")
    stores.append((arriving.whole().slices(), batches_of(province), lines_of(province, batch)))
    again = ingest.stage(province, check_apart(Known.of(province), content, "x.csv"), by="Alice")
    assert (arriving.whole().slices(), batches_of(province), lines_of(province, again)) == stores[0]


def batches_of(store: Store) -> tuple:
    with store.read() as connection:
        newest = batches(connection)[0]
    return newest.total, newest.accepted, newest.rejected, newest.repeated, newest.as_of, newest.mode


def lines_of(store: Store, batch: int) -> list:
    statement = "SELECT * FROM dossier WHERE batch_id = {} ORDER BY month, agency, code"
    with store.read() as connection:
        rows = connection.exec_driver_sql(statement.format(batch)).mappings()
        return [{name: value for name, value in row.items() if name != "batch_id"} for row in rows]


def test_a_file_that_breaks_off_while_it_is_staged_leaves_nothing(province: Store):
    before = fingerprint(province)
    lines = [line(f"D{n:05}") for n in range(90_000)]
    with checking_apart(Known.of(province), extract(*lines).encode(), "x.csv") as arriving:
        taken = arriving.parts

        def broken():
            yield next(taken())
            raise FileProblem("file.too_heavy")

        arriving.parts = broken
        with pytest.raises(FileProblem):
            ingest.stage(province, arriving, by="Alice")
    assert fingerprint(province) == before
    with province.read() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM dossier").scalar_one() == 0
        assert not [batch for batch in batches(connection) if batch.kind == "dossiers"]
