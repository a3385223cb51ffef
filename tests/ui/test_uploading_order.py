"""Files chosen at once: put in the order of applying them, each checked when its lists are in."""

import random
import re
import time
from pathlib import Path

import pytest

from data_access import ingest
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from sample_data.generate import generate
from sample_data.load import FOLDER, STATUSES
from tests import demo, tiny
from tests.graphics.reading import reads
from tests.stores import copy_of_file
from tests.tiny import extract, line
from tests.ui.app import shown
from ui import uploading_order
from ui import uploading_queue as queue

HEADER = tiny.AGENCIES.splitlines()[0]
UNITS = f"{HEADER}\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n".encode()
FOLLOWED = (
    "Mã đơn vị cũ,Hiệu lực cũ từ,Mã đơn vị mới,Hiệu lực mới từ,Kiểu\nX2,01/12/2024,X4,01/12/2024,một phần\n"
)
DOSSIERS = extract(line("D1", agency="X4"), line("D2", agency="X2")).encode()


@pytest.fixture
def on_province(sqlite_province, reader):
    """The queue works on the province of the test; what it still holds in the end is let go."""
    page = reader(sqlite_province)
    yield page, sqlite_province
    queue._arrivals.clear()


def chosen(*files: tuple[str, bytes]) -> list[queue.Arrival]:
    tokens = queue.send_together(files, queue.Answers(), by="Lan")
    return [at_rest(queue.arrival(token)) for token in tokens]


def at_rest(*arrivals: queue.Arrival) -> queue.Arrival:
    deadline = time.monotonic() + 120
    while not all(one.at_rest for token in arrivals[0].together for one in [queue.arrival(token)]):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return arrivals[0]


def test_no_list_is_held_against_one_that_stands_after_it():
    for kind in uploading_order.needed_by("dossiers"):
        for needed in uploading_order.needed_by(kind):
            assert (
                uploading_order.rank(needed) < uploading_order.rank(kind) < uploading_order.rank("dossiers")
            )


def test_dossiers_are_checked_when_the_lists_chosen_with_them_are_applied(on_province):
    _, store = on_province
    dossiers, units = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", UNITS))
    assert (dossiers.step, dossiers.batch_id, units.step) == ("held", None, "done")
    assert queue.awaited(dossiers) == [units]

    ingest.apply(store, units.batch_id, by="Lan")
    queue.go_on([dossiers])
    at_rest(dossiers)
    assert not ingest.compare(store, dossiers.batch_id).rejected
    assert dossiers.content is None


def test_a_list_that_is_set_aside_holds_nothing_up(on_province):
    _, store = on_province
    dossiers, units = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", UNITS))
    ingest.discard(store, units.batch_id, by="Lan")
    queue.go_on([dossiers])
    at_rest(dossiers)
    assert ingest.compare(store, dossiers.batch_id).rejected == 1  # X4 is not known


def test_a_list_that_cannot_be_taken_holds_nothing_up(on_province):
    dossiers, empty = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", b""))
    assert empty.problem and at_rest(dossiers).batch_id


def test_dossiers_of_two_months_wait_for_no_other(on_province):
    april = extract(line("D9", received="02/04/2025"), month="04/2025").encode()
    march, later = chosen(("ho-so-3.csv", DOSSIERS), ("ho-so-4.csv", april))
    assert march.batch_id and later.batch_id


def test_the_page_puts_files_in_order_says_for_what_one_waits_and_leads_on(on_province):
    page, store = on_province
    files = ("ho-so.csv", DOSSIERS), ("ke-thua.csv", FOLLOWED.encode()), ("don-vi.csv", UNITS)
    dossiers, _, units = chosen(*files)
    tokens = ",".join(dossiers.together)
    words = reads(shown(page.open("upload", tep=tokens)))
    assert "thứ tự phải áp dụng" in words
    placed = [words.index(said) for said in ("Đã đọc xong: don-vi", "ke-thua.csv chờ", "ho-so.csv chờ")]
    assert placed == sorted(placed)
    assert "Cần áp dụng hoặc bỏ trước: don-vi.csv, ke-thua.csv" in words

    ingest.apply(store, units.batch_id, by="Lan")
    at = page.open("upload", lo=str(units.batch_id), tep=tokens)
    at_rest(dossiers)
    words = reads(shown(at.run()))
    assert "Tiếp theo, theo thứ tự: 2 tệp chọn cùng lúc ke-thua.csv Xem lô" in words
    assert "ho-so.csv Cần áp dụng hoặc bỏ trước: ke-thua.csv." in words


def test_a_page_that_was_left_finds_what_still_waits_and_a_stranger_does_not(on_province):
    page, _ = on_province
    dossiers, _ = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", UNITS))
    at = page.open("upload", tep=",".join(dossiers.together))
    at.query_params.clear()  # as a change of page does
    assert "ho-so.csv chờ được kiểm tra" in reads(shown(at.run()))
    assert "ho-so.csv" not in reads(shown(page.open("upload")))


def test_a_page_that_was_left_for_the_batch_of_a_list_finds_what_still_waits(on_province):
    page, _ = on_province
    dossiers, units = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", UNITS))
    at = page.open("upload", lo=str(units.batch_id), tep=",".join(dossiers.together))
    at.query_params.clear()
    assert "ho-so.csv chờ được kiểm tra" in reads(shown(at.run()))


def test_a_held_file_can_be_dropped(on_province):
    page, _ = on_province
    dossiers, units = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", UNITS))
    at = page.open("upload", tep=",".join(dossiers.together))
    at.button(key=f"drop-{dossiers.token}").click().run()
    assert queue.arrival(dossiers.token) is None
    assert str(units.batch_id) in at.query_params["lo"]  # the one file that is left went well
    at.query_params.clear()
    assert "ho-so.csv" not in reads(shown(at.run()))


def test_a_file_that_is_forgotten_while_the_page_looks_is_passed_over(on_province, monkeypatch):
    page, _ = on_province
    dossiers, units = chosen(("ho-so.csv", DOSSIERS), ("don-vi.csv", UNITS))
    at = page.open("upload", tep=",".join(dossiers.together))
    at.query_params.clear()
    queue.forget(units.token)
    monkeypatch.setattr(queue, "awaited", lambda one: [units])
    assert "ho-so.csv chờ được kiểm tra" in reads(shown(at.run()))


def test_all_of_july_chosen_at_once_in_any_order_counts_as_one_after_the_other(reader, tmp_path, listed):
    one_by_one, at_once = (next(copy_of_file(listed, tmp_path / name)) for name in ("a.sqlite", "b.sqlite"))
    files = [(path.name, path.read_bytes()) for path in july()]
    for name, content in files:
        checked = ingest.check(Known.of(one_by_one), content, name)
        ingest.apply(one_by_one, ingest.stage(one_by_one, checked, by="Lan"), by="Lan")

    reader(at_once)
    random.Random(766).shuffle(files)
    left = chosen(*files)
    while left:
        ready = [one for one in left if one.batch_id]
        assert ready, [(one.name, one.step) for one in left]
        for one in ready:
            ingest.apply(at_once, one.batch_id, by="Lan")
        left = [one for one in left if one not in ready]
        queue.go_on(left)
        if left:
            at_rest(left[0])
    assert fingerprint(at_once) == fingerprint(one_by_one)


def july() -> list[Path]:
    """The six files of July in the order of sample_data/README.md."""
    demo.later()
    text = (demo.ROOT / "sample_data" / "README.md").read_text("utf-8")
    return [FOLDER / f"{name}.csv" for name in re.findall(r"`([a-z-]+-2025-07)`", text)]


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with every list of the sample province and no dossier."""
    file = tmp_path_factory.mktemp("lists") / "store.sqlite"
    store = Store.open(f"sqlite:///{file}")
    for path in (STATUSES, *(path for path in generate(FOLDER) if not path.name.startswith("ho-so-"))):
        ingest.apply(store, ingest.stage(store, ingest.check(Known.of(store), path), by="Lan"), by="Lan")
    store.close()
    return file
