"""What can be asked of any page: does it fit, can everyone use it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Streamlit's own scroller, not the document, would scroll.
WIDTHS = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .map(element => [element.scrollWidth, element.clientWidth])"""


def assert_no_sideways_scroll(page: Page) -> None:
    for content, room in page.evaluate(WIDTHS):
        assert content <= room, f"{page.url}: {content} px wide in {room} px"


def assert_accessible(page: Page) -> None:
    """axe-core finds nothing, with its words about what it found."""
    # Everything is looked at; what is as it should be need not be told.
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def text_of(page: Page) -> str:
    return page.locator("[data-testid=stMain]").inner_text()
