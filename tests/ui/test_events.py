"""Events: numbered on the charts, listed, written on the page with author and time, undone as a batch."""

from data_access import ingest
from tests.graphics.reading import reads
from tests.ui.app import shown

WRITTEN = {"on": "15/03/2025", "title": "Nâng cấp <b>hệ thống</b>", "kind": "mốc", "source": "Công văn 12"}


def test_events_of_the_period_are_listed_and_others_are_not(province, reader):
    at = reader(province).open("dossiers", tu="2025-03")
    assert "Kỳ này chưa có sự kiện nào" in reads(shown(at))
    ingest.note(province, "events", WRITTEN, by="Lan")
    text = reads(shown(reader(province).open("dossiers")))
    assert "1 sự kiện trong kỳ, đánh số như trên biểu đồ 1 15/03/2025 Nâng cấp <b>hệ thống</b>" in text


def test_what_was_written_on_a_page_names_its_author_and_leads_to_its_batch(province, reader):
    batch = ingest.note(province, "events", WRITTEN, by="Lan")
    at = reader(province).open("online_services")
    text = reads(shown(at))
    assert "mốc · nguồn: Công văn 12 · Lan ghi lúc" in text and "xem lô, hoàn tác" in text
    assert f"lo={batch}" in shown(at)
    ingest.undo(province, batch, by="Lan")
    assert "Công văn 12" not in reads(shown(reader(province).open("online_services")))


def test_the_form_writes_a_batch_in_the_readers_name(province, reader):
    at = reader(province).open("dossiers")
    at.date_input[0].set_value("2025-03-20")
    at.text_input(key="event-title").input("Mở quầy mới")
    at.text_input(key="event-source").input("Sở Một")
    at.button(key="FormSubmitter:event-Ghi").click().run()
    assert not at.exception
    text = reads(shown(at))
    assert "20/03/2025 Mở quầy mới mốc · nguồn: Sở Một · demo ghi lúc" in text
    assert at.text_input(key="event-title").value == "" and at.date_input[0].value is None


def test_a_form_that_lacks_something_says_what_and_writes_nothing(province, reader):
    at = reader(province).open("dossiers")
    revision = province.revision()
    at.text_input(key="event-title").input("Mở quầy mới")
    at.button(key="FormSubmitter:event-Ghi").click().run()
    text = reads(shown(at))
    assert at.text_input(key="event-title").value == "Mở quầy mới"
    assert "Nguồn" in text and "Kỳ này chưa có sự kiện nào" in text
    assert province.revision() == revision


def test_who_is_no_staff_any_more_writes_nothing_by_a_form_that_is_still_open(province, reader, monkeypatch):
    from ui import shell

    at = reader(province).open("dossiers")
    revision = province.revision()
    at.date_input[0].set_value("2025-03-20")
    at.text_input(key="event-title").input("Mở quầy mới")
    at.text_input(key="event-source").input("Sở Một")
    monkeypatch.setattr(shell, "MAY", {"demo": {"viewer"}})
    at.button(key="FormSubmitter:event-Ghi").click().run()
    assert not at.exception and province.revision() == revision


def test_events_of_files_name_their_source_alone(province, reader):
    text = reads(shown(reader(province).open("cross_boundary", tu="2025-03", den="2025-03")))
    assert "Kỳ này chưa có sự kiện nào" in text and "ghi lúc" not in text


def test_an_agencys_own_page_shows_its_trend_with_the_events(province, reader):
    ingest.note(province, "events", WRITTEN, by="Lan")
    text = reads(shown(reader(province).open("agencies", don_vi="X1@2024-12-01")))
    assert "03/2025 2 2 1/1" in text  # received, in the table under the chart
    assert "1 15/03/2025 Nâng cấp <b>hệ thống</b>" in text
