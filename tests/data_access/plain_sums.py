"""Sums of months read line by line in plain Python: what people ask for, and where they hand it in."""

from collections import Counter
from datetime import date

from tests.brute_force import counting_lines, end_of, measures, rows

Sums = dict[str, dict[tuple, tuple[int, ...]]]


def said(store) -> Sums:
    """Table → key → counts, of demand, handed_in, flow and month_flow."""
    agencies = {agency["key"]: agency for agency in rows(store, "agency")}
    points = rows(store, "one_stop_point")
    found: dict[str, dict[tuple, Counter]] = {"demand": {}, "handed_in": {}, "flow": {}, "month_flow": {}}
    for line in counting_lines(store):
        month, hit = line["month"], measures(line)
        counts = Counter({"received": hit["received"], "received_away": hit["received_away"]})
        home, place = (area(agencies, points, line[at], end_of(month)) for at in ("agency", "counter"))
        _add(found["demand"], (month, line["procedure"]), counts)
        _add(found["handed_in"], (month, line["counter"]), counts)
        if home and place:
            _add(found["flow"], (month, line["agency"], place, home), counts)
            _add(found["month_flow"], (month, home, place), counts)
    return {table: {key: _of(table, counts) for key, counts in keys.items()} for table, keys in found.items()}


def area(agencies: dict, points: list[dict], key: str, on: date) -> str | None:
    """The code of the unit that the tile of a unit's counter is named after on a day; of a unit that stands
    on no tile with a name its district's."""

    def ends(point: dict) -> date:
        return agencies[point["agency"]]["valid_to"] or date.max

    unit = agencies[key]
    if unit["level"] not in ("district", "commune"):
        return None
    begun = [point for point in points if agencies[point["agency"]]["valid_from"] <= on]
    open_now = [point for point in begun if ends(point) >= on]
    for own in (point for point in open_now if point["agency"] == key):
        tile = own["tile_row"], own["tile_column"]
        branches = [p for p in begun if (p["tile_row"], p["tile_column"]) == tile and p["kind"] == "branch"]
        if [(p["tile_row"], p["tile_column"]) for p in open_now].count(tile) == 1:
            return unit["code"]
        if branches:
            return agencies[max(branches, key=ends)["agency"]]["code"]
    return unit["code"] if unit["level"] == "district" else unit["parent"]


def kept(store) -> Sums:
    """The same as the store has it."""
    return {
        "demand": {(r["month"], r["procedure"]): (r["received"],) for r in rows(store, "demand")},
        "handed_in": {
            (r["month"], r["counter"]): (r["received"], r["received_away"]) for r in rows(store, "handed_in")
        },
        "flow": {
            (r["month"], r["agency"], r["place"], r["home"]): (r["received"],) for r in rows(store, "flow")
        },
        "month_flow": {
            (r["month"], r["home"], r["place"]): (r["received"],) for r in rows(store, "month_flow")
        },
    }


def _add(found: dict[tuple, Counter], key: tuple, counts: Counter) -> None:
    found.setdefault(key, Counter()).update(counts)


def _of(table: str, counts: Counter) -> tuple[int, ...]:
    names = ("received", "received_away") if table == "handed_in" else ("received",)
    return tuple(counts[name] for name in names)
