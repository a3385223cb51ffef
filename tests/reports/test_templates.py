"""Templates: one a kind, with a guide; filled with the guide's own examples they check clean."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from data_access import ingest
from data_access.errors import FileProblem
from data_access.ingest import Known
from data_access.ingest.contracts import CONTRACTS
from data_access.store import Store
from language import using
from reports.templates import examples, workbook
from sample_data.units import CATALOGUES
from tests import tiny

FILLED_IN = {
    "dossiers": ["Kỳ số liệu: tháng 03/2025"],
    "report_06a": [
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI PHƯỜNG PHÚ CƯỜNG",
        "Kỳ báo cáo: tháng 03/2025",
    ],
}


@pytest.fixture(scope="module")
def known(tmp_path_factory) -> Known:
    """What a store of the sample's lists knows."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('lists') / 'lists.sqlite'}")
    for kind, name in {
        "agencies": "don-vi", "sectors": "linh-vuc", "statuses": "trang-thai-ho-so", "procedures": "thu-tuc",
    }.items():  # fmt: skip
        tiny.put(store, (CATALOGUES / f"{name}.csv").read_text("utf-8-sig"), kind=kind)
    found = Known.of(store)
    store.close()
    return found


def sheets(kind: str) -> dict[str, list[list]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(kind)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_template_filled_with_the_guides_examples_checks_clean(known, kind):
    content = workbook(kind, [examples(kind)], FILLED_IN.get(kind, []))
    checked = ingest.check(known, content, "mau.xlsx")
    assert checked.contract.kind == kind
    assert checked.issues.to_dicts() == []
    assert (len(checked.lines), checked.recognised.dropped) == (1, () if kind != "report_06a" else ("TT",))


@pytest.mark.parametrize("kind", CONTRACTS)
def test_an_empty_template_loads_nothing(known, kind):
    with pytest.raises(FileProblem) as refused:
        ingest.check(known, workbook(kind), "mau.xlsx", month=None)
    assert refused.value.key in ("file.no_lines", "file.no_month", "file.no_agency")


@pytest.mark.parametrize("kind", CONTRACTS)
def test_the_guide_speaks_of_every_column_and_shows_its_example(kind):
    data, guide = sheets(kind).values()
    contract = CONTRACTS[kind]
    rows = {row[0]: row for row in guide}
    for column in (*contract.columns, *contract.optional):
        row = rows[column.header]
        assert row[4] == column.example
        assert all(row[place] for place in (1, 2, 3, 6))
    if kind != "report_06a":  # that one is as it is printed
        assert [cell for cell in data[-1] if cell] == [column.header for column in contract.columns]


def test_the_guide_is_in_the_language_of_the_reader_and_the_headers_are_not():
    with using("en"):
        assert list(sheets("dossiers")) == ["Data", "Guide"]
        assert sheets("dossiers")["Data"][1][0] == "Mã hồ sơ"
    assert list(sheets("dossiers")) == ["Số liệu", "Hướng dẫn"]


def test_the_same_contract_gives_the_same_bytes():
    assert workbook("dossiers") == workbook("dossiers")


def test_what_is_typed_into_a_template_stays_text():
    archive = zipfile.ZipFile(io.BytesIO(workbook("dossiers")))
    styles, sheet = archive.read("xl/styles.xml"), archive.read("xl/worksheets/sheet1.xml")
    assert b'formatCode="@"' in styles
    assert b"<col " in sheet
    assert b"dataValidation" in sheet
