"""Many rows into one table at once: a name of a column is a name, whoever chose it."""

import polars as pl
import pytest

from data_access.bulk import bulk_insert
from data_access.store import Store


def test_the_name_of_a_column_is_never_read_as_sql(store: Store):
    """A process that a file has taken over names the columns of its answer."""
    name = """code", "name") SELECT 'K', 'smuggled' --"""
    with pytest.raises(Exception, match="smuggled"), store.write() as connection:
        bulk_insert(connection, "sector", pl.DataFrame({name: ["K"], "name": ["x"]}))
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM sector").scalar() == 0


def test_the_name_of_a_column_is_never_read_as_a_place_for_values(sqlite_store: Store):
    rows = pl.DataFrame({"{values}": ["K", "K"], "{0}": ["x", "y"]})
    with sqlite_store.rehearsal() as connection:
        connection.exec_driver_sql('CREATE TEMPORARY TABLE taken ("{values}", "{0}")')
        bulk_insert(connection, "taken", rows)
        assert connection.exec_driver_sql("SELECT * FROM taken").all() == [("K", "x"), ("K", "y")]
