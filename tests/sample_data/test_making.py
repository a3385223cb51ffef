"""The same seed gives the same bytes, once made files are left alone, and what is in git is what is made."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sample_data import catalogues, faults
from sample_data.generate import generate
from sample_data.split import by_margins, by_weights
from tests.sample_data.extracts import CATALOGUES


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.csv")}


def test_the_same_seed_gives_the_same_bytes(folder, tmp_path):
    generate(tmp_path)
    again = digests(tmp_path)
    assert len(again) == 5
    assert again.items() <= digests(folder).items()


def test_files_that_are_there_are_left_alone(folder):
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    made = []
    files = generate(folder, lambda share, name: made.append(name))
    assert made == []
    assert before == {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert all(file.exists() for file in files)


def test_a_missing_file_is_made_again(tmp_path):
    generate(tmp_path)
    (tmp_path / "ho-so-2025-01.csv").unlink()
    made = []
    generate(tmp_path, lambda share, name: made.append((share, name)))
    assert len(made) == 5 and made[-1] == (1.0, "ho-so-2025-03.csv")


def test_agencies_come_before_all_that_names_them_and_dossiers_last(folder):
    names = [file.name for file in generate(folder)]
    assert names[0] == "don-vi.csv"
    assert names.index("linh-vuc.csv") < names.index("thu-tuc.csv") < names.index("trang-thai-thu-tuc.csv")
    assert [name for name in names if name.startswith("ho-so")] == names[-4:]


def test_committed_catalogues_are_what_the_code_makes(tmp_path):
    for made in catalogues.make(tmp_path):
        assert made.read_bytes() == (CATALOGUES / made.name).read_bytes(), made.name


def test_catalogues_in_git_are_small():
    assert all(path.stat().st_size < 300_000 for path in CATALOGUES.iterdir())


def test_broken_examples_are_what_the_code_makes(tmp_path):
    for made in faults.make(tmp_path):
        assert made.read_bytes() == (faults.FOLDER / made.name).read_bytes(), made.name


@given(st.integers(0, 10**6), st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_parts_by_weight_add_up_and_miss_the_exact_share_by_less_than_one(total, weights):
    parts = by_weights(total, weights)
    assert parts.sum() == total
    assert (np.abs(parts - np.array(weights) * total / sum(weights)) < 1).all()


@given(st.data())
def test_a_table_keeps_both_margins(data):
    cells = st.lists(st.integers(0, 5000), min_size=4, max_size=4)
    table = np.array(data.draw(st.lists(cells, min_size=1, max_size=9)))
    table[0, 0] += 1
    made = by_margins(table.sum(axis=1), table.sum(axis=0))
    assert (made >= 0).all()
    assert (made.sum(axis=1) == table.sum(axis=1)).all()
    assert (made.sum(axis=0) == table.sum(axis=0)).all()


def test_margins_that_disagree_are_refused():
    with pytest.raises(ValueError, match="same total"):
        by_margins([1, 2], [4])
