"""II.06a reports as agencies send them: the printed form, what breaks it, and the same as plain tables."""

from collections.abc import Callable, Sequence
from datetime import date

from tests.data_access.files.case import Case, Problem
from tests.reports_made import grid, report, row, text, workbook

XLSX, CSV = "06a.xlsx", "06a.csv"
TOTAL, BELOW = ("layout.total", 11, None), ("layout.below", 13, None)
IN, DONE, OPEN = "Tiếp nhận: tổng số", "Đã giải quyết: tổng số", "Đang giải quyết: tổng số"
ONE = {"agency": "X2@2024-12-01", "month": date(2025, 3, 1), "received_online": 5, "received_direct": 3,
       "carried": 2, "finished_early": 3, "finished_on_time": 2, "finished_late": 1, "open_in_time": 3,
       "open_overdue": 1}  # fmt: skip
OTHER = row("Đất đai", online=0, direct=0, carried=4, finished=(0, 0, 0), still_open=(4, 0))


def taken(
    name: str,
    content: Callable[[], bytes],
    *problems: Problem,
    file=XLSX,
    sectors=("L1", "L2"),
    rejected=0,
    dropped=("TT",),
) -> Case:
    """Two rows, Hộ tịch as in ONE and Đất đai; those of `sectors` are stored."""
    stored = {"L1": ONE, "L2": {"carried": 4, "open_in_time": 4}}
    return Case(
        name, lambda: (file, content()), kind="report_06a", accepted=len(sectors), rejected=rejected,
        problems=problems, stored={sector: stored[sector] for sector in sectors}, dropped=dropped,
    )  # fmt: skip


def wrong(name: str, cells: Sequence[object], *problems: Problem) -> Case:
    """The usual row of Hộ tịch, and one that is turned away."""
    content = report(row(), cells, total=False)
    return taken(name, lambda: content, *problems, ("layout.below", 12, None), sectors=("L1",), rejected=1)


def refused(name: str, key: str, content: Callable[[], bytes], file=XLSX) -> Case:
    return Case(name, lambda: (file, content()), kind="report_06a", refused=key)


def changed(column: int, value: object) -> list:
    cells = list(OTHER)
    cells[column] = value
    return cells


def in_sections() -> bytes:
    """Hộ tịch in both sections; the two are added up."""
    first = row(online=2, direct=3, carried=1, finished=(2, 1, 1), still_open=(1, 1))
    second = row(online=3, direct=0, carried=1, finished=(1, 1, 0), still_open=(2, 0))
    cells = grid(first, second, OTHER)
    cells[8:8] = [["I", "Cấp huyện"]]
    cells[10:10] = [["II", "Cấp xã"]]
    return workbook(cells)


def with_rates() -> bytes:
    """Two columns of rates, one of which is wrong."""
    cells = grid(row(), OTHER)
    said = (["Tỷ lệ trực tuyến", "Tỷ lệ đúng hạn"], [], [], ["(14)", "(15)"], ["62,5%", "99%"])
    for line, rates in zip(cells[4:9], said, strict=True):
        line += rates
    return workbook(cells)


def twice_headed() -> bytes:
    """The header stands again where the second printed page begins."""
    cells = grid(row(), OTHER)
    cells[9:9] = [list(line) for line in cells[4:8]]
    return text(cells)


def wrong_total() -> bytes:
    cells = grid(row(), OTHER)
    cells[10][2] += 1
    return workbook(cells)


FLAT = (
    "Đơn vị báo cáo;Tháng;Lĩnh vực;Tiếp nhận: tổng số;Tiếp nhận: trực tuyến;Tiếp nhận: trực tiếp, bưu chính;"
    "Tiếp nhận: từ kỳ trước;Đã giải quyết: tổng số;Đã giải quyết: trước hạn;Đã giải quyết: đúng hạn;"
    "Đã giải quyết: quá hạn;Đang giải quyết: tổng số;Đang giải quyết: trong hạn;Đang giải quyết: quá hạn\n"
    "{agency};03/2025;L1;10;5;3;2;6;3;2;1;4;3;1\n"
    "{agency};03/2025;L2;4;0;0;4;0;0;0;0;4;4;0\n"
)

CASES = [
    taken("a printed form", lambda: report(row(), OTHER), TOTAL, BELOW),
    taken("a printed form without the row of numbers", lambda: report(row(), OTHER, numbering=False),
          ("layout.total", 10, None), ("layout.below", 12, None)),
    taken("a printed form without a total", lambda: report(row(), OTHER, total=False),
          ("layout.below", 12, None)),
    taken("a printed form saved as CSV with semicolons", lambda: text(grid(row(), OTHER)), TOTAL, BELOW,
          file=CSV),
    taken("a printed form saved as CSV with tabs", lambda: text(grid(row(), OTHER), "\t"), TOTAL, BELOW,
          file=CSV),
    taken("a plain table with agency and month", lambda: FLAT.format(agency="X2").encode(), file=CSV,
          dropped=()),
    taken("a plain table with the agency by its name", lambda: FLAT.format(agency="Xã Hòa Bình").encode(),
          file=CSV, dropped=()),
    taken("sectors by code, and with the word before their names",
          lambda: report(["L1", *row()[1:]], ["Lĩnh vực Đất đai", *OTHER[1:]]), TOTAL, BELOW),
    taken("whole numbers written with decimals",
          lambda: report(row(), ["Đất đai", *("0" if not n else "4,0" for n in OTHER[1:])], total=False),
          ("layout.below", 12, None)),
    taken("a sector in two sections is added up", in_sections, ("layout.section", 9, None),
          ("layout.section", 11, None), ("layout.total", 14, None), ("layout.below", 16, None)),
    taken("a header repeated on the next page", twice_headed, ("layout.header_again", 10, None),
          ("layout.header_again", 11, None), ("layout.header_again", 12, None),
          ("layout.total", 15, None), ("layout.below", 17, None), file=CSV),
    taken("a total that is not ours is told and not added", wrong_total,
          ("layout.total_differs", 11, None), ("layout.below", 13, None)),
    taken("rates are worked out anew", with_rates,
          ("report.rate_differs", 9, "Tỷ lệ đúng hạn"), TOTAL, BELOW),
    wrong("(3) is not (4)+(5)+(6)", changed(1, 5), ("report.received_sum", 10, IN),
          ("report.balance", 10, IN)),
    wrong("(7) is not (8)+(9)+(10)", changed(5, 1), ("report.finished_sum", 10, DONE),
          ("report.balance", 10, IN)),
    wrong("(11) is not (12)+(13)", changed(9, 3), ("report.open_sum", 10, OPEN), ("report.balance", 10, IN)),
    wrong("(3) is not (7)+(11)", row("Đất đai", 0, 0, 5, (0, 0, 0), (4, 0)), ("report.balance", 10, IN)),
    wrong("a blank is not 0", changed(8, ""), ("cell.blank", 10, "Đã giải quyết: quá hạn")),
    wrong("a dash is not 0", changed(8, "-"), ("cell.blank", 10, "Đã giải quyết: quá hạn")),
    wrong("half a dossier", changed(8, 0.5), ("cell.number", 10, "Đã giải quyết: quá hạn")),
    wrong("fewer than no dossiers", row("Đất đai", -1, 1, 4, (0, 0, 0), (4, 0)),
          ("report.below_zero", 10, "Tiếp nhận: trực tuyến")),
    wrong("a sector that nobody knows", ["Hàng không", *OTHER[1:]], ("sector.unknown", 10, "Lĩnh vực")),
    taken("a sector twice", lambda: report(row(), row()), ("report.sector_twice", 9, "Lĩnh vực"),
          ("report.sector_twice", 10, "Lĩnh vực"), TOTAL, BELOW, sectors=(), rejected=2),
    refused("a report of nobody", "file.no_agency", lambda: text(grid(row(), agency="nơi này")[1:]), CSV),
    refused("a report of two", "file.agency_unclear",
            lambda: report(row(), agency="Xã Hòa Bình và Phường Ba")),
    refused("a report from the 15th to the 14th", "file.odd_period",
            lambda: report(row(), period="Từ ngày 15/02/2025 đến ngày 14/03/2025")),
    refused("a report of no month", "file.no_month", lambda: report(row(), period="")),
    refused("titles that name two months", "file.period_contradicts",
            lambda: report(row(), period="Tháng 3/2025 (Từ ngày 01/02/2025 đến ngày 28/02/2025)")),
    refused("early and on time not told apart", "file.missing_columns",
            lambda: text([[str(cell).replace("Trước hạn", "Đúng và trước hạn").replace("Đúng hạn", "")
                           for cell in line] for line in grid(row())]), CSV),
]  # fmt: skip
