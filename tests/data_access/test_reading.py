"""Reading by itself: what it leaves out and says, how fast, and what no file makes of it."""

import gzip
import io
import re
import tempfile
import time
import zipfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data_access.errors import FileProblem
from data_access.ingest.limits import size_unpacked
from data_access.ingest.reading.file import read
from data_access.ingest.reading.furniture import furniture
from data_access.ingest.reading.grid import frame, numbered
from language.catalogue import forms
from tests.data_access.files import cases
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, rows, text_of
from tests.data_access.files.workbooks_made import book
from tests.data_access.writing import TREACHEROUS

ROOT = Path(__file__).parents[2]
PLAIN = text_of(rows()).encode()
quickly = settings(deadline=None, max_examples=150)
words = st.sampled_from(
    [*TREACHEROUS, "", "", "120", "12,5", "Xã An Bình", "Người lập biểu", "31/03/2025", "x"]
)


def notes(content: bytes) -> list[tuple]:
    return [(note.kind, note.line, note.detail) for note in read(content, "tep.csv").notes]


def test_a_total_that_differs_says_what_the_file_says_and_what_its_lines_add_up_to():
    total = ["Tổng cộng", "3", *[""] * 9, "5", "", "", "", ""]
    assert notes(text_of([*rows(), total]).encode()) == [
        ("layout.total_differs", 5, "Mã TTHC: 3 ≠ 2; Số hóa thành phần: 5 ≠ 1")
    ]


def test_a_total_of_a_column_is_added_up_with_thousands_and_decimals():
    content = "Chỉ số,Mã đơn vị,Tháng,Giá trị,Đơn vị tính,Ít nhất,Nguồn\n"
    content += 'a,,03/2025,1.200,lượt,0,Báo\nb,,03/2025,"0,5",lượt,0,Báo\n'
    content += 'Cộng,,,"1.200,5",,,\nCộng,,,1.200,,,\n'
    assert notes(content.encode()) == [
        ("layout.total", 4, None),
        ("layout.total_differs", 5, "Giá trị: 1200 ≠ 1200.5"),
    ]


def test_no_note_repeats_what_stands_in_a_row():
    below = [["Tổng cộng", "2"], ["I. Bí mật", *[""] * 15], ["Người lập biểu: Bí Mật"], ["Bí Mật"]]
    assert "mật" not in str(notes(text_of([*rows(), *below]).encode())).lower()


@given(st.lists(st.lists(words, min_size=16, max_size=16), max_size=12), st.data())
@quickly
def test_no_dossier_is_left_out_whatever_stands_around_it(around, data):
    lines = [(row, False) for row in around]
    for code in data.draw(st.lists(st.sampled_from(["D1", "H09-25", *TREACHEROUS]), max_size=4)):
        dossier = [code, *data.draw(st.sampled_from([OPEN, FINISHED]))[1:]]
        lines.insert(data.draw(st.integers(0, len(lines))), (dossier, True))
    cells = [row for row, _ in lines]
    found = furniture(frame(cells, 16), numbered(3, len(cells)), COLUMNS, {tuple(COLUMNS)})
    assert not [cells[index] for index in found.dropped if lines[index][1]]


@given(st.binary(max_size=3000))
@example(b"<table><tr><td>")
@example(b"sep=;")
@example(b"\xff\xfe\x00")
@example(b"\x1f\x8b\x08")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
@quickly
def test_random_bytes_are_read_or_refused_with_a_sentence(content):
    _read_or_refuse(content)


@given(st.data())
@quickly
def test_a_text_with_changed_bytes_is_read_or_refused_with_a_sentence(data):
    original = data.draw(st.sampled_from(_TEXTS))
    _read_or_refuse(_mutated(original, data))


@given(st.data())
@quickly
def test_a_workbook_with_changed_bytes_is_read_or_refused_with_a_sentence(data):
    _read_or_refuse(_mutated(_WORKBOOK, data))


@given(st.data())
@quickly
def test_a_workbook_with_changed_parts_is_read_or_refused_with_a_sentence(data):
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_WORKBOOK)) as before, zipfile.ZipFile(memory, "w", 8) as after:
        changed = data.draw(st.sampled_from(before.namelist()))
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, _mutated(part, data) if name == changed else part)
    _read_or_refuse(memory.getvalue())


@pytest.mark.parametrize(
    "piece", ["1", "1 !", "Tổng cộng 1", "I. a", " ", "a ", "(1", "ngày 1 ", "a:", '"', "\n"]
)
@pytest.mark.parametrize("end", ["", "a", "1", "!"])
def test_no_cell_makes_reading_slow(piece, end):
    """Thirty thousand signs over which a careless search stumbles, in every place of a table."""
    long = piece * (32_000 // len(piece)) + end
    cells = [[long], *rows([long, *OPEN[1:]], [long], ["", long], ["I", long], ["Tổng cộng", long])]
    _read_or_refuse(text_of(cells).encode())
    _read_or_refuse(f"<table><tr><td {long}><td>{long}".encode())


def test_reading_leaves_no_file_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for case in cases():
        _read_or_refuse(case.build()[1])
    assert not list(tmp_path.iterdir())


def test_a_packed_file_is_given_room_for_what_it_unpacks_to_but_not_for_what_it_claims(tmp_path):
    packed = gzip.compress(PLAIN)
    lying = packed[:-4] + b"\xff\xff\xff\xff"
    assert [size_unpacked(content) for content in (PLAIN, packed, lying)] == [
        len(PLAIN), len(PLAIN), 25 * len(lying),
    ]  # fmt: skip
    for content in (b"", b"x", PLAIN, packed):
        file = tmp_path / "x.gz"
        file.write_bytes(content)
        assert size_unpacked(file) == size_unpacked(content)


def test_every_note_has_its_words_in_both_languages():
    written = "\n".join(path.read_text() for path in (ROOT / "data_access" / "ingest").rglob("*.py"))
    kinds = set(re.findall(r'Note\(\s*"([a-z_.]+)"', written))
    kinds |= {f"layout.{kind}" for kind in ("section", "below", "header_again")}
    assert len(kinds) >= 8
    for kind in kinds:
        for lang in ("vi", "en"):
            assert forms(f"issue.{kind}", lang), kind
            assert forms(f"fix.{kind}", lang), kind


def _read_or_refuse(content: bytes) -> None:
    started = time.monotonic()
    try:
        sheet = read(content, "tep")
    except FileProblem as problem:
        assert len(problem.told()) > 20
    else:
        assert sheet.rows.height == len(sheet.lines)
        assert sheet.lines.dtype == pl.UInt32
        assert sheet.lines.is_sorted()
    assert time.monotonic() - started < 10


def _mutated(content: bytes, data) -> bytes:
    """The bytes with some changed, cut out, doubled, or put in."""
    for _ in range(data.draw(st.integers(1, 4))):
        at, until = sorted(data.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
        until = min(until, at + data.draw(st.sampled_from([1, 4, 400])))
        piece = data.draw(st.one_of(st.binary(max_size=6), st.just(content[at:until] * 2), st.just(b"")))
        content = content[:at] + piece + content[until:]
    return content


_WORKBOOK = book(rows())
_TEXTS = [content for case in cases() if len(content := case.build()[1]) < 3000][:100]
