"""Makes the large extracts of the sample province, once: python -m sample_data.generate

Small catalogues are committed and only listed here. Files carry a stamp of the code that made them, so
that they are made again only when that code changes.
"""

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from sample_data import openings, statement
from sample_data.catalogue import catalogue
from sample_data.dossiers import submitted_in
from sample_data.later import LATER_CATALOGUES, LATER_MONTHS, hand_over
from sample_data.seasons import after, before
from sample_data.units import CATALOGUES, units
from sample_data.volume import PUBLISHED_MONTHS

FOLDER = Path(__file__).parents[1] / "var" / "sample"
AS_OF, BEGIN = date(2025, 3, 31), date(2024, 12, 2)
BEFORE_DOSSIERS = ("don-vi.csv", "diem-mot-cua.csv", "linh-vuc.csv", "thu-tuc.csv", "trang-thai-thu-tuc.csv")
AFTER_OPENINGS = ("muc-tieu.csv", "su-kien.csv", "ket-noi.csv", "cai-cach.csv", "so-thang.csv")

Progress = Callable[[float, str], None]


def generate(folder: Path = FOLDER, progress: Progress | None = None) -> list[Path]:
    """The extracts of December 2024 to March 2025, made if they are not there, in order of loading.

    `progress(share, file name)` is called before each file that is made.
    """
    names = ["mo-tai-quay.csv", *(_name(month) for month in PUBLISHED_MONTHS)]
    _make(folder, names, PUBLISHED_MONTHS, progress)
    first, last = ([CATALOGUES / name for name in some] for some in (BEFORE_DOSSIERS, AFTER_OPENINGS))
    return [*first, folder / names[0], *last, *(folder / name for name in names[1:])]


def generate_later(folder: Path = FOLDER, progress: Progress | None = None) -> list[Path]:
    """The extracts of April to September 2025, to be uploaded by hand, in order of loading."""
    names = [_name(month) for month in LATER_MONTHS]
    raise NotImplementedError(names, LATER_CATALOGUES, after, hand_over, progress, folder)


def _make(folder: Path, names: list[str], months, progress: Progress | None) -> None:
    stamp, wanted = folder / f".stamp-{months[0]:%Y-%m}", _version()
    complete = all((folder / name).exists() for name in names)
    if complete and stamp.exists() and stamp.read_text() == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for done, name in enumerate(_files(folder, months)):
        if progress:
            progress(done / len(names), name)
    stamp.write_text(wanted)


def _files(folder: Path, months) -> Iterator[str]:
    known, everyone = catalogue(), units()
    since = openings.openings(known, everyone)
    yield openings.write(folder / "mo-tai-quay.csv", known, everyone, since, BEGIN, AS_OF).name
    november = before(months[0])
    dossiers = submitted_in(november, known, everyone, since)
    dossiers = dossiers.take(statement.still_open(dossiers, november))
    for month in months:
        dossiers = dossiers.plus(submitted_in(month, known, everyone, since))
        yield statement.write(folder / _name(month), month, dossiers, known, everyone).name
        dossiers = dossiers.take(statement.still_open(dossiers, month))


def _name(month: date) -> str:
    return f"ho-so-{month:%Y-%m}.csv"


def _version() -> str:
    here = Path(__file__).parent
    sources = sorted([*here.glob("*.py"), *here.glob("reference/*.csv"), *here.glob("catalogues/*.csv")])
    digest = sha256()
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    generate(progress=lambda done, name: print(f"{done:4.0%} {name}"))
