"""A file that holds only the month's receptions is recognised by what the month before left open."""

from datetime import date

from data_access import ingest
from data_access.history import issues
from data_access.ingest import Known
from tests.data_access.checks import check, problems
from tests.data_access.statements import staged
from tests.reports_made import report, row
from tests.tiny import extract, line, put

MARCH = extract(line("D1"), line("D2", finished="12/03/2025"), line("D3", agency="X2", finished="12/03/2025"))
APRIL_1 = {"received": "01/04/2025", "due": ""}
ONLY_NEW = extract(line("N1", **APRIL_1), line("N2", agency="X2", **APRIL_1), month="04/2025")


def test_it_is_said_of_the_agency_that_had_open_dossiers_and_of_no_other(sqlite_province):
    put(sqlite_province, MARCH)
    checked = check(Known.of(sqlite_province), ONLY_NEW)
    said = checked.issues.select("line", "kind", "severity", "agency", "detail").rows()
    assert said == [(None, "file.receptions_only", "warn", "X1@2024-12-01", "Xã An Bình: 1")]
    assert len(checked.lines) == 2


def test_one_dossier_of_an_earlier_month_shows_that_the_file_holds_them(sqlite_province):
    put(sqlite_province, MARCH)
    whole = extract(line("D1"), line("N1", **APRIL_1), month="04/2025")
    assert problems(check(Known.of(sqlite_province), whole)) == []


def test_the_first_month_has_nothing_to_be_held_against(known):
    assert problems(check(known, ONLY_NEW)) == []


def test_what_was_undone_left_nothing_open(sqlite_province):
    batch_id = put(sqlite_province, MARCH)
    ingest.undo(sqlite_province, batch_id, by="Bob")
    assert problems(check(Known.of(sqlite_province), ONLY_NEW)) == []


def test_a_few_corrected_lines_need_not_speak_of_the_others(sqlite_province):
    put(sqlite_province, MARCH)
    assert problems(check(Known.of(sqlite_province), ONLY_NEW.replace("Kỳ", "Mã lô: 9 – Kỳ"))) == []


def test_each_month_of_a_file_is_held_against_the_one_before(sqlite_province):
    put(sqlite_province, MARCH)
    header = ONLY_NEW.splitlines()[1] + ",Tháng"
    body = [line("N1", **APRIL_1) + ",04/2025", line("N2", received="02/05/2025", due="") + ",05/2025"]
    checked = check(Known.of(sqlite_province), "\n".join([header, *body]))
    assert checked.issues["month"].to_list() == [date(2025, 4, 1)]


def test_a_report_beside_dossiers_leaves_nothing_open_of_its_own(sqlite_province):
    put(sqlite_province, MARCH)
    beside = ingest.check(Known.of(sqlite_province), report(row(), agency="Xã An Bình"), "06a.xlsx")
    ingest.apply(sqlite_province, ingest.stage(sqlite_province, beside, by="Alice"), by="Alice")
    said = check(Known.of(sqlite_province), ONLY_NEW).issues
    assert said["detail"].to_list() == ["Xã An Bình: 1"]


def test_a_file_that_a_person_adds_to_its_month_need_not_hold_it(sqlite_province):
    put(sqlite_province, MARCH)
    batches = {mode: staged(sqlite_province, ONLY_NEW, mode=mode) for mode in ("whole", "supplement")}
    with sqlite_province.read() as connection:
        kinds = {mode: [one.kind for one in issues(connection, batch)] for mode, batch in batches.items()}
    assert kinds == {"whole": ["file.receptions_only"], "supplement": []}
