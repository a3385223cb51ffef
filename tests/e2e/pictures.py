"""Screenshots of every page for people to look at: `make pictures` fills var/pictures.

Page × size × light and dark in Vietnamese, and laptop light in English; what a reader chooses on a page at
laptop light, phone dark and in English. `python -m tests.e2e.pictures ho-so phone` takes only the pictures
whose names contain both words.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests import demo
from tests.e2e.chromium import QUIET, SCHEMES, SIZES, chromium, new_context, wait_until_idle
from tests.e2e.server import ROOT, Server
from ui.pages import PAGES

FOLDER = ROOT / "var" / "pictures"
TALLEST = 16_000  # what Chromium can take in one picture
# What is seen only after a choice: name → page, its address.
VIEWS = {
    "ho-so-qua-han": ("ho-so", "chi_so=qua-han&tach=linh-vuc"),
    "ho-so-danh-sach": ("ho-so", "cap=huyen&danh_sach=qua-han"),
    "phi-dia-gioi-thuan-an": ("phi-dia-gioi", "do=da-mo&huyen=725&theo=co-quan"),
    "co-quan-766": ("co-quan", "chi_so=766"),
    "co-quan-mot": ("co-quan", "don_vi=H09.06@2024-12-01"),
    "so-lieu-canh-bao": ("so-lieu", "chat_luong=warnings"),
    "lich-su-lo": ("lich-su", "lo=18"),
    "lich-su-vi-sao": ("lich-su", "xem=vi-sao"),
}
VIEWED = (("laptop", "light", "vi"), ("phone", "dark", "vi"), ("laptop", "light", "en"))
# The page scrolls inside stMain: it is whole when the window is as tall as what stands in there.
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


def main(words: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [(name, shot) for name, shot in pictures() if all(word in name for word in words)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(demo.copied(Path(folder, "store.sqlite")), Path(folder, "log")).wait()
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            for name, (address, size, scheme) in wanted:
                context = new_context(browser, size, scheme)
                page = context.new_page()
                page.goto(f"{server.url}/{address}")
                wait_until_idle(page)
                expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=20_000)
                take(page, FOLDER / f"{name}.png", *SIZES[size])
                context.close()
                print(f"var/pictures/{name}.png")
        finally:
            browser.close()
            server.stop()


def pictures():
    """Name → address, size, scheme of every picture."""
    for page in PAGES:
        for size in SIZES:
            for scheme in SCHEMES:
                yield f"{page.slug}-{size}-{scheme}", (f"{page.slug}?lang=vi", size, scheme)
        yield f"{page.slug}-laptop-light-en", (f"{page.slug}?lang=en", "laptop", "light")
    for name, (slug, query) in VIEWS.items():
        for size, scheme, language in VIEWED:
            end = "-en" if language == "en" else ""
            yield f"{name}-{size}-{scheme}{end}", (f"{slug}?{query}&lang={language}", size, scheme)


def take(page: Page, file: Path, width: int, height: int) -> None:
    """The first screen, and the whole page where there is more of it."""
    page.screenshot(path=file)
    whole = min(page.evaluate(HEIGHT), TALLEST)
    if whole > height:
        page.set_viewport_size({"width": width, "height": whole})
        page.wait_for_timeout(500)
        page.screenshot(path=file.with_stem(f"{file.stem}-whole"))


if __name__ == "__main__":
    main(sys.argv[1:])
