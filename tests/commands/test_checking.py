"""`check`: line, column, reason and what to do; nothing is written."""

import pytest

from data_access.store import Store
from tests import tiny
from tests.processes import cli
from tests.tiny import extract, line


def test_check_names_line_column_reason_and_what_to_do_and_writes_nothing(url, faulty):
    done = cli(url, "check", faulty)
    assert done.returncode == 3
    assert "Dòng 4, cột Mã đơn vị xử lý: Không có đơn vị nào mang mã này." in done.stdout
    store = Store.open(url)
    assert store.revision() == 2 * len(tiny.REFERENCE)
    store.close()


def test_check_says_what_is_wrong_with_the_file_as_a_whole(url, good):
    done = cli(url, "check", good, "--month", "2025-02")
    assert "Cả tệp: Tháng đã chọn khác với tháng ghi trong tệp." in done.stdout
    assert "None" not in done.stdout


def test_english_by_a_switch(url, faulty):
    assert "No agency has this code" in cli(url, "--lang", "en", "check", faulty).stdout


def test_a_header_that_looks_like_markup_is_only_a_header(url, tmp_path):
    file = tmp_path / "la.csv"
    kept, body = extract(line()).rsplit("\n", 2)[:2]
    file.write_text(f"{kept},[/ghi chú]\n{body},x\n", "utf-8")
    done = cli(url, "check", file)
    assert done.returncode == 0
    assert "[/ghi chú]" in done.stdout


def test_a_header_can_be_named_where_it_is_not_known(url, good):
    content = good.read_text("utf-8").replace("Mã hồ sơ", "Cột lạ")
    good.write_text(content, "utf-8")
    refused = cli(url, "check", good)
    assert refused.returncode == 1
    assert "chỉ ra bằng --column code=…" in refused.stderr
    assert cli(url, "check", good, "--column", "code=Cột lạ").returncode == 0


@pytest.mark.parametrize("command", ["check", "ingest"])
def test_a_name_that_no_file_can_have_is_no_file(url, command):
    done = cli(url, command, "a" * 300)
    assert done.returncode == 1
    assert done.stderr == f"Không thấy tệp {'a' * 300}.\n"


def test_what_is_said_of_a_file_may_be_longer_than_a_name(url, good):
    header = "Số biên nhận " * 30
    good.write_text(good.read_text("utf-8").replace("Mã hồ sơ", header), "utf-8")
    assert cli(url, "check", "--column", f"code={header}", good).returncode == 0


@pytest.mark.parametrize("command", ["check", "ingest"])
def test_a_store_that_is_gone_is_told_before_a_file_is_asked_for(tmp_path, command):
    done = cli(f"sqlite:///{tmp_path}", command, tmp_path / "none.csv")
    assert done.returncode == 4


def test_problems_are_grouped_as_on_the_page_those_that_turn_lines_away_first(url, tmp_path):
    store = Store.open(url, migrate=False)
    tiny.put(store, extract(line("D1", due=""), line("D2", agency="X2", due="")))
    store.close()
    new = {"received": "01/04/2025", "due": ""}
    lines = [line("N1", **new), line("N2", agency="X2", **new), line("N3", agency="Z8", **new)]
    file = tmp_path / "tep.csv"
    file.write_text(extract(*lines, line("N4", agency="Z9", **new), month="04/2025"), "utf-8")
    said = " ".join(cli(url, "check", file).stdout.split())
    rejected = "Từ chối – Dòng 5, 6, cột Mã đơn vị xử lý: Không có đơn vị nào mang mã này."
    whole = "Cảnh báo – Cả tệp: Tệp chỉ có hồ sơ tiếp nhận trong tháng"
    assert said.index(rejected) < said.index(whole) and said.count(whole) == 1
    assert "[Z8; Z9]" in said
    assert "[2 đơn vị; ví dụ Xã An Bình: 1 hồ sơ còn đang giải quyết cuối tháng trước" in said
