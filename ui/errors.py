"""An unforeseen error: one sentence and a reference number for the reader, the rest for the log."""

import logging
import secrets

import streamlit as st

from language import t

log = logging.getLogger("ioc")
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is misheard on the telephone


def show_error(error: Exception) -> bool:
    """Log an error under a reference number and show that number; True keeps Streamlit's own box away."""
    reference = "".join(secrets.choice(ALPHABET) for _ in range(6))
    log.error("Error %s", reference, exc_info=error)
    st.error(t("error.unforeseen", reference=reference), title=t("error.title"), icon=":material/error:")
    return True
