"""A line written on a page is a batch like any other: it counts at once, names its author, is undone."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access import history, ingest
from data_access.authors import written
from data_access.errors import LineRefused, StoreBusy
from data_access.fingerprint import fingerprint
from data_access.ingest.noting import word
from data_access.store import Store
from tests.processes import run, url_of

EVENT = {
    "on": "2025-04-15",
    "title": "Ngày hội chuyển đổi số",
    "kind": word("events", "kind", "milestone"),
    "source": "Sở Một",
}
KEY = "2025-04-15|Ngày hội chuyển đổi số"


def events(store: Store) -> list[tuple]:
    with store.read() as connection:
        rows = connection.execute(text('SELECT key, title, kind, source FROM event ORDER BY "on"'))
        return [tuple(row) for row in rows]


def authors(store: Store) -> dict:
    with store.read() as connection:
        return {key: one.by for key, one in written(connection, "events").items()}


def test_a_line_counts_at_once_and_its_batch_names_who_wrote_it(province):
    batch = ingest.note(province, "events", EVENT, by="Bob")
    assert events(province) == [(KEY, EVENT["title"], "milestone", "Sở Một")]
    assert authors(province) == {KEY: "Bob"}
    with province.read() as connection:
        row = history.batch(connection, batch)
    assert (row.kind, row.state, row.accepted, row.staged_by, row.applied_by) == (
        "events", "applied", 1, "Bob", "Bob",
    )  # fmt: skip


def test_undoing_it_brings_back_what_was(province):
    nothing = fingerprint(province)
    first = ingest.note(province, "events", EVENT, by="Alice")
    once = fingerprint(province)
    second = ingest.note(province, "events", {**EVENT, "source": "Sở Hai"}, by="Bob")
    assert authors(province) == {KEY: "Bob"} and events(province)[0][3] == "Sở Hai"
    ingest.undo(province, second, by="Alice")
    assert fingerprint(province) == once and authors(province) == {KEY: "Alice"}
    ingest.undo(province, first, by="Alice")
    assert fingerprint(province) == nothing and authors(province) == {}


def test_the_same_line_by_file_or_by_page_counts_the_same(province):
    header = "Ngày,Tiêu đề,Tiêu đề tiếng Anh,Loại,Nguồn"
    line = f"15/04/2025,{EVENT['title']},,mốc,Sở Một"
    uploaded = ingest.check(ingest.Known.of(province), f"{header}\n{line}\n".encode(), "x.csv", kind="events")
    batch = ingest.stage(province, uploaded, by="Alice")
    ingest.apply(province, batch, by="Alice")
    by_file = fingerprint(province)
    ingest.undo(province, batch, by="Alice")
    ingest.note(province, "events", EVENT, by="Alice")
    assert fingerprint(province) == by_file


@pytest.mark.parametrize(
    ("changed", "field", "kind"),
    [
        ({"title": ""}, "title", "cell.blank"),
        ({"title": "  "}, "title", "cell.blank"),
        ({"on": "31/02/2025"}, "on", "cell.date"),
        ({"kind": "lễ hội"}, "kind", "cell.choice"),
        ({"title": "Gọi ông A 0912345678"}, "title", "cell.personal"),
        ({"source": "a.b@c.vn"}, "source", "cell.personal"),
    ],
)
def test_what_does_not_fit_names_its_field_and_leaves_no_trace(sqlite_store, changed, field, kind):
    before = sqlite_store.revision()
    with pytest.raises(LineRefused) as refused:
        ingest.note(sqlite_store, "events", {**EVENT, **changed}, by="Alice")
    assert [(one.field, one.kind) for one in refused.value.problems] == [(field, kind)]
    assert sqlite_store.revision() == before and events(sqlite_store) == []


def test_every_field_that_does_not_fit_is_told_in_a_sentence(sqlite_store):
    with pytest.raises(LineRefused) as refused:
        ingest.note(sqlite_store, "events", {"on": "mai", "kind": "mốc"}, by="Alice")
    assert refused.value.told() == (
        "“Ngày”: Không đọc được ngày, hoặc ngày không có trong lịch. Ghi ngày/tháng/năm, ví dụ"
        " 31/03/2025. “Tiêu đề”: Ô bắt buộc để trống."
        " Điền giá trị vào ô này. “Nguồn”: Ô bắt buộc để trống. Điền giá trị vào ô này."
    )


def test_words_that_a_file_would_have_to_guess_about_stay_what_they_are(province):
    odd = {**EVENT, "title": 'Tổng cộng; "chốt" số\nliệu, lần 2', "source": "=1+1"}
    ingest.note(province, "events", odd, by="Alice")
    assert events(province)[0][1::2] == (odd["title"], "=1+1")


def test_a_code_of_no_list_is_refused(province):
    target = {"indicator": "procedures_full", "agency": "S9", "value": "70,5", "unit": "%",
              "kind": "mục tiêu", "due_on": "31/12/2025", "source": "Sở Một"}  # fmt: skip
    with pytest.raises(LineRefused, match="agency"):
        ingest.note(province, "targets", target, by="Alice")
    ingest.note(province, "targets", {**target, "agency": "S1"}, by="Alice")


def test_only_reference_kinds_and_their_fields_can_be_written(sqlite_store):
    for kind, fields in (("dossiers", {}), ("events", {"colour": "red"})):
        with pytest.raises(KeyError):
            ingest.note(sqlite_store, kind, fields, by="Alice")


_NOTE = """
import sys
from data_access import ingest
from data_access.store import Store

store = Store.open(sys.argv[1], migrate=False)
store.revision()
print("ready", flush=True)
sys.stdin.readline()
fields = {"on": "15/04/2025", "title": sys.argv[2], "kind": "mốc", "source": sys.argv[3]}
print(ingest.note(store, "events", fields, by=sys.argv[3]))
"""


def test_two_who_write_at_once_both_count_and_the_later_one_of_the_same_record_stands(province):
    for titles, count in ((("Một", "Hai"), 2), (("Ba", "Ba"), 3)):
        writers = [run(_NOTE, url_of(province), title, by) for title, by in zip(titles, "AB", strict=True)]
        for process in writers:
            assert process.stdout.readline() == b"ready\n"
        for process in writers:
            process.stdin.write(b"go\n")
            process.stdin.flush()
        ids = [int(process.communicate(timeout=60)[0]) for process in writers]
        assert len(events(province)) == count
    later = "AB"[ids.index(max(ids))]
    assert authors(province)["2025-04-15|Ba"] == later


def test_when_somebody_else_writes_for_long_it_says_so(sqlite_store):
    impatient = Store.open(str(sqlite_store.engine.url), migrate=False, busy_seconds=0.05)
    with sqlite_store.write(), pytest.raises(StoreBusy):
        ingest.note(impatient, "events", EVENT, by="Alice")
    impatient.close()


def test_the_time_is_that_of_the_batch(province):
    batch = ingest.note(province, "events", EVENT, by="Bob")
    with province.read() as connection:
        at = written(connection, "events")[KEY].at
        assert at == history.batch(connection, batch).staged_at
    assert at.date() >= date(2025, 1, 1)
