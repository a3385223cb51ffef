"""The sample province says what the newspaper printed, line by line, or the page says why not."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from data_access.store import Store
from metrics.published import ENTRIES, reconciliation
from metrics.read import by
from metrics.scope import PUBLISHED
from tests import demo
from tests.metrics import published_by_sql

MEAN_OF_RATES = re.compile(r"98[.,]14(?!\d)")  # (97,47 + 97,89 + 99,07) / 3: an average of averages

# DESIGN §2: what was printed, and the fraction it must come from.
PRINTED = {
    "procedures_online": ("80.29", (1507, 1877)),
    "procedures_full": ("44", (826, 1877)),
    "procedures_partial": ("36.29", (681, 1877)),
    "target_full": ("70", None),
    "target_full_stretch": ("80", None),
    "dossiers_received": ("299637", (299637, None)),
    "dossiers_online": ("98.53", (295230, 299637)),
    "dossiers_online_province": ("97.47", None),
    "dossiers_online_district": ("97.89", None),
    "dossiers_online_commune": ("99.07", None),
    "cross_boundary_live": ("275", (275, 570)),
    "cross_boundary_building": ("295", (295, 570)),
    "cross_boundary_listed": ("570", None),
    "points_branches": ("9", None),
    "points_reception": ("91", None),
    "connections_departments": ("100", None),
    "connections_vertical": ("4", (4, 6)),
    "connections_api": ("2", None),
    "connections_systems": ("4", None),
    "connections_databases": ("4", None),
    "connections_gis": ("3", None),
    "app_binh_duong_so_installs": ("102000", None),
    "app_binh_duong_so_visits": ("2000000", None),
    "app_chinh_quyen_so_installs": ("3808", None),
    "reform_cut": ("20", None),
    "reform_internal": ("245", None),
    "reform_review": ("524", None),
    "reform_simplify": ("105", None),
    "reform_simplify_rate": ("20", None),
    "reform_cost": ("20", None),
    "target_digitised_input": ("100", None),
    "target_digitised_result": ("100", None),
    "target_cross_boundary": ("100", None),
}
PRINTED_DAYS = {
    "cross_boundary_listed_on": date(2025, 2, 28),
    "cross_boundary_next_on": date(2025, 4, 10),
    "cross_boundary_pilot_on": date(2025, 5, 1),
    "cross_boundary_official_on": date(2025, 7, 1),
    "points_since": date(2024, 12, 2),
    "reform_review_on": date(2025, 4, 30),
    "national_database_on": date(2025, 4, 6),
}
WITHOUT_FIGURE = {
    "reform_done", "national_database_done", "digitisation_done", "training_done", "digital_teams_done",
    "satisfaction_done",
}  # fmt: skip


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.copied(tmp_path_factory.mktemp("published") / "store.sqlite")


@pytest.fixture(scope="session")
def rows(demo_file: Path) -> dict:
    store = Store.open(f"sqlite:///{demo_file}")
    with store.read() as connection:
        found = {row.key: row for row in reconciliation(connection)}
    store.close()
    return found


@pytest.fixture(scope="session")
def by_sql(demo_file: Path) -> dict[str, tuple]:
    return published_by_sql.rows(demo_file)


@pytest.fixture(scope="session")
def printed(demo_file: Path) -> list[dict]:
    """What `python cli.py figures --json` prints."""
    done = subprocess.run(
        [sys.executable, "cli.py", "figures", "--json"],
        cwd=demo.ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{demo_file}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not MEAN_OF_RATES.search(done.stdout)
    return json.loads(done.stdout)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_a_row_is_what_plain_sql_counts(rows: dict, by_sql: dict, entry):
    row, (part, whole) = rows[entry.key], by_sql[entry.key]
    if row.part is None:
        assert (_plain(row.value), row.whole) == (_plain(part), None) and whole is None
    else:
        assert row.part == int(part)
        assert row.whole == (None if whole is None else int(whole))
        if entry.unit == "percent":
            rate = Decimal(int(part)) * 100 / Decimal(int(whole))
            assert row.value == rate.quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_a_difference_is_nothing_or_explained(rows: dict, entry):
    assert rows[entry.key].difference == 0 or entry.explained


def test_the_two_known_differences_are_the_only_ones(rows: dict):
    assert {key: row.difference for key, row in rows.items() if row.difference} == {
        "procedures_full": Decimal("0.01"),
        "procedures_partial": Decimal("-0.01"),
    }


def test_every_figure_of_the_newspaper_has_its_row(rows: dict):
    for key, (published, fraction) in PRINTED.items():
        assert Decimal(rows[key].entry.published) == Decimal(published), key
        if fraction:
            assert (rows[key].part, rows[key].whole) == fraction, key
    assert {key: row.entry.published for key, row in rows.items() if row.entry.unit == "date"} == PRINTED_DAYS
    assert {key for key, row in rows.items() if row.value is None} == WITHOUT_FIGURE
    assert {key for key in rows if key not in {*PRINTED, *PRINTED_DAYS, *WITHOUT_FIGURE}} == {
        "procedures_total", "procedures_full_count", "procedures_partial_count", "connections_vertical_all",
    }  # fmt: skip
    assert {key for key, row in rows.items() if row.entry.inferred} == {"procedures_total", "reform_simplify"}


def test_the_command_line_prints_every_row_as_an_object(printed: list[dict]):
    names = {"key", "published", "part", "whole", "value", "as_of", "source"}
    assert [row["key"] for row in printed] == [entry.key for entry in ENTRIES]
    assert all(set(row) == names and row["source"] for row in printed)
    assert {row["as_of"] for row in printed} == {"2025-03-31"}
    online = next(row for row in printed if row["key"] == "procedures_online")
    assert (online["published"], online["part"], online["whole"], online["value"]) == (
        80.29, 1507, 1877, 80.29,
    )  # fmt: skip


def test_the_levels_add_up_to_the_province_and_are_never_averaged(demo_file: Path, rows: dict):
    store = Store.open(f"sqlite:///{demo_file}")
    with store.read() as connection:
        levels = by(connection, "dossiers_online", PUBLISHED, "level")
    store.close()
    assert sum(one.part for one in levels.values()) == rows["dossiers_online"].part
    assert sum(one.whole for one in levels.values()) == rows["dossiers_online"].whole
    mean = sum(rows[f"dossiers_online_{level}"].value for level in levels) / 3
    assert MEAN_OF_RATES.match(f"{mean:.2f}"), "the rate that must not appear"
    assert not any(MEAN_OF_RATES.search(row.computed_text()) for row in rows.values())


def _plain(value):
    """Dates and numbers as SQLite holds them."""
    if value is None:
        return None
    return str(value) if "-" in str(value)[1:] else Decimal(str(value))
