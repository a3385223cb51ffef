"""Agencies that the list does not name: how many fall short on each topic, and where all of them stand."""

from graphics.markup import Html, rich, tag
from language import t, tn
from metrics.actions import Action, Agenda
from ui import links


def lines(found: Agenda) -> list[Html]:
    """One line a topic, with its indicator on Cơ quan in the month that is judged."""
    topics: dict[str, list[Action]] = {}
    for one in found.unnamed:
        topics.setdefault(one.topic, []).append(one)
    named = {item.action.topic for item in found.items}
    return [_line(topic if topic in named else f"{topic}_small", one) for topic, one in topics.items()]


def agencies(found: Agenda) -> int:
    """How many agencies the list names under no topic."""
    return len({one.agency for one in found.unnamed} - {item.action.agency for item in found.items})


def _line(kind: str, actions: list[Action]) -> Html:
    n = sum(one.n for one in actions)
    said = tn(f"unnamed.{kind}", len(actions), dossiers=n, short=tn("unnamed.short", n))
    month, code = (actions[0].filters[name] for name in ("den", "chi_so"))
    href = links.of_province("co-quan", tu=month, den=month, chi_so=code)
    return tag("p", rich(said), " ", tag("a", t("actions.see_agencies"), href=href, cls="ioc-link"))
