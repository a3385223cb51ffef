"""An error that no page has words for: a foreseen one in its own sentence; of any other one sentence and a
reference number for the reader, the rest for the log."""

import logging
import secrets

import streamlit as st

from data_access.errors import ProductError
from language import t

log = logging.getLogger("ioc")
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is misheard on the telephone


def show_error(error: Exception) -> bool:
    """Tell of an error, and log what nobody foresaw; True keeps Streamlit's own box away."""
    if isinstance(error, ProductError):
        st.error(error.told(), icon=":material/error:")
        return True
    reference = "".join(secrets.choice(ALPHABET) for _ in range(6))
    log.error("Error %s", reference, exc_info=error)
    st.error(t("error.unforeseen", reference=reference), title=t("error.title"), icon=":material/error:")
    return True
