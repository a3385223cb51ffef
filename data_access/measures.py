"""What each measure counts: one wording, read by the store as SQL and by ingest as expressions on a frame
(`ingest.adding`)."""

_IN_MONTH = "received_on >= month"
_DONE = "finished_on <= month_end"
_OPEN = "received_on IS NOT NULL AND (finished_on IS NULL OR finished_on > month_end)"

# Each measure is the number of lines for which its condition is true (null is not true).
CONDITIONS = {
    "received": _IN_MONTH,
    "received_online": f"{_IN_MONTH} AND channel = 2",
    "carried": "received_on < month",
    "finished_early": f"{_DONE} AND finished_on < due_on",
    "finished_on_time": f"{_DONE} AND (due_on IS NULL OR finished_on = due_on)",
    "finished_late": f"{_DONE} AND finished_on > due_on",
    "open_in_time": f"{_OPEN} AND (due_on IS NULL OR due_on >= month_end)",
    "open_overdue": f"{_OPEN} AND due_on < month_end",
    "withdrawn": f"{_DONE} AND status = 7",
    "stopped": f"{_DONE} AND status = 8",
    "waiting": "status = 1",
    "refused": "status = 3",
    "received_away": f"{_IN_MONTH} AND counter <> agency",
    "digitised_input": f"{_IN_MONTH} AND digitised_input",
    "input_known": f"{_IN_MONTH} AND digitised_input IS NOT NULL",
    "digitised_result": f"{_DONE} AND digitised_result",
    "result_known": f"{_DONE} AND digitised_result IS NOT NULL",
    "fee_due": f"{_IN_MONTH} AND fee",
    "paid_online": f"{_IN_MONTH} AND fee AND paid_online",
    "rated": f"{_DONE} AND satisfaction IS NOT NULL",
    "satisfied": f"{_DONE} AND satisfaction >= 4",
}
MEASURES = tuple(CONDITIONS)
GROUPS = ("month", "agency", "procedure", "channel", "counter")

COUNTS = ", ".join(f"COUNT(*) FILTER (WHERE {CONDITIONS[name]})" for name in MEASURES)
