"""A large text is looked through and read piece by piece: where it is cut changes nothing."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.errors import FileProblem
from data_access.ingest.reading import encodings, text
from data_access.ingest.reading.file import read
from tests.tiny import extract, line

PLAIN = line("D1")
ROWS = st.sampled_from(
    [
        PLAIN, line("H2"), "", "  ", "," * 15, "D3,1.000001", PLAIN + ",,,", "Tổng cộng,3", line("Đ4"),
        line('"D5\nx"'), line('"D6"'), line("D\u200b7"), line(unicodedata.normalize("NFD", "Hồ sơ")),
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def outcome(content: bytes, size: int, monkeypatch: pytest.MonkeyPatch) -> tuple:
    monkeypatch.setattr(text, "_PIECE", size)
    monkeypatch.setattr(encodings, "_PIECE", size)
    try:
        sheet = read(content, "x.csv")
    except FileProblem as problem:
        return problem.key, problem.params
    return sheet.rows.rows(), sheet.lines.to_list(), sheet.too_long, sheet.notes, sheet.delimiter


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROWS, min_size=1, max_size=12), ENDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
       st.integers(1, 300))  # fmt: skip
def test_a_text_read_in_pieces_is_the_text_read_whole(monkeypatch, rows, end, encoding, size):
    content = extract(*rows).replace("\n", end).encode(encoding)
    assert outcome(content, size, monkeypatch) == outcome(content, 10**9, monkeypatch)


def test_a_letter_that_is_no_utf_8_in_the_last_piece_is_found(monkeypatch):
    content = extract(*[PLAIN] * 50).encode() + b"\xff\n"
    assert outcome(content, 100, monkeypatch) == outcome(content, 10**9, monkeypatch)
    assert outcome(content, 100, monkeypatch)[0].startswith("file.")
