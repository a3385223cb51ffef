"""A person's data is in no table, file or message afterwards, wherever in the file it stood."""

from tests.data_access.files.case import Case
from tests.data_access.files.headers import made
from tests.data_access.files.usual import COLUMNS, FINISHED, OPEN, TITLE, rows

SECRETS = ("Nguyễn Thị Bí Mật", "079201001234", "0912345678", "bimat@example.vn", "12 Đường Kín")
PERSONAL = ["Họ tên", "Số CCCD", "Điện thoại", "Email", "Địa chỉ"]
GONE = {"nowhere": SECRETS, "dropped": tuple(PERSONAL)}


def third(name: str, column: str, text: str, *kinds: str, **expected) -> Case:
    """A third dossier, line 5, with personal data in a column that is kept."""
    cells = ["D3", *OPEN[1:]]
    cells[COLUMNS.index(column)] = text
    problems = tuple((kind, 5, column) for kind in kinds)
    return made(name, rows(OPEN, FINISHED, cells), problems=problems, rejected=1, nowhere=(text,), **expected)


CASES = (
    made("personal columns beside the others",
         [[TITLE], [*COLUMNS, *PERSONAL], [*OPEN, *SECRETS], [*FINISHED, *SECRETS]], **GONE),
    made("personal columns before the others",
         [[TITLE], [*PERSONAL, *COLUMNS], [*SECRETS, *OPEN], [*SECRETS, *FINISHED]], **GONE),
    made("personal columns of a rejected line",
         [[TITLE], [*COLUMNS, *PERSONAL], [*OPEN, *SECRETS], [*FINISHED, *SECRETS],
          ["D3", "9.999999", *OPEN[2:], *SECRETS]],
         rejected=1, problems=(("procedure.unknown", 5, "Mã TTHC"),), **GONE),
    made("personal data beyond the last header",
         [[TITLE], COLUMNS, OPEN, FINISHED, ["D3", *OPEN[1:], *SECRETS]],
         rejected=1, problems=(("line.too_many_cells", 5, None),), nowhere=SECRETS),
    made("personal data under a column without a name",
         [[TITLE], [*COLUMNS, "", "", "", "", ""], [*OPEN, *SECRETS], [*FINISHED, *SECRETS]],
         nowhere=SECRETS),
    made("personal data above the header", [[TITLE], ["Người lập:", *SECRETS], COLUMNS, OPEN, FINISHED],
         nowhere=SECRETS),
    third("an identity number for a code", "Mã hồ sơ", "079201001234", "cell.personal"),
    third("an identity number within a code", "Mã hồ sơ", "HS 079201001234 A", "cell.personal"),
    third("a phone number for a code", "Mã hồ sơ", "0912345678", "cell.personal"),
    third("an e-mail for a code", "Mã hồ sơ", "bimat@example.vn", "cell.personal"),
    third("an identity number for an agency", "Mã đơn vị xử lý", "079201001234", "agency.unknown",
          "cell.personal"),
    third("an e-mail for a status", "Trạng thái", "bimat@example.vn", "cell.personal", "status.unknown"),
    third("a phone number for a date", "Ngày hẹn trả", "0912345678", "cell.date"),
    third("an identity number for a channel", "Kênh nộp", "079201001234", "cell.choice"),
    third("a phone number for a rating", "Mức hài lòng", "84912345678", "cell.rating"),
)  # fmt: skip
