"""Files that are made only when someone asks for them."""

from collections.abc import Callable

import language


def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """What a download button calls: outside the run of the page, but in its language."""
    of_the_page = language.current()

    def made() -> bytes:
        with language.using(of_the_page):
            return make()

    return made
