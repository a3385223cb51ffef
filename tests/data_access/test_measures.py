"""The measures have one wording and one order, for files as for the store."""

from data_access.measures import MEASURES
from data_access.tables import sums


def test_what_lines_add_up_to_is_what_the_store_keeps():
    assert MEASURES == sums.MEASURES
