"""From a file to what counts, in reading order.

bytes → reading → recognising → checking → *staging* → comparing → *applying* → *undoing*.
Everything before staging is pure: the preview and the commit run the very same parser.
"""

from data_access.ingest.apart import Arriving, check_apart, checking_apart
from data_access.ingest.applying import apply, discard, rehearse, restage, undo
from data_access.ingest.checking import check
from data_access.ingest.child import ahead
from data_access.ingest.comparing import Comparison, compare
from data_access.ingest.declaring import declare_nothing
from data_access.ingest.known import Known
from data_access.ingest.noting import note
from data_access.ingest.outcome import Checked
from data_access.ingest.staging import stage
from data_access.ingest.unseen import unseen_dossiers

__all__ = [
    "Arriving",
    "Checked",
    "Comparison",
    "Known",
    "ahead",
    "apply",
    "check",
    "check_apart",
    "checking_apart",
    "compare",
    "declare_nothing",
    "discard",
    "note",
    "rehearse",
    "restage",
    "stage",
    "undo",
    "unseen_dossiers",
]
