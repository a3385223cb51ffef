"""A file whose system has no ratings can be loaded: a person says that the column is not there."""

import pytest

from data_access.errors import ColumnsUnclear
from data_access.ingest import Known, check
from tests.tiny import extract, line
from ui.uploading_queue import can_be_answered

NOBODY = Known((), {}, frozenset(), frozenset(), ())


@pytest.mark.parametrize(("header", "answerable"), [("Mức hài lòng", True), ("Ngày tiếp nhận", False)])
def test_a_missing_column_without_candidates_can_be_answered_if_it_may_be_spared(header, answerable):
    names = extract().splitlines()[1].split(",")
    at = names.index(header)
    body = line().split(",")
    rows = [names[:at] + names[at + 1 :], body[:at] + body[at + 1 :]]
    content = "Tháng 03/2025\n" + "\n".join(",".join(row) for row in rows)
    with pytest.raises(ColumnsUnclear) as refused:
        check(NOBODY, content.encode())
    assert can_be_answered(refused.value) is answerable
