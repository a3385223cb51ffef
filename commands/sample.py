"""`demo` loads the sample province; `figures` holds it against what was published."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.terminal import AsJson, console, opened, print_json, refuse
from language import t
from language.numbers import count

if TYPE_CHECKING:
    from rich.progress import Progress


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
        from sample_data.report_06a import generate_report

        generate_report()  # and the extracts that it is made from
    store = opened()
    if not is_wanted(store):
        if not if_empty:
            refuse(t("cli.demo_not_empty"))
        return
    with _progress() as progress:
        task = progress.add_task(t("cli.loading"), total=1.0)
        load(
            store,
            lambda share, name: progress.update(task, completed=share, description=name or t("cli.loading")),
        )
    console.print(t("cli.demo_loaded"))


def figures(as_json: AsJson = False) -> None:
    """Every row of Đối chiếu: published against computed."""
    from rich.table import Table

    from metrics.published import reconciliation

    with opened().read() as connection:
        rows = reconciliation(connection)
    if as_json:
        print_json([row.plain() for row in rows])
        return
    table = Table(t("cli.figure"), t("cli.published"), t("cli.computed"), t("cli.fraction"), box=None)
    for row in rows:
        fraction = f"{count(row.part)}/{count(row.whole)}" if row.whole is not None else ""
        table.add_row(t(f"published.{row.key}"), row.published_text(), row.computed_text(), fraction)
    console.print(table)


def _progress() -> "Progress":
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    words, share = TextColumn("{task.description:<28}"), TextColumn("{task.percentage:>3.0f} %")
    return Progress(words, BarColumn(), share, TimeElapsedColumn(), console=console)


def _delete_store() -> None:
    from sqlalchemy.engine import make_url

    from data_access.settings import Settings

    url = make_url(Settings().database_url)
    if url.get_backend_name() != "sqlite":
        refuse(t("cli.reset_sqlite_only"))
    for suffix in ("", "-wal", "-shm"):
        Path(f"{url.database}{suffix}").unlink(missing_ok=True)
