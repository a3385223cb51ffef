"""Words for problems that are said once an agency: how many there are, and what the example means."""

OF_AGENCIES = {"file.receptions_only": "batch.receptions_only_in"}
