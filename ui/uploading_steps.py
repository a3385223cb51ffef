"""Where the person is on the way from a file to a figure: three steps across the top."""

from graphics.markup import Html, tag
from language import t
from ui.html import html

STEPS = ("choose", "look", "apply")


def steps(at: str) -> None:
    """The three steps with the present one marked; `at` = "done" ticks them all."""
    reached = STEPS.index(at) if at in STEPS else len(STEPS)
    items = [_step(number, name, reached) for number, name in enumerate(STEPS)]
    way = tag("ol", *items, cls="ioc-way", aria_label=t("upload.way"))
    html(tag("div", way, cls="ioc-page"))


def _step(number: int, name: str, reached: int) -> Html:
    done, here = number < reached, number == reached
    mark = tag("span", "✓" if done else str(number + 1), cls="ioc-icon", aria_hidden=True)
    words = tag("span", tag("strong", t(f"upload.step_{name}")), tag("small", t(f"upload.help_{name}")))
    look = "ioc-way-done" if done else "ioc-way-here" if here else ""
    return tag("li", mark, words, cls=look, aria_current="step" if here else None)
