"""April to September 2025, uploaded in the browser in order: 1-7-2025 breaks nothing that is not marked.

One store lives through all six months; what it shows in the end is looked at from several sides. Dossiers
go in by the browser, the small catalogues that belong to a month before them, as `cli.py ingest` does.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from data_access import ingest
from data_access.ingest import Known
from data_access.months import month_end
from data_access.store import Store
from language.numbers import day
from sample_data.later import CATALOGUES_OF, MONTHS, WITH_OPENINGS
from sample_data.load import FOLDER
from tests import demo
from tests.e2e.chromium import Traffic, new_context, wait_until_idle
from tests.e2e.looking import assert_accessible, assert_no_sideways_scroll, text_of
from tests.e2e.server import Server
from tests.e2e.uploads import put, say_yes

JULY = date(2025, 7, 1)
ALL = "?tu=2024-12&den=2025-09"
CELLS = """rows => rows.map(row => [...row.querySelectorAll("th, td")].map(cell => cell.textContent))"""
OpenAt = Callable[..., Page]


class Story:
    """One reader uploads and applies month after month, each when it is first asked for."""

    def __init__(self, server: Server, browser: Browser):
        self.server, self.traffic = server, Traffic()
        self._seen: dict[date, tuple[str, str]] = {}
        self._store = Store.open(server.store_url, migrate=False)
        self._page = new_context(browser).new_page()
        self.traffic.watch(self._page.context)

    def after(self, month: date) -> tuple[str, str]:
        """What Hồ sơ showed when this month had been applied: the usual view, and the month alone."""
        for one in MONTHS[: MONTHS.index(month) + 1]:
            if one not in self._seen:
                self._upload(one)
                self._seen[one] = (self._look(), self._look(f"?tu={one:%Y-%m}&den={one:%Y-%m}"))
        return self._seen[month]

    def _upload(self, month: date) -> None:
        for catalogue in _catalogues_of(month):
            checked = ingest.check(Known.of(self._store), FOLDER / catalogue)
            ingest.apply(self._store, ingest.stage(self._store, checked, by="lan"), by="lan")
        self._open("nap-so-lieu")
        put(self._page, FOLDER / f"ho-so-{month:%Y-%m}.csv")
        self._page.get_by_role("button", name="Áp dụng", exact=True).click()
        say_yes(self._page, "Đã áp dụng lúc")

    def _look(self, query: str = "") -> str:
        self._open(f"ho-so{query}")
        return text_of(self._page)

    def _open(self, address: str) -> None:
        self._page.goto(f"{self.server.url}/{address}")
        wait_until_idle(self._page)

    def close(self) -> None:
        self._page.context.close()
        self._store.close()


@pytest.fixture(scope="module")
def story(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    demo.later()
    folder = tmp_path_factory.mktemp("reorganisation")
    server = Server(demo.copied(folder / "store.sqlite"), folder / "log").wait()
    made = Story(server, browser)
    yield made
    made.close()
    server.stop()


@pytest.fixture
def open_at(open_page, story) -> OpenAt:
    """`open_at(slug, query)`: a page after the last of the months."""
    story.after(MONTHS[-1])
    return lambda slug, query="", **how: open_page(slug, query, server=story.server, **how)


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_each_month_counts_when_it_is_applied_and_owes_nothing(story, month):
    usual, alone = story.after(month)
    due = 51 if month >= JULY else 115
    assert f"01/12/2024\xa0– {day(month_end(month))}" in usual, "the usual period ends with the new month"
    assert f"{due}/{due} đơn vị" in alone, "who has ended owes nothing, who is new has sent"
    story.traffic.assert_clean()


def test_no_month_is_silently_nought_and_the_days_are_marked(open_at):
    page = open_at("ho-so", ALL)
    months, received, districts = (
        _column(page, "ho-so-tiep-nhan-thang", header)
        for header in ("Tháng", "Tổng", "Cấp huyện, đã kết thúc 30/06/2025")
    )
    assert months == ["12/2024", *(f"{n:02d}/2025" for n in range(1, 10))]
    assert all(_number(one) > 60_000 for one in received), "every month has its dossiers"
    assert all(_number(one) for one in districts[:7])
    assert districts[7:] == ["—"] * 3, "ended, and not 0"
    shown = text_of(page)
    for mark in ("Sắp xếp lại sở, ngành", "Kết thúc cấp huyện", "Cấp huyện, đã kết thúc 30/06/2025"):
        assert mark in shown


def test_the_province_is_the_same_in_both_structures(open_at):
    sums = {}
    for structure in ("luc-do", "hien-nay"):
        page = open_at("ho-so", f"{ALL}&chi_so=tiep-nhan&co_cau={structure}")
        rows = _table(page, "ho-so-don-vi-dossiers-received")
        sums[structure] = (len(rows), sum(_number(row[1]) for row in rows))
    assert sums["luc-do"][1] == sums["hien-nay"][1] == _number(_headline(page))
    # 15 departments, 9 districts, 91 and 36 communes; then 12 exact and 10 tied in place of the communes.
    assert (sums["luc-do"][0], sums["hien-nay"][0]) == (151, 15 + 9 + 12 + 10)


def test_of_36_units_12_are_restated_exactly_and_24_stand_in_10_groups(open_at):
    page = open_at("co-quan", f"{ALL}&cap=xa&co_cau=hien-nay")
    names = page.locator(".ioc-standings tbody th").all_inner_texts()
    tied = [name for name in names if "không tách được" in name]
    exact = [name for name in names if "· gồm" in name and name not in tied]
    assert (len(names), len(exact), len(tied)) == (22, 12, 10)
    assert sum(name.count(" + ") + 1 for name in tied) == 24
    districts = open_at("co-quan", f"{ALL}&cap=huyen&co_cau=hien-nay").locator(".ioc-standings tbody th")
    assert all("đã kết thúc" in name for name in districts.all_inner_texts()) and districts.count() == 9


def test_a_code_is_phu_cuong_in_june_and_thu_dau_mot_in_july(open_at):
    for month, name in (("2025-06", "Phường Phú Cường"), ("2025-07", "Phường Thủ Dầu Một")):
        page = open_at("co-quan", f"?tu={month}&den={month}&cap=xa")
        line = page.locator(".ioc-standings tbody th").filter(has_text="25747")
        assert line.all_inner_texts() == [f"{name}\n25747"]


def test_nobody_is_late_who_has_ended_or_had_not_begun(open_at):
    page = open_at("so-lieu", f"{ALL}&hien=con-thieu")
    assert "chưa gửi" not in text_of(page).split("đơn vị theo tháng")[-1].split("Nhắc")[0]
    page = open_at("so-lieu", ALL)
    states = page.locator(".ioc-board tbody td").all_inner_texts()
    assert states and not any("✕" in state for state in states)


@pytest.mark.parametrize("size", ["laptop", "phone", "tv"])
def test_the_map_of_today_has_36_tiles_and_that_of_the_time_has_9(open_at, size):
    page = open_at("phi-dia-gioi", ALL, size=size)
    assert page.locator(".ioc-tile").count() == 36
    assert_no_sideways_scroll(page)
    assert_accessible(page)
    then = open_at("phi-dia-gioi", f"{ALL}&co_cau=luc-do", size=size)
    assert then.locator(".ioc-tile").count() == 9 and "T12/24–T6/25" in text_of(then)


def _catalogues_of(month: date) -> list[str]:
    """What must be there before a month's dossiers, in the order of the sample's README."""
    openings = [f"mo-tai-quay-{month:%Y-%m}.csv"] if month.month in WITH_OPENINGS else []
    return [*CATALOGUES_OF.get(month.month, ()), *openings]


def _table(page: Page, key: str) -> list[list[str]]:
    """The table twin of a panel, folded as it is."""
    rows = page.locator(f".st-key-table-{key} tbody tr")
    rows.first.wait_for(state="attached")
    return rows.evaluate_all(CELLS)


def _column(page: Page, key: str, header: str) -> list[str]:
    headers = page.locator(f".st-key-table-{key} thead th").all_text_contents()
    return [row[headers.index(header)] for row in _table(page, key)]


def _headline(page: Page) -> str:
    return page.locator(".ioc-kpi .ioc-big").first.inner_text()


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def test_what_got_worse_stands_beside_the_filters_and_not_on_them(open_at):
    """July against June names three rates, as long a line as there is."""
    page = open_at("tong-quan", "?tu=2024-12&den=2025-07")
    words = page.locator(".ioc-beside a.ioc-link").bounding_box()
    button = page.get_by_text("Kỳ công bố", exact=True).bounding_box()
    assert words["x"] > button["x"] + button["width"]
