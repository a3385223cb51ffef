"""Why a figure changed: the links lead from the first value to the last, batch by batch."""

import random

from data_access import history, ingest
from data_access.ingest import Known
from metrics.revisions import between, chains, steps
from metrics.watched import watched
from tests.tiny import extract, line

ALL = 1_000_000


def put(store, *lines, read=watched, **how) -> int:
    checked = ingest.check(Known.of(store), extract(*lines, **how).encode(), "tep.csv")
    batch = ingest.stage(store, checked, by="Alice")
    ingest.apply(store, batch, by="Alice", read=read)
    return batch


def kept(store):
    with store.read() as connection:
        return steps(history.batches(connection))


def test_each_batch_is_a_link_with_what_was_before_and_after_it(province):
    first = put(province, line("D1"), line("D2"))
    second = put(province, line("D3", agency="X2"))
    chain = chains(kept(province))["dossiers_received"]
    links = [(link.step.batch.id, link.before.part, link.after.part) for link in chain.links]
    assert links == [(first, None, 2), (second, 2, 3)]
    assert (chain.before.part, chain.after.part) == (None, 3)


def test_an_undo_is_a_link_of_its_own(province):
    put(province, line("D1"), line("D2"))
    whole = put(province, line("D1"))
    ingest.undo(province, whole, by="Bob", read=watched)
    links = chains(kept(province))["dossiers_received"].links
    assert [(one.step.verb, one.step.by, one.after.part) for one in links] == [
        ("apply", "Alice", 2), ("apply", "Alice", 1), ("undo", "Bob", 2),
    ]  # fmt: skip


def test_two_revisions_bound_what_is_told(province):
    put(province, line("D1"))
    since = province.revision()
    batch = put(province, line("D1"), line("D2"))
    until = province.revision()
    put(province, line("D1"), line("D2"), line("D3"))
    told = between(kept(province), since, until)
    assert [step.batch.id for step in told] == [batch]
    assert between(kept(province), province.revision(), ALL) == []
    assert chains([]) == {}


def test_a_change_that_nothing_was_kept_of_is_said_and_not_laid_on_a_neighbour(province):
    put(province, line("D1"))
    put(province, line("D1"), line("D2"), read=None)
    put(province, line("D1"), line("D2"), line("D3"))
    links = chains(kept(province))["dossiers_received"].links
    assert [(one.step is None, one.before.part, one.after.part) for one in links] == [
        (False, None, 1), (True, 1, 2), (False, 2, 3),
    ]  # fmt: skip


def test_over_any_history_the_links_add_up_from_first_to_last(sqlite_province):
    store, chance = sqlite_province, random.Random(3)
    applied: list[int] = []
    for number in range(25):
        if applied and chance.random() < 0.35:
            ingest.undo(store, applied.pop(chance.randrange(len(applied))), by="Bob", read=watched)
            continue
        month = chance.choice(["03", "04"])
        lines = [
            line(f"D{n}", agency=chance.choice(["X1", "X2"]), channel=chance.choice([1, 2]),
                 received=f"10/{month}/2025", due="")
            for n in range(chance.randint(1, 6))
        ]  # fmt: skip
        applied.append(put(store, *lines, month=f"{month}/2025", read=None if number == 7 else watched))
    found = kept(store)
    since = chance.choice(found).revision
    for told in (found, between(found, since, ALL)):
        for chain in chains(told).values():
            for one, following in zip(chain.links, chain.links[1:], strict=False):
                assert one.after == following.before
            with_values = [(one.before.part or 0, one.after.part or 0) for one in chain.links]
            assert sum(after - before for before, after in with_values) == (chain.after.part or 0) - (
                chain.before.part or 0
            )
    with store.read() as connection:
        assert (
            chains(found)["dossiers_received"].after.part
            == (watched(connection)["figures"]["dossiers_received"]["part"])
        )
