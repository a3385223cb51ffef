"""The oracle: every figure again, slowly, line by line, in plain Python, by the words of DESIGN §3 and §5.

It reads raw tables only and shares no code with what it checks.
"""

import calendar
from collections import defaultdict
from datetime import date
from fractions import Fraction
from functools import cached_property

from sqlalchemy import text


def rows(store, table: str) -> list[dict]:
    """A whole table as dicts, dates as dates."""
    with store.read() as connection:
        found = connection.execute(text(f"SELECT * FROM {table} ORDER BY 1")).mappings().all()
    return [{name: _dated(name, value) for name, value in row.items()} for row in found]


def _dated(name: str, value):
    is_date = name.endswith("_on") or name in ("month", "valid_from", "valid_to", "since", "as_of", "on")
    return date.fromisoformat(value) if is_date and isinstance(value, str) else value


def counting_lines(store, kind="dossiers", table="dossier", key="code") -> list[dict]:
    """The lines that count: per slice and key, the newest applied line not older than the base."""
    batches = {b["id"]: b for b in rows(store, "batch") if b["state"] == "applied"}
    stated = [s for s in rows(store, "batch_slice") if s["batch_id"] in batches and s["kind"] == kind]
    base: dict = {}
    for s in stated:
        if batches[s["batch_id"]]["mode"] == "whole":
            slice_ = (s["month"], s["agency"])
            base[slice_] = max(base.get(slice_, 0), s["batch_id"])
    best: dict = {}
    for line in rows(store, table):
        slice_ = (line["month"], line["agency"])
        if line["batch_id"] in batches and slice_ in base and line["batch_id"] >= base[slice_]:
            whole = (*slice_, line[key])
            if whole not in best or best[whole]["batch_id"] < line["batch_id"]:
                best[whole] = line
    return list(best.values())


def received_slices(store, kind="dossiers") -> set:
    """(month, agency) with a base."""
    whole = {b["id"] for b in rows(store, "batch") if b["state"] == "applied" and b["mode"] == "whole"}
    stated = rows(store, "batch_slice")
    return {(s["month"], s["agency"]) for s in stated if s["batch_id"] in whole and s["kind"] == kind}


def reports(store) -> list[dict]:
    """What counts of II.06a reports, as measures by sector: only where no dossiers are in."""
    by_dossiers = received_slices(store)
    found = []
    for row in counting_lines(store, "report_06a", "report_line", "sector"):
        if (row["month"], row["agency"]) not in by_dossiers:
            row["received"] = row["received_online"] + row["received_direct"]
            found.append(row)
    return found


STATED_BY_REPORTS = (
    "received", "received_online", "carried", "finished_early", "finished_on_time", "finished_late",
    "open_in_time", "open_overdue",
)  # fmt: skip


def end_of(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def measures(line: dict) -> dict:
    """What one line adds to every measure."""
    month, end = line["month"], end_of(line["month"])
    received = line["received_on"] is not None and line["received_on"] >= month
    done = line["finished_on"] is not None and line["finished_on"] <= end
    is_open = line["received_on"] is not None and not done
    due = line["due_on"]
    away = line["counter"] != line["agency"]
    return {
        "received": received,
        "received_online": received and line["channel"] == 2,
        "carried": line["received_on"] is not None and line["received_on"] < month,
        "finished_early": done and due is not None and line["finished_on"] < due,
        "finished_on_time": done and (due is None or line["finished_on"] == due),
        "finished_late": done and due is not None and line["finished_on"] > due,
        "open_in_time": is_open and (due is None or due >= end),
        "open_overdue": is_open and due is not None and due < end,
        "withdrawn": done and line["status"] == 7,
        "stopped": done and line["status"] == 8,
        "waiting": line["status"] == 1,
        "refused": line["status"] == 3,
        "received_away": received and away,
        "digitised_input": received and bool(line["digitised_input"]),
        "input_known": received and line["digitised_input"] is not None,
        "digitised_result": done and bool(line["digitised_result"]),
        "result_known": done and line["digitised_result"] is not None,
        "fee_due": received and bool(line["fee"]),
        "paid_online": received and bool(line["fee"]) and bool(line["paid_online"]),
        "rated": done and line["satisfaction"] is not None,
        "satisfied": done and line["satisfaction"] is not None and line["satisfaction"] >= 4,
    }


class Oracle:
    """All raw tables of a store, and figures added up from them one line at a time."""

    def __init__(self, store) -> None:
        self._store = store
        self.reports = reports(store)
        self.by_report = received_slices(store, "report_06a") - received_slices(store)
        self.received = received_slices(store) | self.by_report
        self.agencies = {a["key"]: a for a in rows(store, "agency")}
        self.procedures = {p["code"]: p for p in rows(store, "procedure")}
        self.states = defaultdict(list)
        for state in rows(store, "procedure_state"):
            self.states[state["procedure"]].append(state)

    @cached_property
    def lines(self) -> list[dict]:
        """Read when asked for: they are nearly all of a store, and stocks of procedures need none."""
        return counting_lines(self._store)

    def dossier_figure(self, part, whole, months, *, level=None, agency=None, sector=None):
        """(part, whole, n, m) over agencies complete in every month; part None when nobody is."""
        complete, members = self._complete(months, level, agency)
        complete -= self._silent((*part, *whole), months)
        if not complete:
            return None, None, 0, len(members)
        lines = [
            measures(line)
            for line in self.lines
            if line["month"] in months
            and line["agency"] in complete
            and sector in (None, self.procedures[line["procedure"]]["sector"])
        ]
        lines += [
            row
            for row in self.reports
            if row["month"] in months and row["agency"] in complete and sector in (None, row["sector"])
        ]
        total = [sum(line[name] for line in lines for name in names) for names in (part, whole)]
        return total[0], total[1], len(complete), len(members)

    def dossiers_by(self, dimension, part, whole, months) -> dict:
        """label -> (part, whole) over complete agencies, for sector, channel, service_level."""
        complete, _ = self._complete(months, None, None)
        complete -= self._silent((*part, *whole) if dimension == "sector" else (), months)
        groups = defaultdict(list)
        for row in self.reports:
            if row["month"] in months and row["agency"] in complete:
                groups[row["sector"]].append(row)
        for line in self.lines:
            if line["month"] in months and line["agency"] in complete:
                groups[self._label(dimension, line)].append(measures(line))
        return {
            label: tuple(sum(line[name] for line in group for name in names) for names in (part, whole))
            for label, group in groups.items()
        }

    def _silent(self, measures, months) -> set:
        """Agencies of which a month is read from a report that does not state all of these measures; no
        measures: that has no such dimension."""
        if measures and set(measures) <= set(STATED_BY_REPORTS):
            return set()
        return {agency for month, agency in self.by_report if month in months}

    def service_level(self, procedure: str, on: date) -> str:
        """The newest stated level not after the day; of two on one day the higher."""
        order = ["information", "partial", "full"]
        mine = [s for s in self.states[procedure] if s["aspect"] == "service_level" and s["since"] <= on]
        return max(mine, key=lambda s: (s["since"], order.index(s["value"])))["value"] if mine else ""

    def procedure_counts(self, on: date, keep=lambda procedure: True) -> dict:
        """How many procedures stand where on a day."""
        counts = defaultdict(int)
        for procedure in self.procedures.values():
            if procedure["internal"] or not keep(procedure):
                continue
            counts["procedures"] += 1
            level = self.service_level(procedure["code"], on)
            counts[level if level in ("full", "partial") else "offline"] += 1
            reached = {
                s["value"]
                for s in self.states[procedure["code"]]
                if s["aspect"] == "cross_boundary" and s["since"] <= on
            }
            counts["live"] += "live" in reached
            counts["built"] += bool(reached & {"built", "live"})
            counts["listed"] += bool(reached)
        return counts

    def _complete(self, months, level, agency):
        due = {
            key: {
                m
                for m in months
                if a["reports"] and a["valid_from"] <= end_of(m) and (a["valid_to"] or date.max) >= end_of(m)
            }
            for key, a in self.agencies.items()
        }
        stated = {key: {m for m, k in self.received if k == key and m in months} for key in self.agencies}
        members = {
            key
            for key, a in self.agencies.items()
            if (due[key] or stated[key]) and level in (None, a["level"]) and agency in (None, key)
        }
        return {key for key in members if stated[key] and due[key] <= stated[key]}, members

    def _label(self, dimension, line):
        match dimension:
            case "channel":
                return {1: "in_person", 2: "online", 3: "post"}[line["channel"]]
            case "sector":
                return self.procedures[line["procedure"]]["sector"]
            case "service_level":
                return self.service_level(line["procedure"], end_of(line["month"]))


def rate(part, whole) -> Fraction | None:
    """An exact rate in percent."""
    return Fraction(part * 100, whole) if whole else None
