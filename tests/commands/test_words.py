"""What `ingest` and `declare-nothing` say besides their numbers: reasons, and what the file leaves out."""

import json

from tests.processes import cli
from tests.tiny import extract, line


def test_ingest_says_why_lines_were_rejected(url, faulty):
    done = cli(url, "ingest", faulty)
    assert done.returncode == 3
    assert "Dòng 4, cột Mã đơn vị xử lý: Không có đơn vị nào mang mã này." in done.stdout
    assert "1 mới" in done.stdout


def test_ingest_counts_the_open_dossiers_that_a_file_does_not_mention(url, good, tmp_path):
    cli(url, "ingest", good)
    april = tmp_path / "ho-so-2025-04.csv"
    later = line("D8", received="03/04/2025", due="20/04/2025")
    april.write_text(extract(later, month="04/2025"), "utf-8")
    done = cli(url, "ingest", april)
    assert "1 hồ sơ còn mở cuối tháng trước không thấy trong tệp" in done.stdout


def test_a_month_without_dossiers_is_declared_and_applied(url):
    done = cli(url, "declare-nothing", "2025-03", "X2", "X3", "--by", "Lan", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["outcome"] == "applied"
    assert cli(url, "declare-nothing", "2025-03", "ZZ").returncode == 1
