"""`ingest`: files into what counts, in the order given."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from glob import glob
from hashlib import file_digest
from pathlib import Path
from typing import Annotated

import typer

from commands.both_sides import BothSides
from commands.checking import Agency, Columns, said
from commands.issues import show_issues
from commands.outcome import show, show_left_out, show_waiting
from commands.terminal import (
    DONE,
    REJECTED_SOME,
    AsJson,
    By,
    month_named,
    opened,
    print_json,
    refusals,
    refuse,
    waiting,
)
from data_access import ingest
from data_access.history import same_file_applied
from data_access.ingest.held import not_held
from data_access.ingest.known import Known
from data_access.left_out import left_out
from data_access.store import Store
from data_access.waiting import also_waiting
from language import t

ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".xlsm", ".gz")  # of the files taken from a folder
_NOTHING = {
    **dict.fromkeys(("new", "changed", "unchanged", "withdrawn", "rejected", "unseen", "others"), 0),
    "held": (),
    "unusual": (),
    "also_waiting": (),
    "left_out": (),
}


@dataclass(frozen=True)
class Wanted:
    """How each file is to be taken."""

    by: str
    kind: str | None
    month: str | None
    agency: str | None
    column: list[str] | None
    supplement: bool
    dry_run: bool
    valid_only: bool
    silent: bool  # JSON only, no problems in words


def ingest_files(
    files: Annotated[list[str], typer.Argument(help="Files, folders, or patterns such as 'thang-4/*.xlsx'.")],
    by: By = "cli",
    kind: str | None = None,
    month: str | None = None,
    agency: Agency = None,
    column: Columns = None,
    supplement: Annotated[bool, typer.Option(help="Add to the month instead of replacing it.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Compare, then set aside.")] = False,
    valid_only: Annotated[
        bool, typer.Option(help="Leave out agencies that rejected lines hold back.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check, stage, compare and apply files, in the order given. Stops at the first that is refused."""
    month_named(month)  # a wrong month is wrong usage, before anything is read
    wanted = Wanted(by, kind, month, agency, column, supplement, dry_run, valid_only, as_json)
    store, results = opened(), []
    try:
        with refusals():
            listed = _listed(files)
        for file in listed:
            results.append(_ingest(store, file, wanted))
            if not as_json:
                show(store, results[-1])
    finally:  # also when one was refused: those before it are in
        if as_json:
            print_json(results)
    raise typer.Exit(REJECTED_SOME if any(result["rejected"] for result in results) else DONE)


def _listed(given: Iterable[str]) -> list[Path]:
    """The files meant, each once: what a folder holds and what a pattern fits, by name."""
    found: list[Path] = []
    for name in given:
        path = Path(name)
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.suffix.casefold() in ENDINGS)
        elif path.exists() or not any(mark in name for mark in "*?["):
            inside = [path]
        else:
            inside = [Path(match) for match in sorted(glob(name))]
        if not inside:
            refuse(t("cli.no_files", given=name))
        found += inside
    return list(dict.fromkeys(found))


def _ingest(store: Store, file: Path, wanted: Wanted) -> dict:
    with refusals(), file.open("rb") as content, store.read() as connection:
        again = same_file_applied(connection, file_digest(content, "sha256").hexdigest())
    if again and not wanted.month:  # a file without a month may be applied to several
        return {"file": file.name, "batch": again, **_NOTHING, "outcome": "same_file"}
    batch = _staged(store, file, wanted)
    with refusals(_left(batch)), store.read() as connection:
        same_file, behind = also_waiting(connection, batch), left_out(connection, batch)
    if not wanted.silent:
        show_waiting(same_file)
        show_left_out(store, behind)
    with waiting(t("cli.applying", file=file.name)):
        found = (_rehearsed if wanted.dry_run else _applied)(store, batch, wanted)
    told = {"also_waiting": same_file, "left_out": [one._asdict() for one in behind]}
    return {"file": file.name, **found, **told}


def _staged(store: Store, file: Path, wanted: Wanted) -> int:
    """The batch of a file, written while its lines are being checked; what is wrong is told in any case."""
    how = said(wanted.kind, wanted.month, wanted.agency, wanted.column)
    mode = "supplement" if wanted.supplement else None
    with refusals(file=file.name), ExitStack() as process:
        with waiting(t("cli.checking", file=file.name)):
            checking = ingest.checking_apart(partial(Known.of, store), file, **how)
            arriving = process.enter_context(checking)
        try:
            with waiting(t("cli.staging", file=file.name)):
                return ingest.stage(store, arriving, by=wanted.by, mode=mode)
        finally:
            if arriving.whole() and not wanted.silent:
                show_issues(arriving.whole())


def _rehearsed(store: Store, batch: int, wanted: Wanted) -> dict:
    """What a batch would change. Whatever is found, it is set aside: nothing of a dry run waits."""
    with refusals():
        try:
            seen, unusual = ingest.compare(store, batch), []
            if not (seen.outdated or seen.all_held):
                sides = _both_sides(store, seen)
                ingest.rehearse(store, batch, sides.read)
                unusual = sides.unusual()
        finally:
            ingest.discard(store, batch, by=wanted.by)
    return {**vars(seen), "batch": batch, "unusual": unusual, "outcome": "dry_run"}


def _applied(store: Store, batch: int, wanted: Wanted) -> dict:
    """What a batch has changed; where it is asked for, a copy of it without held-back agencies. Who these are
    and what was rejected is told of the file in either case."""
    with refusals(_left(batch)):
        seen = first = ingest.compare(store, batch)
        if wanted.valid_only and first.held:
            copy = ingest.restage(store, batch, by=wanted.by, without=first.held)
            ingest.discard(store, batch, by=wanted.by)
            batch, seen = copy, ingest.compare(store, copy)
    with refusals(_left(batch)):
        sides = _both_sides(store, seen)
        ingest.apply(store, batch, by=wanted.by, seen=seen, read=sides.read)
    of_file = {"held": first.held, "rejected": first.rejected}
    return {**vars(seen), **of_file, "batch": batch, "unusual": sides.unusual(), "outcome": "applied"}


def _both_sides(store: Store, seen: "ingest.Comparison") -> BothSides:
    with store.read() as connection:
        return BothSides(not_held(connection, seen.batch_id, seen.held))


def _left(batch: int) -> str:
    return t("cli.left_staged", batch=str(batch))
