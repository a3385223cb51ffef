"""The command line: what a page can do, a script can do, by the same rules.

Exit codes: 0 done · 1 the file or the request was refused; of several files, those before it stand ·
2 wrong usage · 3 done, but some lines were rejected · 4 the store is busy, full, read-only or gone: the
same request works once it is back.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

import language
from data_access import ingest
from data_access.errors import ProductError, StoreProblem
from data_access.history import batches as all_batches
from data_access.history import same_file_applied
from data_access.ingest import Known
from data_access.store import Store
from language import t
from language.numbers import count, day, month_long

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
console = Console(markup=False)  # file names and headers are not ours: [/x] would be read as markup
REFUSED, REJECTED_SOME, STORE_UNUSABLE = 1, 3, 4

By = Annotated[str, typer.Option(help="Who does it; recorded with the batch.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


@app.callback()
def main(lang: Annotated[str, typer.Option(help="vi or en.")] = "vi") -> None:
    """Một Cửa IOC on whatever store DATABASE_URL names (default: the SQLite file of `make run`)."""
    language.use(lang)


@app.command()
def demo(
    if_empty: Annotated[bool, typer.Option(help="Do nothing if the store holds anything.")] = False,
    reset: Annotated[bool, typer.Option(help="Delete the SQLite store first.")] = False,
    later: Annotated[bool, typer.Option(help="Also make April to September 2025, to upload.")] = False,
) -> None:
    """Create and migrate the store and load the sample province through ingest."""
    from sample_data.load import is_wanted, load

    if reset:
        _delete_store()
    if later:
        from sample_data.generate import generate_later

        generate_later()
    store = _store()
    if not is_wanted(store):
        if not if_empty:
            _refuse(t("cli.demo_not_empty"))
        return
    with _progress() as progress:
        task = progress.add_task(t("cli.loading"), total=1.0)
        load(
            store,
            lambda share, name: progress.update(task, completed=share, description=name or t("cli.loading")),
        )
    console.print(t("cli.demo_loaded"))


@app.command()
def figures(as_json: AsJson = False) -> None:
    """Every row of Đối chiếu: published against computed."""
    from metrics.published import reconciliation

    with _store().read() as connection:
        rows = reconciliation(connection)
    if as_json:
        print(json.dumps([row.plain() for row in rows], ensure_ascii=False, indent=1))
        return
    table = Table(t("cli.figure"), t("cli.published"), t("cli.computed"), t("cli.fraction"), box=None)
    for row in rows:
        fraction = f"{count(row.part)}/{count(row.whole)}" if row.whole is not None else ""
        table.add_row(t(f"published.{row.key}"), row.published_text(), row.computed_text(), fraction)
    console.print(table)


@app.command()
def check(file: Path, kind: str | None = None, month: str | None = None, as_json: AsJson = False) -> None:
    """Say what is wrong with a file, line by line. Writes nothing."""
    with _refusals():
        checked = ingest.check_apart(Known.of(_store()), file, kind=kind, month=_month(month))
    if as_json:
        print(json.dumps(_plain(checked), ensure_ascii=False, default=str))
    else:
        _show(checked)
    raise typer.Exit(REJECTED_SOME if len(checked.rejected) else 0)


@app.command(name="ingest")
def ingest_files(
    files: list[Path],
    by: By = "cli",
    kind: str | None = None,
    month: str | None = None,
    supplement: Annotated[bool, typer.Option(help="Add to the month instead of replacing it.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Compare, then set aside.")] = False,
    valid_only: Annotated[
        bool, typer.Option(help="Leave out agencies that rejected lines hold back.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check, stage, compare and apply files, in the order given."""
    store, results = _store(), []
    try:
        for file in files:
            with _refusals():
                results.append(_ingest(store, file, by, kind, _month(month), supplement, dry_run, valid_only))
    finally:  # also when one was refused: those before it are in
        if as_json:
            print(json.dumps(results, ensure_ascii=False, default=str))
        else:
            for result in results:
                console.print(t("cli.ingested", **{k: v for k, v in result.items() if k in _SHOWN}))
    raise typer.Exit(REJECTED_SOME if any(result["rejected"] for result in results) else 0)


@app.command()
def undo(batch: int, by: By = "cli") -> None:
    """Make an applied batch count no more; the store is then as if it had never been applied."""
    from metrics.watched import watched

    with _refusals():
        ingest.undo(_store(), batch, by=by, read=watched)
    console.print(t("cli.undone", batch=str(batch)))


@app.command()
def batches(as_json: AsJson = False) -> None:
    """Every batch, newest first."""
    with _store().read() as connection:
        found = all_batches(connection)
    if as_json:
        print(json.dumps([vars(batch) for batch in found], ensure_ascii=False, default=str))
        return
    table = Table(
        "#",
        *(t(f"cli.column_{name}") for name in ("kind", "months", "lines", "state", "file", "by")),
        box=None,
    )
    for batch in found:
        months = ", ".join(month_long(month) for month in batch.months)
        lines = f"{count(batch.accepted)} / {count(batch.total)}"
        when = batch.undone_at or batch.applied_at or batch.staged_at
        state = f"{t(f'state.{batch.state}')} {day(when.date())}"
        table.add_row(
            str(batch.id), t(f"kind.{batch.kind}"), months, lines, state, batch.file_name, batch.staged_by
        )
    console.print(table)


_SHOWN = ("file", "batch", "new", "changed", "unchanged", "withdrawn", "rejected", "outcome")


def _ingest(store, file, by, kind, month, supplement, dry_run, valid_only) -> dict:
    from hashlib import sha256

    from metrics.watched import watched

    with store.read() as connection:
        again = same_file_applied(connection, sha256(file.read_bytes()).hexdigest())
    if again and not month:  # a file without a month may be applied to several
        counts = dict.fromkeys(("new", "changed", "unchanged", "withdrawn", "rejected", "unseen"), 0)
        return {"file": file.name, "batch": str(again), **counts, "outcome": t("cli.same_file")}
    checked = ingest.check_apart(Known.of(store), file, kind=kind, month=month)
    batch = ingest.stage(store, checked, by=by, mode="supplement" if supplement else None)
    seen = ingest.compare(store, batch)
    if valid_only and seen.held:
        held, first = seen.held, batch
        batch = ingest.restage(store, first, by=by, without=held)
        ingest.discard(store, first, by=by)
        seen = ingest.compare(store, batch)
    if dry_run:
        ingest.discard(store, batch, by=by)
    else:
        ingest.apply(store, batch, by=by, seen=seen, read=watched)
    outcome = t("cli.dry_run") if dry_run else t("state.applied")
    return {"file": file.name, **vars(seen), "batch": str(batch), "outcome": outcome}


def _plain(checked) -> dict:
    recognised = checked.recognised
    return {
        "kind": checked.contract.kind,
        "month": recognised.month,
        "as_of": checked.as_of,
        "synthetic": recognised.synthetic,
        "total": checked.total,
        "accepted": len(checked.lines),
        "rejected": len(checked.rejected),
        "repeated": checked.repeated,
        "dropped_columns": recognised.dropped,
        "issues": checked.issues.to_dicts(),
    }


def _show(checked) -> None:
    recognised = checked.recognised
    month = month_long(recognised.month) if recognised.month else "—"
    kind = t(f"kind.{checked.contract.kind}")
    console.print(t("cli.checked", kind=kind, month=month, total=checked.total, good=len(checked.lines),
                    rejected=len(checked.rejected)))  # fmt: skip
    if recognised.dropped:
        console.print(t("cli.dropped", columns=", ".join(recognised.dropped)))
    for issue in checked.issues.head(50).iter_rows(named=True):
        reason, fix = t(f"issue.{issue['kind']}"), t(f"fix.{issue['kind']}")
        line = t("cli.issue", line=str(issue["line"]), column=issue["column"] or "—", reason=reason, fix=fix)
        console.print(f"{line} [{issue['detail']}]" if issue["detail"] else line)


def _month(text: str | None) -> date | None:
    """2025-04 or 04/2025 as the first of that month."""
    if text is None:
        return None
    for form in ("%Y-%m", "%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise typer.BadParameter(t("cli.bad_month", given=text))


def _progress() -> Progress:
    words, share = TextColumn("{task.description:<28}"), TextColumn("{task.percentage:>3.0f} %")
    return Progress(words, BarColumn(), share, TimeElapsedColumn(), console=console)


class _refusals:
    """Foreseen problems as one sentence on standard error and an exit code."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind, error, _trace) -> None:
        if isinstance(error, ProductError):
            _refuse(error.told(), STORE_UNUSABLE if isinstance(error, StoreProblem) else REFUSED)
        if isinstance(error, OSError):
            _refuse(t("cli.no_file", file=str(error.filename)))


def _refuse(sentence: str, code: int = REFUSED) -> None:
    print(sentence, file=sys.stderr)
    raise typer.Exit(code)


def _store() -> Store:
    """The store of DATABASE_URL, migrated; or a sentence why there is none."""
    with _refusals():
        return Store.open()


def _delete_store() -> None:
    from sqlalchemy.engine import make_url

    from data_access.settings import Settings

    url = make_url(Settings().database_url)
    if url.get_backend_name() != "sqlite":
        _refuse(t("cli.reset_sqlite_only"))
    for suffix in ("", "-wal", "-shm"):
        Path(f"{url.database}{suffix}").unlink(missing_ok=True)


if __name__ == "__main__":
    app()
