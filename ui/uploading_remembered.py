"""Which columns people named in earlier files, with the way to take it back."""

import streamlit as st

from data_access.ingest.contracts import CONTRACTS
from graphics.markup import tag
from language import t, tn
from ui import batches
from ui.html import html


def remembered() -> None:
    """Every remembered answer, folded away: kind, header → column, and forget."""
    answers = batches.remembered_columns()
    if not answers:
        return
    none = t("upload.mapping_none")
    with st.expander(tn("upload.remembered", len(answers)), icon=":material/join_inner:"):
        for number, ((kind, signature), columns) in enumerate(sorted(answers.items())):
            contract = CONTRACTS[kind]
            pairs = [
                f"{header or none} → {contract.column(field).header}" for field, header in columns.items()
            ]
            with st.container(horizontal=True, vertical_alignment="center", key=f"remembered-{number}"):
                said = tag("p", tag("strong", t(f"kind.{kind}")), ": ", "; ".join(pairs))
                html(tag("div", said, cls="ioc-page"))
                if st.button(t("upload.forget"), key=f"forget-{signature}-{kind}"):
                    batches.forget_columns(kind, signature)
                    st.rerun()
