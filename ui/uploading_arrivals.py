"""Files on their way, as the page shows them: how far, refused why, or what must be answered."""

import time
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

import streamlit as st

from data_access.errors import ColumnsUnclear, ProductError
from graphics.cards import card, grid
from graphics.markup import Html, joined, tag
from graphics.shapes import Status
from graphics.strip import notice
from language import t, tn
from ui import batches, shell, uploading_order, uploading_questions
from ui import uploading_queue as queue
from ui.html import html
from ui.uploading_choose import TOKENS, drop, kept_tokens, set_tokens, tokens
from ui.uploading_queue import Arrival

STEPS = ("checking", "staging")
BATCH = "lo"  # the parameter that names a batch


def arrivals() -> None:
    """Every file that the address names, in the order of applying them. A single one that went well opens
    its batch."""
    found = [queue.arrival(token) for token in tokens()]
    if None in found:
        html(notice(t("upload.lost"), t("upload.lost_help"), Status.WATCH))
        found = [one for one in found if one]
        set_tokens([one.token for one in found])
    if not tokens() and (found := queue.held(kept_tokens())):
        set_tokens([one.token for one in found])  # the page was left and is back without its address
    if not _at_rest(found):
        return
    for one in found:
        if one.error:
            queue.forget(one.token)
            raise one.error
    if len(found) == 1 and found[0].batch_id:
        _open(found[0])
    if len(found) > 1:
        html(tag("p", t("upload.in_order"), cls="ioc-page ioc-muted"))
    for one in _in_order(found):
        _outcome(one)


def chosen_with(batch_id: int) -> None:
    """On the page of a batch: what is left to do of the files chosen with it, the next one first."""
    found = [one for token in tokens() if (one := queue.arrival(token)) and one.batch_id != batch_id]
    if not _at_rest(found):
        return
    left = [one for one in _in_order(found) if not queue.is_over(one)]
    if left:
        rows = [tag("li", tag("strong", one.name), tag("span", _left(one))) for one in left]
        listed = tag("ol", *rows, cls="ioc-waiting")
        html(grid(card(tn("upload.left", len(left)), listed, span=12)))


def _in_order(found: Iterable[Arrival]) -> list[Arrival]:
    return sorted(found, key=lambda one: (uploading_order.rank(one.kind), one.name))


def _at_rest(found: Sequence[Arrival]) -> bool:
    """Whether there are files and nothing happens to them: else how far they are is shown."""
    queue.go_on(found)
    moving = [one.token for one in found if not one.at_rest]
    if moving:
        _progress([one.token for one in found])
    return bool(found) and not moving


@shell.fragment(run_every=0.7)
def _progress(names: Sequence[str]) -> None:
    """How far each file is, by itself; the page around it stays usable."""
    found = [one for token in names if (one := queue.arrival(token))]
    lines = [tag("li", tag("strong", one.name), *_how_far(one)) for one in found]
    board = tag("ol", *lines, cls="ioc-arrivals", role="status")
    help_ = tag("p", t("upload.may_leave"), cls="ioc-muted")
    html(tag("div", board, help_, cls="ioc-page ioc-card"))
    if all(one.at_rest for one in found):
        st.rerun()


def _how_far(one: Arrival) -> tuple[Html, ...]:
    if one.step == "waiting":
        ahead = queue.ahead_of(one)
        said = tn("upload.in_line", ahead) if ahead else t("upload.next")
        return (tag("span", said, cls="ioc-muted"),)
    if one.step == "held":
        return (tag("span", _awaits(one), cls="ioc-muted"),)
    reached = STEPS.index(one.step) if one.step in STEPS else len(STEPS)
    steps = [_step(name, at, reached) for at, name in enumerate(STEPS)]
    seconds = int(time.monotonic() - one.since)
    waited = tag("span", tn("upload.seconds", seconds), cls="ioc-muted") if seconds >= 3 else None
    return (tag("span", *steps, cls="ioc-chips"), *filter(None, [waited]))


def _step(name: str, at: int, reached: int) -> Html:
    look = "ioc-met" if at < reached else "ioc-busy" if at == reached else "ioc-missing"
    mark = tag("span", "✓" if at < reached else "…", cls="ioc-icon", aria_hidden=True)
    return tag("span", mark, t(f"upload.{name}"), cls=f"ioc-chip {look}")


def _open(one: Arrival) -> None:
    """On to the batch; the file is behind us."""
    queue.forget(one.token)
    set_tokens([])
    shell.set_param(BATCH, str(one.batch_id))
    st.rerun()


def _outcome(one: Arrival) -> None:
    if one.batch_id:
        html(_said(_stands(one), _to_batch(one.batch_id, "upload.look"), Status.MET))
    elif one.same_as:
        sentence = t("upload.same_file", batch=str(one.same_as))
        html(_said(one.name, joined(sentence, " ", _to_batch(one.same_as, "upload.look")), Status.WATCH))
    elif one.step == "held":
        html(_said(t("upload.held", file=one.name), _awaits(one), Status.WATCH))
        drop(one)
    elif one.content is not None:
        uploading_questions.ask(one)
    else:
        html(_said(t("upload.refused", file=one.name), _why_refused(one.problem), Status.UNMET))


def _why_refused(problem: ProductError) -> str:
    """What is wrong; of columns that nobody can point at also what to do."""
    if isinstance(problem, ColumnsUnclear) and problem.key == "file.missing_columns":
        return f"{problem.told()} {t('upload.no_column_left')}"
    return problem.told()


def _left(one: Arrival) -> Html | str:
    """What is to be done about it."""
    if one.batch_id:
        return _to_batch(one.batch_id, "upload.look")
    return _awaits(one) if one.step == "held" else one.problem.told()


def _stands(one: Arrival) -> str:
    """That a file was read, or what was decided about it since."""
    state = batches.state(one.batch_id)
    if state == "staged":
        return t("upload.staged", file=one.name)
    return t("upload.decided", file=one.name, state=t(f"state.{state}"))


def _awaits(one: Arrival) -> str:
    """Which of the files chosen with it must be applied first."""
    files = [other.name for other in _in_order(queue.awaited(one))]
    return tn("upload.awaits", len(files), files=", ".join(files))


def _to_batch(batch_id: int, key: str) -> Html:
    """The way to a batch, from which there is one back to the files chosen with it."""
    address = urlencode({BATCH: batch_id, **({TOKENS: ",".join(tokens())} if tokens() else {})}, safe=",")
    return tag("a", t(key, batch=str(batch_id)), href=f"?{address}", cls="ioc-link")


def _said(title: str, body: Html | str, status: Status) -> Html:
    """A notice whose second line may hold a link."""
    look = f"ioc-page ioc-notice ioc-notice-{status.value}"
    return tag("div", tag("p", tag("strong", title)), tag("p", body), cls=look, role="status")
