"""What came of a file in words: its numbers, and what a person had better look at twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from commands.terminal import console
from data_access.agencies import units_by_key
from data_access.left_out import LeftOut
from data_access.store import Store
from data_access.waiting import Waiting
from language import t, tn
from language.numbers import moment
from reports.left_out_words import left_out_words
from reports.unusual_words import sentence

_SHOWN = ("file", "batch", "new", "changed", "unchanged", "withdrawn", "rejected")


def show(store: Store, result: dict) -> None:
    """One file that was taken; `result` is what `ingest --json` prints of it."""
    words = {**{name: result[name] for name in _SHOWN}, "batch": str(result["batch"])}
    console.print(t("cli.ingested", **words, outcome=t(f"cli.outcome.{result['outcome']}")))
    show_cautions(store, result)


def show_cautions(store: Store, result: dict) -> None:
    """What the page of the batch would have warned of."""
    for said in _cautions(result, _names(store) if result["unusual"] or result["held"] else {}):
        console.print(said)


def show_waiting(found: Iterable[Waiting]) -> None:
    """That the very same file waits in other batches."""
    for one in found:
        console.print(t("batch.also_waiting", batch=str(one.batch), who=one.by, when=moment(one.at)))


def show_left_out(store: Store, found: Sequence[LeftOut]) -> None:
    """That a supplement corrects lines of agencies whose other lines stayed behind."""
    if found:
        console.print(left_out_words(found, _names(store)), t("batch.left_out_help"))


def _cautions(result: dict, names: Mapping[str, str]) -> Iterator[str]:
    """The warnings of the page of a batch, in its order."""
    if result["withdrawn"] > result["new"] + result["changed"] + result["unchanged"]:
        yield tn("batch.many_withdrawn", result["withdrawn"])
    for one in result["unusual"]:
        yield t("cli.unusual", said=sentence(one, names))
    if held := result["held"]:
        yield tn("batch.held", len(held), agencies=", ".join(names.get(key, key) for key in held))
        others = result["others"]
        yield tn("batch.only_others", others) if others else f"{t('batch.none_replaced')}."
    if result["unseen"]:
        yield tn("cli.unseen", result["unseen"])


def _names(store: Store) -> dict[str, str]:
    with store.read() as connection:
        return {key: unit.name for key, unit in units_by_key(connection).items()}
