"""From bytes to text: which of the encodings that Vietnamese offices use a file was written in."""

import unicodedata

from data_access.errors import FileProblem
from data_access.ingest.contract import fold


def decode(content: bytes) -> str:
    """Unicode by its mark, else strict UTF-8, else what the Vietnamese words in it say; NFC."""
    return composed(_decode(content))


def composed(text: str) -> str:
    """NFC: one sign a letter, however the file spells it."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\x00" in content[:4096]:
        raise FileProblem("file.not_a_table")
    # Windows-1258 writes a letter and then its tone: `composed` joins them.
    guess = content.decode("cp1258", errors="replace")
    if any(fold(word) in fold(guess[:5000]) for word in ("hồ sơ", "đơn vị", "tiếp nhận", "thủ tục")):
        return guess
    raise FileProblem("file.unknown_encoding")
