"""Rows that share combinations of values come out of the store as they went in, one by one."""

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import combining
from data_access.store import Store

ROWS = st.lists(
    st.tuples(
        st.sampled_from(["K1", "K2"]),
        st.sampled_from(["", "x", "ử"]),
        st.sampled_from([None, True, False]),
        st.sampled_from([None, 0, 3]),
    ),
    max_size=12,
)
NAMES = ("kind", "name", "is_open", "number")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROWS, max_size=3), st.integers(1, 4))
def test_each_row_comes_back_whole_and_in_its_order(sqlite_store: Store, monkeypatch, frames, most):
    monkeypatch.setattr(combining, "_MOST", most)
    schema = {"kind": pl.String, "name": pl.String, "is_open": pl.Boolean, "number": pl.Int64}
    with sqlite_store.rehearsal() as connection:
        connection.exec_driver_sql("CREATE TEMPORARY TABLE taken (line INTEGER, kind, name, is_open, number)")
        with combining.inserting(connection, "taken", (("kind", "is_open"), ("number",))) as insert:
            for rows in frames:
                insert(pl.DataFrame(rows, schema=schema, orient="row").with_row_index("line"))
        kept = connection.exec_driver_sql(f"SELECT {', '.join(NAMES)} FROM taken ORDER BY rowid").all()
    assert [tuple(row) for row in kept] == [row for rows in frames for row in rows]


def test_the_name_of_a_column_is_never_read_as_a_place_for_values(sqlite_store: Store):
    rows = pl.DataFrame({"{line}": [1, 2], "{values}": ["K", "K"]})
    with sqlite_store.rehearsal() as connection:
        connection.exec_driver_sql('CREATE TEMPORARY TABLE taken ("{line}", "{values}")')
        with combining.inserting(connection, "taken", (("{values}",),)) as insert:
            insert(rows)
        assert connection.exec_driver_sql("SELECT * FROM taken").all() == [(1, "K"), (2, "K")]
