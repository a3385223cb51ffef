"""Dossier codes as they are kept: as text, or as keyed hashes where a setting says so.

With hashes the same dossier is followed from month to month, and nobody who has the store, without the key,
can look its owner up. A hash is "#" and 32 letters, so that it is never taken for a number of a person; in
the corrected file of rejected lines it comes back unchanged and passes as what it is.
"""

import hmac
import os

import polars as pl

from data_access.ingest.formulas import ERRORS
from data_access.ingest.parsing import NAMED, UNFIT
from data_access.ingest.reading.cells import UNCOMPUTED

# What a spreadsheet makes of a long number: its last digits are gone.
ROUNDED = r"^\d(?:[.,]\d+)?[eE]\+\d+$"
_WRAPPED = r"""^(?:=["'](.*)["']|'(.*))$"""
_HASHED = r"^#[a-p]{32}$"
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def kept(cells: pl.DataFrame) -> pl.DataFrame:
    """The column `code` of raw cells as it goes on: no code is seen in any other form after this.

    Codes that will be turned away, since they name a person or are no codes any more, stay to be masked.
    """
    if cells.select(pl.col("code").str.contains("^[=']").any()).item():
        cells = cells.with_columns(pl.col("code").str.replace(_WRAPPED, "$1$2"))
    secret = _secret()
    if secret is None:
        return cells
    fit = ~pl.col("code").str.contains(f"{UNFIT}|{NAMED}|{ROUNDED}|{_HASHED}")
    fit &= ~pl.col("code").is_in((*ERRORS, UNCOMPUTED))
    hashed = _hashed(cells["code"], secret)
    return cells.with_columns(code=pl.when(fit).then(hashed).otherwise("code"))


def _secret() -> bytes | None:
    """The key, if one is set: only then are settings worth their import, as long as that of Polars."""
    if not any(name.casefold() == "dossier_code_key" for name in os.environ):
        return None
    from data_access.settings import Settings

    return Settings().dossier_code_key.get_secret_value().encode()


def _hashed(codes: pl.Series, secret: bytes) -> pl.Series:
    """HMAC-SHA256, cut to 128 bits, in letters."""
    digests = [code and hmac.digest(secret, code.encode(), "sha256").hex()[:32] for code in codes]
    return pl.Series([digest and "#" + digest.translate(_LETTERS) for digest in digests], dtype=pl.String)
