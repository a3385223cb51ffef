"""Text to bytes as it was done before Unicode; the product only ever goes the other way."""

import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below
_HORN = "\u031b"
_HATS = f"\u0302\u0306{_HORN}"
_TCVN3 = dict(
    zip(
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ",
        bytes.fromhex(
            "B5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8DCDDDEDFE1E2E3E4E5E6E7E8E9EAEBECEDEE"
            "EFF1F2F3F4F5F6F7F8F9FAFBFCFDFEA8A9AAABACADAEA1A2A3A4A5A6A7"
        ),
        strict=True,
    )
)
# VNI: a second byte for the tone, or for the hat with its tone; some letters have one byte of their own.
_VNI_TONE = dict(zip(_TONES, b"\xf8\xf9\xf5\xfb\xef", strict=True))
_VNI_HAT = dict(zip(("", *_TONES), b"\xe2\xe0\xe1\xe3\xe5\xe4", strict=True))
_VNI_BREVE = dict(zip(("", *_TONES), b"\xea\xe8\xe9\xfc\xfa\xeb", strict=True))
_VNI_ALONE = dict(zip("ơưđíìỉĩịỵ", b"\xf4\xf6\xf1\xed\xec\xe6\xf3\xf2\xee", strict=True))


def windows_1258(text: str) -> bytes:
    """Letters with their hat or horn, tones as signs of their own."""
    out = ""
    for base, hat, tone in map(_parts, unicodedata.normalize("NFC", text)):
        out += unicodedata.normalize("NFC", base + hat) + tone
    return out.encode("cp1258")


def tcvn3(text: str) -> bytes:
    """One byte a letter; a capital with a tone is the small one in a font of capitals."""
    composed = unicodedata.normalize("NFC", text)
    return bytes(_TCVN3.get(c) or _TCVN3.get(c.lower()) or ord(c) for c in composed)


def vni(text: str) -> bytes:
    """A letter, and for hat and tone a second byte, in capitals the one of the capital."""
    return b"".join(map(_vni_letter, unicodedata.normalize("NFC", text)))


def _vni_letter(letter: str) -> bytes:
    small = letter.lower()
    if small in _VNI_ALONE:
        return _cased(bytes([_VNI_ALONE[small]]), letter)
    base, hat, tone = _parts(small)
    first = base.encode("latin-1")
    if hat == _HORN:
        first, hat = bytes([_VNI_ALONE[unicodedata.normalize("NFC", base + hat)]]), ""
    second = {"\u0302": _VNI_HAT, "\u0306": _VNI_BREVE}.get(hat, _VNI_TONE).get(tone)
    return _cased(first + (bytes([second]) if second else b""), letter)


def _cased(content: bytes, letter: str) -> bytes:
    return content.decode("latin-1").upper().encode("latin-1") if letter.isupper() else content


def _parts(letter: str) -> tuple[str, str, str]:
    """(letter, hat or horn, tone)."""
    base, *marks = unicodedata.normalize("NFD", letter)
    return base, "".join(m for m in marks if m in _HATS), "".join(m for m in marks if m in _TONES)
