"""Units by what people call them: UBND phường Phú Cường, P. Phú Cường, Xã An Bình (huyện Phú Giáo).

A name is looked up folded, in the closed list of units in force, and must hit exactly one: who writes
"An Bình" may mean the ward or the commune, and is asked for district or code.
"""

import re
from collections.abc import Iterable

from data_access.ingest.contract import fold
from data_access.units import Unit

# Kinds of place by the ways in which they are written before a name.
_KINDS = {
    "phuong": ("p", "ph", "phuong"),
    "xa": ("x", "xa"),
    "thi tran": ("tt", "thi tran"),
    "thanh pho": ("tp", "t p", "thanh pho"),
    "thi xa": ("tx", "thi xa"),
    "huyen": ("h", "huyen"),
    "quan": ("q", "quan"),
    "tinh": ("tinh",),
}
_WRITTEN = {written: kind for kind, ways in _KINDS.items() for written in ways}
_KIND = re.compile(rf"^({'|'.join(sorted(_WRITTEN, key=len, reverse=True))}) (?=\S)")
_OFFICE = re.compile(r"^(?:bo phan mot cua |uy ban nhan dan )+(?=\S)")
_WORDS = {
    "ubnd": "uy ban nhan dan", "bql": "ban quan ly", "kcn": "khu cong nghiep", "vp": "van phong",
    "gd": "giao duc", "dt": "dao tao", "gddt": "giao duc dao tao", "kh": "khoa hoc", "cn": "cong nghe",
    "khcn": "khoa hoc cong nghe", "nn": "nong nghiep", "mt": "moi truong", "nnmt": "nong nghiep moi truong",
    "vhttdl": "van hoa the thao du lich", "vh": "van hoa", "dl": "du lich", "xd": "xay dung", "va": "",
}  # fmt: skip
_PARTS = re.compile(r"[,;()|/>\[\]\-–—]")
_OF_PROVINCE = re.compile(r" tinh [a-z ]+$")


class Names:
    """The units of one moment, to be found by name. `places` are those that they may lie in."""

    def __init__(self, units: Iterable[Unit], places: Iterable[Unit] = ()) -> None:
        units = list(units)
        self._places = {unit.code: unit for unit in (*places, *units)}
        self._by_name: dict[str, list[Unit]] = {}
        for unit in units:
            kind, name = _split(unit.name)
            for form in {name, f"{kind} {name}".strip()}:
                self._by_name.setdefault(form, []).append(unit)

    def meant(self, text: str) -> list[Unit]:
        """The units that a cell may mean: by its name, narrowed by a code or a district beside it."""
        if whole := self._named(text):
            return whole
        parts = [part for part in _PARTS.split(text) if fold(part)]
        found = {}
        for at, part in enumerate(parts):
            beside = parts[:at] + parts[at + 1 :]
            for unit in self._named(part):
                if all(self._fits(unit, other) for other in beside):
                    found[unit.key] = unit
        return list(found.values())

    def told(self, units: Iterable[Unit]) -> str:
        """Names with district and code, for the person to choose from."""
        return "; ".join(f"{unit.name}{self._district(unit)} – {unit.code}" for unit in units)

    def _named(self, text: str) -> list[Unit]:
        kind, name = _split(text)
        own = _OF_PROVINCE.sub("", name)  # Sở Nội vụ tỉnh Bình Dương
        return self._by_name.get(f"{kind} {name}".strip()) or self._by_name.get(f"{kind} {own}".strip(), [])

    def _fits(self, unit: Unit, part: str) -> bool:
        """Whether a part beside the name is the unit's code, or the place that it lies in."""
        parent = self._places.get(unit.parent or "")
        kind, name = _split(part)
        if kind == "tinh" or fold(part) == fold(unit.code):  # one store, one province
            return True
        return parent is not None and _split(parent.name) in (
            (kind, name),
            (kind or _split(parent.name)[0], name),
        )

    def _district(self, unit: Unit) -> str:
        parent = self._places.get(unit.parent or "")
        return f" ({parent.name})" if parent else ""


def _split(text: str) -> tuple[str, str]:
    """A name as its kind of place (phuong, xa …, or "") and the rest, folded, abbreviations written out."""
    words = [_WORDS.get(word, word) for word in fold(text).split()]
    name = " ".join(" ".join(words).split())
    without_office = _OFFICE.sub("", name)
    found = _KIND.match(without_office)
    if not found or (found[1] == "tinh" and without_office == name):
        return ("", name) if not found else ("tinh", name[found.end() :])
    return _WRITTEN[found[1]], without_office[found.end() :]
