"""A workbook's zip looked over before anything in it is opened.

Nothing is ever extracted, so a part called ../../etc/passwd is only a name. Every part is inflated once
and forgotten: sizes and checksums that lie show here, and so does XML that would pull in something else.
"""

import io
import zipfile

from data_access.errors import FileProblem

MAX_INFLATED = 1_000_000_000
MAX_PARTS = 5_000
MAX_RATIO = 300  # a sheet of equal cells packs about 100 to 1
_RATIO_FROM = 50_000_000
_CHUNK = 1 << 20
_DECLARED = [sign.encode(coding) for sign in ("<!DOCTYPE", "<!ENTITY") for coding in ("ascii", "utf-16-le")]
_LONGEST = 20  # bytes of a declaration that may stand across two chunks
_OTHER_OFFICE = {"word/": "Word", "ppt/": "PowerPoint", "visio/": "Visio", "xl/workbook.bin": "XLSB"}


class Archive:
    """The parts of an XLSX file by name: no case, forward slashes."""

    def __init__(self, content: bytes) -> None:
        """Raises FileProblem when the archive is damaged, locked, too large, or no XLSX workbook."""
        self._packed = len(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except Exception as error:  # the zip reader raises a dozen kinds; all mean one thing to the person
            raise FileProblem("file.broken_workbook") from error
        self._parts = {_plain(part.filename): part for part in self._zip.infolist()}
        self._refuse_locked()
        self._refuse_bomb()
        self._refuse_other()
        for name, part in self._parts.items():
            self._read_through(name, part)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def read(self, name: str) -> bytes:
        """A part as bytes; empty where there is none."""
        part = self._parts.get(_plain(name))
        return self._zip.read(part) if part else b""

    def _refuse_locked(self) -> None:
        if any(part.flag_bits & 0x1 for part in self._parts.values()):
            raise FileProblem("file.password")

    def _refuse_bomb(self) -> None:
        """By what the archive says of itself; that it says the truth is seen when it is read through."""
        inflated = sum(part.file_size for part in self._zip.infolist())
        if inflated > MAX_INFLATED:
            raise FileProblem("file.too_large", size=inflated // 1_000_000, limit=MAX_INFLATED // 1_000_000)
        if len(self._zip.infolist()) > MAX_PARTS:
            raise FileProblem("file.bomb")
        if inflated > _RATIO_FROM and inflated > MAX_RATIO * self._packed:
            raise FileProblem("file.bomb")
        if len(self._parts) != len(self._zip.infolist()):
            raise FileProblem("file.broken_workbook")  # two parts of one name: which would be read?

    def _refuse_other(self) -> None:
        names = self._parts.keys()
        for start, form in _OTHER_OFFICE.items():
            if any(name.startswith(start) for name in names):
                raise FileProblem("file.other_office", form=form)
        if self.read("mimetype").startswith(b"application/vnd.oasis"):
            raise FileProblem("file.other_office", form="OpenDocument")
        if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
            raise FileProblem("file.macros")
        if any(name.startswith("xl/externallinks/") for name in names):
            raise FileProblem("file.external_links")
        if "xl/workbook.xml" not in names:
            raise FileProblem("file.archive")

    def _read_through(self, name: str, part: zipfile.ZipInfo) -> None:
        is_xml = name.endswith((".xml", ".rels", ".vml"))
        end = b""
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    if is_xml and any(sign in end + chunk for sign in _DECLARED):
                        raise FileProblem("file.declares_entities")
                    end = chunk[-_LONGEST:]
        except FileProblem:
            raise
        except Exception as error:  # as above
            raise FileProblem("file.broken_workbook") from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
