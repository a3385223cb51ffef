"""From bytes to text: which of the encodings that Vietnamese offices use a file was written in.

Every single-byte encoding can read every file, so only the words that come out decide.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from data_access.errors import FileProblem
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.reading.grid import Note
from data_access.ingest.reading.legacy import LEGACY

_LOOKED_AT = 50_000  # bytes or characters that say which encoding it is
_PIECE = 1_000_000  # bytes
_ROWS_LOOKED_AT = 60  # of a workbook
_ROW, _CELL = "\x1e", "\x1f"  # no cell holds them
_CERTAIN = 3  # different Vietnamese words
_BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"SQLite format",
)
_COMMON = (
    "hồ sơ", "tiếp nhận", "đơn vị", "quá hạn", "thủ tục", "giải quyết", "trạng thái", "lĩnh vực",
    "kỳ số liệu", "tháng", "trực tuyến", "trực tiếp", "phường", "huyện", "tỉnh", "hòa", "đã trả", "kết quả",
    "báo cáo",
)  # fmt: skip
_WORDS = {word for word in _COMMON if not word.isascii()} | {
    column.header.casefold()
    for contract in CONTRACTS.values()
    for column in (*contract.columns, *contract.optional)
    if not column.header.isascii()
}
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"  # not the soft hyphen: in old encodings it is a letter
# Signs that Vietnamese does not have; the first kind is how its letters look when UTF-8 is read as Latin.
_MISREAD = re.compile(r"á[»º]|Ä[‘\x90]|Æ[°¯¡\xa0]|Ã[¡¢£©ª\xad³´µº]")
_FOREIGN = re.compile(r"[¡-¿×÷ŠšŽžŒœŸƒˆ˜†‡€™ÄËÏÖÜäëïöüÿåÅæÆøØñÑçÇßþÞðÐîÎûÛ]|[aeoyăâêôơư][ìòÌÒ]")


def decode(content: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """The text as UTF-8 in NFC (its mark may stand before it), and a note where its encoding was not Unicode
    but certain all the same.

    FileProblem when it is no text, is cut off, or no encoding makes Vietnamese of it.
    """
    if content.startswith(_BINARY):
        raise FileProblem("file.not_a_table")
    if _is_plain(content):
        return content.rstrip(b"\x1a"), ()
    text, notes = _unicode(content)
    if text is None:
        text, notes = _legacy(content)
    elif _looks_misread(text[:_LOOKED_AT]):
        text, notes = _repaired(text)
    if "\x00" in text:
        raise FileProblem("file.not_a_table")
    return composed(text.rstrip("\x1a")).encode(), notes


def _is_plain(content: bytes) -> bool:
    """Whether it is what nearly every file is, UTF-8 in NFC. Looked through piece by piece: the characters of
    a large file would take twice and four times its size."""
    if b"\x00" in content:
        return False
    start = content[: 4 * _LOOKED_AT].removeprefix(codecs.BOM_UTF8)
    try:
        letters = (piece.decode() for piece in _pieces(content) if not piece.isascii())
        is_composed = all(composed(text) == text for text in letters)
    except UnicodeDecodeError:
        return False
    return is_composed and not _looks_misread(start.decode(errors="ignore")[:_LOOKED_AT])


def _pieces(content: bytes) -> Iterator[bytes]:
    """The content without its mark, cut at ends of lines: no letter is written across one."""
    at = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    while at < len(content):
        end = content.find(b"\n", at + _PIECE) + 1 or len(content)
        yield content[at:end]
        at = end


def restored(cells: list[list[str]]) -> tuple[list[list[str]], tuple[Note, ...]]:
    """Cells of a workbook typed in a font of an old encoding, or garbled on the way, as Vietnamese.

    All cells or none: where some are Unicode already, nobody knows which the others are.
    """
    if not _looks_misread("\n".join(cell for row in cells[:_ROWS_LOOKED_AT] for cell in row)):
        return cells, ()
    text, notes = _repaired(_ROW.join(_CELL.join(row) for row in cells))
    return [row.split(_CELL) for row in composed(text).split(_ROW)] if notes else cells, notes


def composed(text: str) -> str:
    """NFC: one sign a letter, however the file spells it; without signs that nobody sees.

    A code with such a sign in it would be another code: its dossier would count twice.
    """
    for sign in _UNSEEN:
        if sign in text:
            text = text.replace(sign, "")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _unicode(content: bytes) -> tuple[str | None, tuple[Note, ...]]:
    """By its mark, by where its NUL bytes stand, or as strict UTF-8; nothing if it is none of these."""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16"), ()
        if wide := _without_mark(content[:4096]):
            return content.decode(wide), ()
        content = content.removeprefix(codecs.BOM_UTF8)
        return content.decode(), ()
    except UnicodeDecodeError as error:
        is_utf_8 = error.encoding == "utf-8"
        start = content[: error.start].decode() if is_utf_8 else ""
        if error.end == len(content) and (_is_vietnamese(start) or not is_utf_8):
            raise FileProblem("file.cut_off", line=str(content.count(b"\n") + 1)) from error
        if not is_utf_8 or b"\x00" in content[:4096]:
            raise FileProblem("file.not_a_table") from error
        return None, ()


def _without_mark(start: bytes) -> str | None:
    """UTF-16 without its mark: of ASCII signs every second byte is NUL, always on the same side."""
    half = max(1, len(start) // 2)
    even, odd = start[0::2].count(0) / half, start[1::2].count(0) / half
    if odd > 0.3 and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 and odd < 0.02 else None


def _legacy(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """The one old encoding that makes Vietnamese words of the bytes; refused when none or two do."""
    scores = {name: _words_of(content[:_LOOKED_AT], name) for name in LEGACY}
    best, second = sorted(scores, key=scores.get, reverse=True)[:2]
    if scores[best] >= _CERTAIN and scores[best] > 2 * scores[second]:
        try:
            return LEGACY[best](content), (Note("file.old_encoding", detail=best),)
        except UnicodeDecodeError:
            pass
    raise FileProblem("file.unknown_encoding")


def _words_of(content: bytes, name: str) -> int:
    try:
        return words(LEGACY[name](content))
    except UnicodeDecodeError:
        return 0


def words(text: str) -> int:
    """How many different Vietnamese words of such extracts stand in the text, spelled with their marks."""
    said = composed(text).casefold()
    return sum(word in said for word in _WORDS)


def _is_vietnamese(text: str) -> bool:
    return words(text[:_LOOKED_AT]) >= _CERTAIN


def _looks_misread(text: str) -> bool:
    return len(_FOREIGN.findall(text)) >= 5 and not _is_vietnamese(text)


def _repaired(text: str) -> tuple[str, tuple[Note, ...]]:
    """A text that some program read in the wrong encoding and saved as Unicode, from the bytes it had.

    Left as it is where no Vietnamese comes out and it does not look like such: names may be foreign.
    """
    try:
        content = codecs.charmap_encode(text, "strict", _BYTES_OF_LATIN)[0]
        try:
            repaired, notes = content.decode("utf-8"), (Note("file.misread_encoding", detail="UTF-8"),)
        except UnicodeDecodeError:
            repaired, notes = _legacy(content)
        if _is_vietnamese(repaired):
            return repaired, notes
    except (UnicodeEncodeError, FileProblem):
        pass
    if len(_MISREAD.findall(text[:_LOOKED_AT])) >= 5:
        raise FileProblem("file.garbled_encoding")
    return text, ()


def _bytes_of_latin() -> dict[int, int]:
    """Which byte a sign was when somebody read it as Windows-1252; its five gaps as Latin-1."""
    signs = bytes(range(256)).decode("cp1252", errors="replace")
    return {ord(chr(byte) if sign == "\ufffd" else sign): byte for byte, sign in enumerate(signs)}


_BYTES_OF_LATIN = _bytes_of_latin()
