"""Promises of the documents, held against the code."""

from pathlib import Path

from cli import app
from data_access.settings import Settings
from reports.contract import PAGE, current

ROOT = Path(__file__).parents[1]


def test_the_contract_page_says_what_the_contracts_say():
    page = PAGE.read_text("utf-8")
    assert current(page) == page, "run: python -m reports.contract"


def test_every_setting_is_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in Settings.model_fields:
        assert name.upper() in readme


def test_every_command_is_in_its_page():
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert [name for name in names if f"python cli.py {name}" not in page] == []


def test_every_dependency_says_what_it_is_for_and_is_bounded():
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    wanted = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(wanted) > 10
    for line in wanted:
        package, _, reason = line.partition("#")
        assert reason.strip(), line
        assert any(mark in package for mark in ("<", "==", "~=")), line
