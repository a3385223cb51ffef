"""Makes the large extracts of the sample province, once: python -m sample_data.generate [later]

Small catalogues are committed and only listed here. Files carry a stamp of the code that made them, so
that they are made again only when that code changes.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from sample_data import later, openings, statement
from sample_data.catalogue import catalogue
from sample_data.chance import SEED
from sample_data.dossiers import submitted_in
from sample_data.seasons import after, before
from sample_data.units import CATALOGUES, units
from sample_data.volume import PUBLISHED_MONTHS

FOLDER = Path(__file__).parents[1] / "var" / "sample"
BEGIN, AS_OF = PUBLISHED_MONTHS[0], date(2025, 3, 31)
BEFORE_DOSSIERS = ("don-vi.csv", "diem-mot-cua.csv", "linh-vuc.csv", "thu-tuc.csv", "trang-thai-thu-tuc.csv")
AFTER_OPENINGS = (
    "muc-tieu.csv",
    "su-kien.csv",
    "ket-noi.csv",
    "cai-cach.csv",
    "so-thang.csv",
    "chi-so-766.csv",
    "diem-766-cong-bo.csv",
)
OPENINGS = "mo-tai-quay.csv"

Progress = Callable[[float, str], None]


def generate(folder: Path = FOLDER, progress: Progress | None = None) -> list[Path]:
    """The extracts of December 2024 to March 2025, made if they are not there, in order of loading.

    `progress(share, file name)` is called after each file that is made.
    """
    made = [OPENINGS, *(_name(month) for month in PUBLISHED_MONTHS)]
    _once(folder, "first", made, _first_files, progress)
    committed = {name: CATALOGUES / name for name in (*BEFORE_DOSSIERS, *AFTER_OPENINGS)}
    order = (*BEFORE_DOSSIERS, OPENINGS, *AFTER_OPENINGS, *made[1:])
    return [committed.get(name, folder / name) for name in order]


def generate_later(folder: Path = FOLDER, progress: Progress | None = None) -> list[Path]:
    """The extracts of April to September 2025, to be uploaded by hand, all in the folder, in order."""
    names = [name for month in later.MONTHS for name in _later_names(month)]
    _once(folder, "later", names, _later_files, progress)
    return [folder / name for name in names]


def _once(folder: Path, what: str, names: list[str], files, progress: Progress | None) -> None:
    stamp, wanted = folder / f".{what}", f"{SEED} {_version()}"
    complete = all((folder / name).exists() for name in names)
    if complete and stamp.exists() and stamp.read_text() == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for done, name in enumerate(files(folder), start=1):
        if progress:
            progress(done / len(names), name)
    stamp.write_text(wanted)


def _first_files(folder: Path) -> Iterator[str]:
    known, everyone = catalogue(), units()
    since = openings.openings(known, everyone)
    yield openings.write(folder / OPENINGS, known, everyone, since, BEGIN, AS_OF).name
    for month, dossiers in _months(PUBLISHED_MONTHS, known, everyone, since):
        yield statement.write(folder / _name(month), month, dossiers, known, everyone).name


def _later_files(folder: Path) -> Iterator[str]:
    known, everyone = catalogue(), units()
    since = openings.openings(known, everyone)
    for month, dossiers in _months((*PUBLISHED_MONTHS, *later.MONTHS), known, everyone, since):
        if month not in later.MONTHS:
            continue
        for name in later.CATALOGUES_OF.get(month.month, ()):
            yield Path(shutil.copyfile(CATALOGUES / name, folder / name)).name
        if month.month in later.WITH_OPENINGS:
            last, path = after(month) - timedelta(days=1), folder / _openings_name(month)
            yield openings.write(path, known, everyone, since, month, last).name
        yield statement.write(folder / _name(month), month, dossiers, known, everyone).name


def _months(months, known, everyone, since) -> Iterator[tuple]:
    """Each month with the dossiers that may stand in its statement, beginning with November's stock."""
    november = before(months[0])
    dossiers = submitted_in(november, known, everyone, since)
    dossiers = dossiers.take(statement.still_open(dossiers, november))
    for month in months:
        dossiers = dossiers.plus(submitted_in(month, known, everyone, since))
        yield month, dossiers
        dossiers = dossiers.take(statement.still_open(dossiers, month))
        if month == later.LAST_OLD_MONTH:
            dossiers = later.hand_over(dossiers, known, everyone)


def _later_names(month: date) -> list[str]:
    names = list(later.CATALOGUES_OF.get(month.month, ()))
    if month.month in later.WITH_OPENINGS:
        names.append(_openings_name(month))
    return [*names, _name(month)]


def _name(month: date) -> str:
    return f"ho-so-{month:%Y-%m}.csv"


def _openings_name(month: date) -> str:
    return f"mo-tai-quay-{month:%Y-%m}.csv"


def _version() -> str:
    here = Path(__file__).parent
    sources = sorted([*here.glob("*.py"), *here.glob("reference/*.csv"), *here.glob("catalogues/*.csv")])
    digest = sha256()
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:32]


if __name__ == "__main__":
    make = generate_later if "later" in sys.argv[1:] else generate
    make(progress=lambda done, name: print(f"{done:4.0%} {name}"))
