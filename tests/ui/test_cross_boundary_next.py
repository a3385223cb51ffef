"""Phi địa giới: which procedure to open next, and at which counters."""

from types import SimpleNamespace

from metrics.cross_boundary_gaps import Counter
from tests import tiny
from tests.graphics.reading import reads
from tests.ui.app import shown
from ui import cross_boundary_next

LIVE = "đang thực hiện,02/12/2024"


def test_what_to_open_next_is_one_procedure_a_line_with_its_counters_and_the_demand_behind_it(
    province, reader
):
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "Nên mở trước: Thủ tục một tại 1 quầy chưa mở (4 hồ sơ trong kỳ)" in text
    # 4 dossiers of it, nobody from elsewhere comes to X2's counter; open at 2 of 3 counters.
    assert "Thủ tục một 4 1 0 2/3 Xã Hòa Bình (0)" in text
    assert "1.000001 Thủ tục một X2 Xã Hòa Bình 4 0" in text, "the table names the pair"
    assert "1.000001 Thủ tục một Hộ tịch Sở Một 2 3 4 X2" in text, "and the counters of each procedure"


def test_a_procedure_that_many_counters_lack_stands_in_one_line(province, reader):
    """With no opening that counts, three counters lack it; the one that most is brought to stands first."""
    for code in ("H1", "X1"):
        closed = (
            f"Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n1.000001,{code},02/12/2024,03/12/2024\n"
        )
        tiny.put(province, closed, kind="openings")
    text = reads(shown(reader(province).open("cross_boundary")))
    assert "tại 3 quầy chưa mở" in text
    assert "Thủ tục một 4 3 1 0/3 Xã An Bình (1), Huyện Một (0), Xã Hòa Bình (0)" in text
    lines = ("X1 Xã An Bình 4 1", "H1 Huyện Một 4 0", "X2 Xã Hòa Bình 4 0")
    assert " ".join(f"1.000001 Thủ tục một {line}" for line in lines) in text, "the table has every pair"


def test_a_table_that_shows_fewer_lines_than_its_files_hold_says_how_many(province, reader):
    """13 procedures × 3 counters: the card has room for 11 of them."""
    codes = [f"2.{n:06}" for n in range(13)]
    rows = {
        "procedures": [f"{code},Thủ tục {code},L1,xã,S1,0" for code in codes],
        "procedure_states": [
            f"{code},phi địa giới,{state}" for code in codes for state in ("danh mục,01/12/2024", LIVE)
        ],
    }
    for kind, lines in rows.items():
        tiny.put(province, "\n".join([tiny.REFERENCE[kind].splitlines()[0], *lines]) + "\n", kind=kind)
    asked = [tiny.line(code, code, agency) for agency in ("X1", "X2") for code in codes]
    tiny.put(province, tiny.extract(*asked))
    assert "(33 dòng đầu; tệp có đủ 39 dòng)" in reads(shown(reader(province).open("cross_boundary")))


def test_of_many_counters_a_line_names_the_first_and_counts_the_others():
    counters = [Counter(SimpleNamespace(name=f"Xã {n}"), 9 - n) for n in range(6)]
    assert cross_boundary_next.named(counters) == "Xã 0 (9), Xã 1 (8), Xã 2 (7) và 3 quầy khác"
    assert cross_boundary_next.named(counters[:3]) == "Xã 0 (9), Xã 1 (8), Xã 2 (7)"
