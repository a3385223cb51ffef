"""Fixtures for everyone, the order of tests, and the rule that CI skips nothing."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
pytest_plugins = ["tests.stores"]
SERVICES = {"browser", "postgres"}
LONGEST = ("e2e", "data_access")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that of several workers none is left alone with them at the end."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.relative_to(HERE).parts[0], len(places)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """With CI=true a browser or PostgreSQL test that is skipped has failed."""
    report = yield
    skipped_service = report.skipped and not hasattr(report, "wasxfail") and SERVICES & set(item.keywords)
    if skipped_service and os.environ.get("CI", "").lower() == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true does not allow: {call.excinfo.value}"
    return report
