"""What journeys with a file share: the file in, the page at rest, a decision said yes to."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.e2e.chromium import wait_until_idle
from tests.e2e.server import Server
from tests.processes import cli
from tests.tiny import extract, line

PATIENCE = 180_000  # milliseconds; how fast it is, the benchmarks measure
COMPARED = "Chỉ số trước → sau"


def put(page: Page, *files: Path) -> None:
    """Upload and wait for the comparison of the batch."""
    choose(page, *files)
    page.get_by_role("heading", name=COMPARED).wait_for(timeout=PATIENCE)
    page.locator(".st-key-decide-batch").wait_for(timeout=PATIENCE)
    wait_until_idle(page)


def see(page: Page, file: Path) -> None:
    """Upload and wait until the page says what is wrong, not for what it computes after."""
    choose(page, file)
    page.get_by_role("heading", name="Có gì sai trong tệp").wait_for(timeout=PATIENCE)


def choose(page: Page, *files: Path) -> None:
    page.set_input_files("input[type=file]", files)


def told(page: Page) -> Locator:
    """The notice about a file that could not be taken, or about which something is asked."""
    notice = page.locator(".ioc-notice").first
    notice.wait_for(timeout=PATIENCE)
    wait_until_idle(page)
    return notice


def say_yes(page: Page, then: str) -> None:
    """Confirm the dialog and wait for a word of what follows."""
    page.get_by_role("button", name="Đồng ý").click()
    page.get_by_text(then).first.wait_for(timeout=PATIENCE)
    wait_until_idle(page)


def counted(page: Page, name: str) -> str:
    """One number of the batch or of its comparison, by the word above it."""
    tile = page.locator(".ioc-counts > div").filter(has=page.get_by_text(name, exact=True))
    return tile.last.locator("dd").inner_text()


def batch_of(page: Page) -> str:
    return page.url.split("lo=")[1].split("&")[0]


def written(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("\n".join(lines), "utf-8-sig")
    return path


def take_april_of(agency: str, server: Server, folder: Path) -> None:
    """The agency's April counts, a single dossier: taken by the command line, while pages are open."""
    dossier = line("T1", "9.001756", agency, received="02/04/2025", due="")
    file = folder / f"{agency}-04-2025.csv"
    file.write_text(extract(dossier, month="04/2025"), "utf-8")
    done = cli(server.store_url, "ingest", file)
    assert done.returncode == 0, done.stderr
