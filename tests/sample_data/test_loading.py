"""How the sample gets into a store."""

import json
from itertools import pairwise

from data_access.history import batches
from data_access.store import Store
from metrics.watched import watched
from tests.demo import copied


def test_each_batch_begins_where_the_one_before_it_ended_and_the_last_where_the_store_stands(tmp_path):
    store = Store.open(f"sqlite:///{copied(tmp_path / 'demo.sqlite')}")
    with store.read() as connection:
        effects = [batch.effect["apply"] for batch in reversed(batches(connection))]
        now = json.loads(json.dumps(watched(connection)))
    store.close()
    assert all(later["before"] == earlier["after"] for earlier, later in pairwise(effects))
    assert effects[-1]["after"] == now
    assert len({json.dumps(effect["after"]) for effect in effects}) > 4
