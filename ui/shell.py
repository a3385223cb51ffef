"""The frame around every page: menu, language, heading, strip, filters."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

import language
from graphics.markup import Html, tag
from graphics.strip import heading
from language import t
from metrics.scope import Scope
from ui import first_run, freshness, names
from ui.data import one_run, revision
from ui.filter_bar import filter_bar, tell_unusable
from ui.filters import scope_of, unusable
from ui.frame_data import choices, standing
from ui.pages import KEPT, PAGES, ROOT, Page
from ui.state import recall, remember

STYLE = Path(__file__).parent / "style.css"
ICON = str(Path(__file__).parent / "static" / "icon.svg")
DEMO = "demo"  # the role *trình diễn*: without sign-in, whoever sits at this computer
MAY = {DEMO: {"viewer", "staff", "admin"}}

# Set while a page runs inside the frame; a page run without it was reached past app.py.
_page: ContextVar[Page | None] = ContextVar("page", default=None)


def frame() -> None:
    """Draw the frame and run the page in it: the whole of app.py as a script."""
    language.use(st.query_params.get("lang") or recall("lang", "vi"))
    home = st.Page(_home, title=t("app.name"), url_path="home", default=True, visibility="hidden")
    shown = {page.slug: _navigable(page) for page in PAGES}
    # Before st.navigation: without an icon of its own the tab takes the page's, fetched from outside.
    st.set_page_config(page_icon=ICON, layout="wide")
    current = st.navigation([home, *shown.values()], position="top")
    st.set_page_config(page_title=f"{current.title} · {t('app.name')}")
    st.html(STYLE)
    st.logo(ICON, size="large")
    first_run.ensure_data()
    if current == home:
        st.switch_page(shown[PAGES[0].slug], query_params=dict(st.query_params))
    page = next(page for page in PAGES if page.slug == current.url_path)
    _carry_over(page)
    with one_run(), _inside(page):
        current.run()


def framed(role: str = "viewer") -> Scope:
    """Head the page and return what it is to show. Every page begins with this.

    A page that was reached past app.py is sent there; one that needs another role stops here.
    """
    page = _page.get()
    if page is None:
        st.switch_page("app.py")
    if not may(role):
        st.html(heading(t(page.title), aside=_languages()))
        st.error(t("frame.not_allowed"), icon=":material/lock:")
        st.stop()
    now = revision()
    offered = choices(now)
    scope = scope_of(st.query_params, offered, page.filters)
    st.html(heading(t(page.title), standing(now, scope), aside=_languages()))
    tell_unusable(unusable(st.query_params, offered, page.filters, scope), names.agencies(scope.end))
    freshness.watch(now, staff=may("staff"))
    if page.filters and offered.months:
        filter_bar(page.filters, scope, offered)
    return scope


def who() -> str:
    """Who acts: recorded with every write."""
    return DEMO


def param(name: str) -> str | None:
    """A parameter of the address that belongs to one page, e.g. the batch it shows."""
    return st.query_params.get(name)


def set_param(name: str, value: str | None) -> None:
    """Write a page's own parameter into the address; None takes it away."""
    if value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def fragment(function: Callable | None = None, **options) -> Callable:
    """`st.fragment` that speaks the reader's language: a fragment's rerun does not pass app.py."""

    def wrap(inner: Callable) -> Callable:
        return st.fragment(**options)(_speaking(inner))

    return wrap(function) if function else wrap


def dialog(title: str, body: Callable[[], None]) -> None:
    """Open a dialog that speaks the reader's language on its own reruns as well."""
    st.dialog(title)(_speaking(body))()


def may(role: str) -> bool:
    """Whether who acts has a role. Every write asks this itself, whatever the page has asked."""
    return role in MAY[who()]


def _speaking(inner: Callable) -> Callable:
    """What runs without passing app.py: in the reader's language, and of one state of the store."""

    def speaking(*args, **kwargs):
        language.use(recall("lang", "vi"))
        with one_run():
            return inner(*args, **kwargs)

    # Streamlit tells fragments apart by name and module.
    speaking.__qualname__, speaking.__module__ = inner.__qualname__, inner.__module__
    return speaking


def _home() -> None:
    """Never drawn: `/` leads on to the first page, which has an address of its own."""


def _navigable(page: Page):
    icon = f":material/{page.icon}:"
    return st.Page(page.file.relative_to(ROOT), title=t(page.name), icon=icon, url_path=page.slug)


@contextmanager
def _inside(page: Page) -> Iterator[None]:
    token = _page.set(page)
    try:
        yield
    finally:
        _page.reset(token)


def _carry_over(page: Page) -> None:
    """The address is the truth; a change of page drops it, so what follows the reader is put back."""
    arrived = recall("page") != page.slug
    if arrived and not any(name in st.query_params for name in KEPT):
        for name, value in recall("kept", {}).items():
            st.query_params[name] = value
    remember("page", page.slug)
    remember("kept", {name: st.query_params[name] for name in KEPT if name in st.query_params})
    remember("lang", language.current())


def _languages() -> Html:
    """Vietnamese | English, as links: a new document, whose `lang` is then right as well."""
    links: list[Html] = []
    for code in language.LANGUAGES:
        with language.using(code):
            name = t("frame.language")
        if code == language.current():
            links.append(tag("span", name, lang=code, aria_current="true"))
        else:
            query = urlencode({**st.query_params.to_dict(), "lang": code})
            links.append(tag("a", name, href=f"?{query}", lang=code, hreflang=code))
    return tag("nav", *links, cls="ioc-languages", aria_label=t("frame.languages"))
