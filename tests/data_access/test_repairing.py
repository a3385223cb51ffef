"""Codes that a spreadsheet took for numbers are given back, if exactly one known code is the same number."""

import pytest

from data_access.ingest.repairing import repaired

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
