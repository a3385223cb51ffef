"""Promises about the shape of the code, kept by walking the tree."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from language import LANGUAGES
from language.catalogue import catalogue
from ui.pages import PAGES, ROOT

OURS = (
    "language", "data_access", "metrics", "graphics", "reports", "sample_data", "ui", "pages", "api",
    "commands",
)  # fmt: skip
PAGE_FILES = sorted(path for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__")


def sources() -> list[Path]:
    """Every file of the product, tests left out."""
    folders = [path for name in OURS for path in (ROOT / name).rglob("*.py")]
    return [*ROOT.glob("*.py"), *folders]


def test_every_page_file_is_a_page_and_every_page_a_file():
    assert sorted(page.file for page in PAGES) == PAGE_FILES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_cannot_be_reached_around_the_frame(page):
    """Streamlit would serve pages/upload.py at /upload without app.py: STYLE's two cures, both halves."""
    assert page.slug not in {path.stem for path in PAGE_FILES}
    body = ast.parse(page.file.read_text(encoding="utf-8")).body
    first = next(
        node for node in body if not isinstance(node, ast.Import | ast.ImportFrom) and not _is_text(node)
    )
    call = getattr(first, "value", None)
    assert isinstance(call, ast.Call) and ast.unparse(call.func) == "shell.framed", (
        f"{page.file.name} must begin with shell.framed()"
    )
    asked = [ast.literal_eval(argument) for argument in call.args] or ["viewer"]
    assert asked == [page.role]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_its_words_in_every_language(page):
    for language in LANGUAGES:
        for key in (page.name, page.title):
            assert key in catalogue(language)


def test_slugs_are_plain_and_different():
    slugs = [page.slug for page in PAGES]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)


def test_session_state_appears_in_one_module_only():
    using = {str(path.relative_to(ROOT)) for path in sources() if "session_state" in path.read_text("utf-8")}
    assert using == {"ui/state.py"}


def test_no_page_or_part_runs_script_or_styles_by_markdown():
    forbidden = ("unsafe_allow_html", "unsafe_allow_javascript", "use_container_width")
    for path in sources():
        text = path.read_text(encoding="utf-8")
        assert not any(word in text for word in forbidden), path


def test_the_command_line_works_without_the_dashboard():
    """Whatever a page can do, a script can do: cli.py and what it needs run without Streamlit and Plotly."""
    check = "import sys, cli; print([m for m in ('streamlit', 'plotly', 'ui', 'pages') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Every kind of file, each with one line of examples, read as the process apart reads it.
READING = """
import sys
from contextlib import suppress
from data_access.errors import FileProblem
from data_access.ingest import checking, reader
from data_access.ingest.contracts import CONTRACTS

known = reader.Known((), {}, frozenset(), frozenset(), ())
for kind, contract in CONTRACTS.items():
    lines = ([column.header for column in contract.columns], [column.example for column in contract.columns])
    content = "\\n".join(";".join(line) for line in lines)
    with suppress(FileProblem):
        checking.check(known, content.encode(), "2025-03.csv", kind=kind)
print([name for name in sys.argv[1:] if name in sys.modules])
"""


def test_the_process_that_reads_a_file_knows_no_store():
    """What a file says is known without where it is kept: such a process starts in a third of the time, and
    holds nothing with which it could reach a store."""
    stored = ("sqlalchemy", "pydantic", "data_access.store", "data_access.tables")
    command = [sys.executable, "-c", READING, *stored]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_command_has_asked_the_reading_process_before_it_imports_what_takes_the_answer():
    """Polars is a third of what a command imports; that process can do its work meanwhile."""
    asking = "from data_access.ingest import apart, knowing"
    check = f"import sys, cli; {asking}; print([m for m in ('polars', 'rich.progress') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_takes_the_answer_of_the_reading_process_imports_no_reader_of_files():
    """Readers of text and workbooks are as much to import as all else that it needs of ours."""
    readers = "('python_calamine', 'data_access.ingest.reading.text')"
    taking = "from data_access.ingest import applying, arriving, comparing, staging"
    check = f"import sys, cli; {taking}; print([m for m in {readers} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_imports_the_two_programs_at_the_top():
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            assert not {"app", "cli"} & set(names), path


def test_no_file_names_the_machine_it_was_written_on():
    for path in [*sources(), *(ROOT / "tests").rglob("*.py"), *ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        if path != Path(__file__):
            assert f"{ROOT}/" not in path.read_text(encoding="utf-8"), path


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
