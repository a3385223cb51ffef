"""The encodings of Vietnamese before Unicode, of which Python knows only Windows-1258.

TCVN3 (ABC) has one byte a letter; its accented capitals are small letters in a font of capitals, so they
are lost. VNI has a letter and then, for hat, horn and tone, a second byte.
"""

import codecs
import re
from collections.abc import Callable

_TCVN3_FROM_A1 = "ĂÂÊÔƠƯĐăâêôơưđ"
_TCVN3 = {
    0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip

_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}  # on a plain letter
_HATS = {"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
         "ä": "\u0302\u0323"}  # fmt: skip
_BREVES = {"ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
           "ë": "\u0306\u0323"}  # fmt: skip
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """What one or two signs of VNI, seen as Latin-1, stand for, in small and capital letters."""
    marks = {"a": _MARKS | _HATS | _BREVES, "e": _MARKS | _HATS, "o": _MARKS | _HATS,
             "u": _MARKS, "y": _MARKS, "ô": _MARKS, "ö": _MARKS}  # fmt: skip
    pairs = {
        letter + sign: _VNI_LETTERS.get(letter, letter) + mark
        for letter, signs in marks.items()
        for sign, mark in signs.items()
    }
    pairs |= _VNI_LETTERS
    return (
        pairs
        | {seen.upper(): meant.upper() for seen, meant in pairs.items()}
        | {seen[0].upper() + seen[1:]: meant[0].upper() + meant[1:] for seen, meant in pairs.items()}
    )


def _tcvn3() -> str:
    letters = [chr(byte) for byte in range(0x80)] + ["\ufffe"] * 0x80
    letters[0xA0] = "\xa0"
    for start, run in {0xA1: _TCVN3_FROM_A1, **_TCVN3}.items():
        letters[start : start + len(run)] = run
    return "".join(letters)


_TCVN3_TABLE = _tcvn3()
_VNI_PAIRS = _vni()
_VNI = re.compile("|".join(sorted(map(re.escape, _VNI_PAIRS), key=len, reverse=True)))


def from_windows_1258(content: bytes) -> str:
    """A letter and then its tone, which NFC joins."""
    return content.decode("cp1258")


def from_tcvn3(content: bytes) -> str:
    """UnicodeDecodeError where a byte is no letter."""
    return codecs.charmap_decode(content, "strict", _TCVN3_TABLE)[0]


def from_vni(content: bytes) -> str:
    """Letters with their marks apart, which NFC joins. Every content is readable so."""
    return _VNI.sub(lambda found: _VNI_PAIRS[found[0]], content.decode("latin-1"))


LEGACY: dict[str, Callable[[bytes], str]] = {
    "Windows-1258": from_windows_1258,
    "TCVN3 (ABC)": from_tcvn3,
    "VNI": from_vni,
}
