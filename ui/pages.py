"""The pages: file, address, words and what each is filtered by. The frame and the tests read this list."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PERIOD = ("tu", "den")
NARROWING = ("cap", "don_vi", "linh_vuc")
ALL_FILTERS = (*PERIOD, *NARROWING)
KEPT = (*ALL_FILTERS, "lang")  # parameters that follow the reader from page to page


@dataclass(frozen=True)
class Page:
    """One page. `slug` must differ from the file's stem: Streamlit would else serve the file unframed."""

    stem: str
    slug: str
    icon: str
    name: str  # key of the word in the menu
    title: str  # key of the heading
    filters: tuple[str, ...] = ()
    role: str = "viewer"

    @property
    def file(self) -> Path:
        return ROOT / "pages" / f"{self.stem}.py"


# No groups: on a narrow screen Streamlit writes them as a list that is none (axe: list, listitem).
PAGES = (
    Page("overview", "tong-quan", "dashboard", "page.overview", "page.overview.title", filters=PERIOD),
    Page(
        stem="actions",
        slug="viec-can-chi-dao",
        icon="assignment_late",
        name="page.actions",
        title="page.actions.title",
        filters=PERIOD,
    ),
    Page(
        stem="online_services",
        slug="dich-vu-cong",
        icon="language",
        name="page.online_services",
        title="page.online_services.title",
        filters=(*PERIOD, "linh_vuc"),
    ),
    Page("dossiers", "ho-so", "folder_open", "page.dossiers", "page.dossiers.title", filters=ALL_FILTERS),
    Page(
        stem="cross_boundary",
        slug="phi-dia-gioi",
        icon="share_location",
        name="page.cross_boundary",
        title="page.cross_boundary.title",
        filters=PERIOD,
    ),
    Page(
        "agencies",
        "co-quan",
        "apartment",
        "page.agencies",
        "page.agencies.title",
        filters=(*PERIOD, "cap", "don_vi"),
    ),
    Page("reform", "cai-cach", "published_with_changes", "page.reform", "page.reform.title", filters=PERIOD),
    Page("linked", "ket-noi", "hub", "page.linked", "page.linked.title", filters=PERIOD),
    Page("reconciliation", "doi-chieu", "balance", "page.reconciliation", "page.reconciliation.title"),
    Page(
        "received", "so-lieu", "checklist", "page.received", "page.received.title", filters=(*PERIOD, "cap")
    ),
    Page("upload", "nap-so-lieu", "upload_file", "page.upload", "page.upload.title", role="staff"),
    Page("history", "lich-su", "history", "page.history", "page.history.title", role="staff"),
    Page("glossary", "giai-thich", "menu_book", "page.glossary", "page.glossary.title"),
)
