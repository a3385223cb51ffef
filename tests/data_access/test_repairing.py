"""Codes that a spreadsheet took for numbers are given back, if exactly one known code is the same number."""

import pytest

from data_access.ingest import Known
from data_access.ingest.repairing import repaired
from tests import tiny
from tests.data_access.checks import check, problems
from tests.tiny import extract, line

KNOWN = ("1.001610", "1.001612", "2.000970", "2.000815", "1.010000", "1.01", "05747", "25747", "H09.05")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.00161", "1.001610"),
        ("1,00161", "1.001610"),
        ("2.00097", "2.000970"),
        ("2,000815", "2.000815"),
        ("2.000815 ", "2.000815"),
        ("2000815", "2.000815"),
        ("2.000.815", "2.000815"),
        ("1.00161E+00", "1.001610"),
        ("1,001612E0", "1.001612"),
        ("2.000815.000.00.00.H09", "2.000815"),
        ("5747", "05747"),
        ("005747", "05747"),
        ("25747.0", "25747"),
        ("25.747", "25747"),
        ("25,747", "25747"),
        ('="05747"', "05747"),
        ("'05747", "05747"),
        ("h09.05", None),
        ("1.0016", None),
        ("1.00E+00", None),
        ("1.01000", None),  # two codes are this number
        ("1.001611", None),
        ("9.999999", None),
        ("", None),
    ],
)
def test_a_cell_becomes_the_code_that_it_was(cell, code):
    assert repaired([cell], KNOWN) == ({cell: code} if code else {})


def test_a_known_code_is_never_touched():
    assert repaired(KNOWN, KNOWN) == {}


@pytest.fixture
def with_noughts(sqlite_province) -> Known:
    """The tiny province with a unit and a procedure whose codes a spreadsheet would cut."""
    agencies, procedures = tiny.AGENCIES.splitlines()[0], tiny.PROCEDURES.splitlines()[0]
    tiny.put(sqlite_province, f"{agencies}\n05747,Xã Năm,xã,phường xã,H1,01/12/2024,,1\n", kind="agencies")
    tiny.put(sqlite_province, f"{procedures}\n1.001610,Thủ tục,L1,xã,S1,0\n", kind="procedures")
    return Known.of(sqlite_province)


def test_what_was_given_back_is_taken_and_said_line_by_line(with_noughts):
    lines = [line("D1", agency="5747", procedure="1.00161"), line("D2", agency="05747", procedure="1.001610")]
    checked = check(with_noughts, extract(*lines))
    assert checked.issues.select("line", "kind", "severity", "detail").rows() == [
        (3, "agency.repaired", "warn", "5747 → 05747"),
        (3, "procedure.repaired", "warn", "1.00161 → 1.001610"),
    ]
    assert checked.lines.select("agency", "counter", "procedure").unique().rows() == [
        ("05747@2024-12-01", "05747@2024-12-01", "1.001610")
    ]


def test_a_repaired_line_and_its_twin_are_one(with_noughts):
    lines = [line("D1", agency="5747"), line("D1", agency="05747")]
    assert (check(with_noughts, extract(*lines)).repeated, len(lines)) == (1, 2)


def test_reference_records_get_their_codes_back_too(with_noughts):
    content = f"{tiny.STATES.splitlines()[0]}\n1.00161,phi địa giới,danh mục,28/02/2025\n"
    checked = check(with_noughts, content)
    assert checked.lines["procedure"].to_list() == ["1.001610"]
    assert problems(checked) == [(2, "Mã TTHC", "code.repaired")]
