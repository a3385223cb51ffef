"""What a batch changed is shown after it was applied as it was shown before."""

from tests import tiny
from tests.data_access.statements import staged
from tests.graphics.reading import reads
from tests.tiny import extract, line
from tests.ui.app import shown
from ui import batches, outlook

OWN = "1 đơn vị có trong tệp, tháng 04/2025"


def test_a_supplement_of_a_month_beyond_the_usual_period_shows_its_own_agencies_after_it_as_before(
    reader, province
):
    tiny.put(province, extract(line("D7", received="02/04/2025"), month="04/2025"))
    more = extract(line("D8", received="03/04/2025"), month="04/2025")
    batch = staged(province, more, mode="supplement")
    page = reader(province)
    before = reads(shown(page.open("upload", lo=str(batch))))

    batches.apply(batch, outlook.comparison(batch))
    after = reads(shown(page.open("upload", lo=str(batch))))
    assert "Đã áp dụng lúc" in after
    assert _own(after) == _own(before)

    batches.undo(batch)
    undone = reads(shown(page.open("upload", lo=str(batch))))
    assert "Hồ sơ tiếp nhận 2 1 ▼ −1" in _own(undone)


def _own(words: str) -> str:
    """The table of the batch's own agencies, without its title, which tells before from after."""
    start = words.index("Chỉ số Trước Sau", words.index(OWN))
    return words[start : words.index("Cả kỳ", start)]


def test_a_supplement_says_that_unchanged_are_also_dossiers_that_it_does_not_mention(reader, province):
    whole = staged(province, extract(line("D1", agency="X1"), line("D9", agency="X1")))
    added = staged(province, extract(line("D9", agency="X1")), mode="supplement")
    page = reader(province)
    assert "tệp giống hệt số liệu đang tính" in reads(shown(page.open("upload", lo=str(whole))))
    words = reads(shown(page.open("upload", lo=str(added))))
    assert "kể cả hồ sơ tệp không nhắc đến" in words
