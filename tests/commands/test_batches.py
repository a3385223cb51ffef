"""`batches` can be read in a terminal of any width."""

import shutil

from tests.processes import cli

NAME = "so-lieu-ho-so-xa-an-binh-thang-03-2025-ban-da-sua-lan-2.csv"


def listed(url: str, columns: int) -> list[str]:
    lines = cli(url, "batches", COLUMNS=str(columns)).stdout.splitlines()
    assert all(len(line) <= columns for line in lines)
    return lines


def test_a_narrow_terminal_folds_the_name_of_a_file_and_cuts_nothing(url, good):
    cli(url, "ingest", shutil.copy(good, good.with_name(NAME)))
    lines = listed(url, 80)
    start = next(line.index("Tệp") for line in lines if "Tệp" in line)
    rows = [at for at, line in enumerate(lines) if line.split()[0].isdecimal()]
    assert "".join(line[start:].strip() for line in lines[rows[0] : rows[1]]) == NAME
    assert "…" not in "".join(lines)


def test_who_and_how_many_lines_are_left_out_first(url):
    wide, narrow, narrower = ("".join(listed(url, columns)[:2]) for columns in (110, 80, 60))
    assert "Người nạp" in wide
    assert "Người nạp" not in narrow and "Dòng nhận" in narrow
    assert "Dòng nhận" not in narrower and "Trạng thái" in narrower
